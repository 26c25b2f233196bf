// One picture's bytes to clean pixels: upright, sRGB, without any note, encoded again. The only code that
// decodes.
#pragma once
#include "media/picture.h"

#include <expected>
#include <string>
#include <string_view>

namespace media::child {

struct Cleaned {
    std::string stored; ///< JPEG, longest edge at most stored_edge
    std::string thumb;  ///< JPEG, at most thumb_width wide
    int width = 0;
    int height = 0;
    std::optional<std::string> taken_at; ///< ISO 8601, with an offset if the notes have one
    std::optional<double> lat;
    std::optional<double> lon;
};

enum class Refusal { unreadable, too_large };
struct Refused {
    Refusal refusal = Refusal::unreadable;
    std::string why;
};

/// Starts libvips with no loader but those needed for the format. False when it cannot.
[[nodiscard]] bool start(const char* program, Format format);
[[nodiscard]] std::expected<Cleaned, Refused> clean(std::string_view bytes, Format format);

} // namespace media::child
