// The texts of a draft, part by part, and how far they are posted.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

/// With the mention in front of each; one part when it fits. A text that cannot be cut stays one part, and
/// the server says no.
[[nodiscard]] std::vector<std::string> parts_of(const network::Connection& connection,
                                                const network::Draft& draft,
                                                const network::Progress& progress);
/// What the next part answers: the part before, else what the draft answers. Empty: nothing.
[[nodiscard]] std::string answered_by(const network::Draft& draft, const network::Progress& progress);
/// The next part is published as `id`.
void move_on(const network::Connection& connection, network::Progress& progress, const std::string& id,
             const std::string& url);

/// The letters and digits of a text without those of mentions, in small letters: what a server leaves as it
/// was, whatever it makes of marks, spaces and names.
[[nodiscard]] std::string letters_of(std::string_view text);

} // namespace channels::mastodon
