// The built files of ui/, embedded in the binary: style sheet, islands, font, mark. Names carry a hash of the
// content, so that browsers may keep them for ever.
#pragma once
#include "html/url.h"

#include <span>
#include <string_view>

namespace html {

struct Asset {
    std::string_view name;         ///< "tanggap.css"
    std::string_view path;         ///< "/aset/tanggap-5f0c2a91.css"
    std::string_view content_type; ///< "text/css; charset=utf-8"
    std::string_view bytes;
    std::string_view brotli; ///< the same, compressed (RFC 7932); empty where that gains nothing
    std::string_view hash;   ///< SHA-256 of the bytes in hex: the ETag
};

[[nodiscard]] std::span<const Asset> assets();
/// By the path of a request; null when there is none.
[[nodiscard]] const Asset* find_asset(std::string_view path);
/// By name; throws std::logic_error for a name that the build did not make: that is a mistake in the code.
[[nodiscard]] const Url& asset_url(std::string_view name);

} // namespace html
