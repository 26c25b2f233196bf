// HTML of a network as plain text to be stored. Any bytes in, valid UTF-8 without NUL out; never fails: what
// cannot be parsed is left out. Of more than 64 KiB the rest is not read.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace network {

/// Paragraphs are apart by an empty line; br, li, blockquote and other blocks begin a line. A link whose
/// words are its shortened address is its whole address, one with other words is "words (address)"; mentions
/// and hashtags are their words. Scripts and styles are left out. At most `most` characters.
[[nodiscard]] std::string html_to_text(std::string_view html, std::size_t most = 10'000);

} // namespace network
