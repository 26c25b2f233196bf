// Links in a text as X finds them, also without "https://": "lapor.contoh.go.id/peta" is one, because X
// counts and shortens it (the rules of the npm package twitter-text 3; domains by data/links/tlds.txt).
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace network {

/// Bytes of the text, the end exclusive.
struct WebLink {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// In order; `text` is valid UTF-8.
[[nodiscard]] std::vector<WebLink> web_links(std::string_view text);

} // namespace network
