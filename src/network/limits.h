// What a network takes, as data with a date: the composer shows it and the server holds to it. A server that
// states its own numbers (a Mastodon instance) overrides these in its connection.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace network {

/// How a network counts the length of a text.
enum class TextUnit {
    characters, ///< code points
    graphemes,  ///< what a reader sees as one (UAX #29)
    utf16,      ///< UTF-16 units
    weighted,   ///< X: Latin 1, others and emoji 2, after NFC
    bytes,      ///< UTF-8
};

struct TextRule {
    TextUnit unit = TextUnit::characters;
    std::size_t longest = 500;
    std::size_t longest_bytes = 0;      ///< besides; 0: no such limit
    std::size_t link_cost = 0;          ///< what every link counts; 0: as it is written
    bool only_local_part = false;       ///< of @user@server counts @user alone (Mastodon)
    bool emoji_counts_as_bytes = false; ///< Threads
};

struct MediaRule {
    std::size_t most = 0; ///< pictures of one post; 0: none
    std::size_t largest_bytes = 0;
    std::size_t longest_alt = 0; ///< characters; 0: takes no description
};

struct Limits {
    TextRule text;
    MediaRule media;
    std::optional<std::chrono::hours> reply_window = {}; ///< after the citizen's last words
    bool can_edit = false;
    bool can_delete = false;
    bool has_threads = true;      ///< an answer may be given in several posts
    bool can_post = false;        ///< the account may say something that answers nobody
    std::string_view as_of = {};  ///< ISO day on which the numbers were read
    std::string_view source = {}; ///< where
};

} // namespace network
