// Our words as the HTML that other servers show. Theirs become text by network/html_text.h.
#pragma once
#include <string>
#include <string_view>

namespace channels::activitypub {

/// Escaped; empty lines part paragraphs; addresses become links.
[[nodiscard]] std::string html_of_text(std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace channels::activitypub
