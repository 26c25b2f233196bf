// Runs tanggap-media for one picture and waits for its answer. Whatever the child does (refuse, crash, hang,
// lie), the outcome is a Result; only a child that cannot be started at all throws.
#pragma once
#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace media {

struct Decoding {
    std::filesystem::path program;
    std::chrono::milliseconds deadline{20'000}; ///< wall clock; then the child is killed
};

/// What the child says of the picture whose clean copies it wrote.
struct Decoded {
    int width = 0;
    int height = 0;
    std::optional<std::string> taken_at; ///< ISO 8601, perhaps without an offset
    std::optional<double> lat;
    std::optional<double> lon;
};

/// The child's one line of JSON. media.unreadable (invalid, or unsupported for a foreign format),
/// media.too_large, media.unavailable (disk full); what is no such line is media.unreadable.
[[nodiscard]] base::Result<Decoded> read_answer(std::string_view line);

/// Picture from one descriptor, copies into two others; all stay open and belong to the caller.
[[nodiscard]] base::Result<Decoded> decode(const Decoding& decoding, int picture, int stored, int thumb);

/// Where tanggap-media is installed: beside the running program.
[[nodiscard]] std::filesystem::path beside_this_program();

} // namespace media
