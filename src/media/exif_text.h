// What a picture's Exif notes say about when and where, in the words of libvips ("6/1 10/1 3000/100 (6, 10,
// 30, ...)"). Anything unexpected is nothing. Pure; written by strangers, so never trusted.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace media {

/// "2026:05:26 06:48:00" and an offset such as "+07:00" (or nothing) as ISO 8601:
/// "2026-05-26T06:48:00+07:00".
[[nodiscard]] std::optional<std::string> iso_from_exif(std::string_view time, std::string_view offset);

/// Three rationals and a reference ("N", "S", "E" or "W") as degrees within +-90 or +-180.
[[nodiscard]] std::optional<double> degrees_from_exif(std::string_view rationals, std::string_view reference);

} // namespace media
