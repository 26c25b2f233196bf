// What bytes are by their own opening: name and declared type of a file are never asked. Pure; runs in the
// server, so nothing here decodes.
#pragma once
#include "media/picture.h"

#include <optional>
#include <string_view>

namespace media {

inline constexpr std::size_t sniff_bytes = 65'536; ///< of a picture's opening are enough

/// Sides as the header says them, before turning upright; 0 = not said within the given bytes.
struct Sniffed {
    Format format = Format::jpeg;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// media.unreadable (unsupported) for any other format, media.unreadable (invalid) for nothing or a broken
/// header, media.too_large for more than max_pixels.
[[nodiscard]] base::Result<Sniffed> sniff(std::string_view opening);

/// The sides of a JPEG that holds a picture and nothing besides: no Exif, XMP, ICC, comment or thumbnail and
/// no byte after its end. Nothing otherwise. What the child wrote is held against this before it is kept.
[[nodiscard]] std::optional<Sniffed> bare_jpeg(std::string_view whole);

} // namespace media
