// A picture as it was sent and as it may be shown. Limits of what is taken in. Types only.
#pragma once
#include "base/codes.h"
#include "base/id.h"
#include "base/time.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace media {

inline constexpr std::int64_t max_upload_bytes = 10 << 20;
inline constexpr std::int64_t max_pixels = 50'000'000;
inline constexpr int stored_edge = 2048; ///< longest edge of what is kept, in pixels
inline constexpr int thumb_width = 224;  ///< widest small copy; look/README.md
inline constexpr int thumb_height = 896; ///< keeps a picture of one column from becoming a page-long strip

/// How the picture came, by its own bytes; what is kept is always JPEG. Codes are media types.
enum class Format { jpeg, png, webp, heif };

/// One row of `media`. `taken_at`, `lat` and `lon` come from the picture's own notes and can be invented by
/// whoever sent it: material for checks by staff, never for the public.
struct Media {
    std::string
        sha256; ///< of the bytes that were sent, hex: the name under which the world knows the picture
    std::string stored; ///< of the cleaned picture
    std::string thumb;  ///< of its small copy
    Format kind = Format::jpeg;
    int width = 0; ///< of the cleaned picture, upright
    int height = 0;
    std::int64_t size = 0; ///< bytes of the cleaned picture
    std::optional<base::Time> taken_at;
    std::optional<double> lat;
    std::optional<double> lon;
    base::Time created_at;
};
BOOST_DESCRIBE_STRUCT(Media, (),
                      (sha256, stored, thumb, kind, width, height, size, taken_at, lat, lon, created_at))

enum class Size { stored, thumb };

/// 64 lower-case hex digits.
[[nodiscard]] bool is_sha256(std::string_view text) noexcept;

} // namespace media

template <> inline constexpr auto base::codes<media::Format> = std::to_array<base::Coded<media::Format>>({
    {media::Format::jpeg, "image/jpeg"},
    {media::Format::png, "image/png"},
    {media::Format::webp, "image/webp"},
    {media::Format::heif, "image/heif"},
});
