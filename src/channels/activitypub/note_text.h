// Words of notes: their HTML reduced to text, and our text as the HTML that others show.
#pragma once
#include <string>
#include <string_view>

namespace channels::activitypub {

/// Text alone: paragraphs and line breaks become lines, every tag goes, character references are resolved.
/// Never fails; at most `longest` bytes of the HTML are read.
[[nodiscard]] std::string text_of_html(std::string_view html, std::size_t longest = 200'000);

/// Escaped; empty lines part paragraphs; addresses become links.
[[nodiscard]] std::string html_of_text(std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace channels::activitypub
