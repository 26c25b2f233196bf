#include "app/seed_photo.h"

#include <algorithm>

namespace app {
namespace {

/// Where the 64 entries of the first 8-bit quantisation table begin; npos when there is none.
std::size_t first_table(std::string_view jpeg) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(jpeg[i]); };
    std::size_t at = 2;
    while (at + 4 < jpeg.size() && byte(at) == 0xFF) {
        std::size_t length = byte(at + 2) * 256u + byte(at + 3);
        if (byte(at + 1) == 0xDB)
            return (byte(at + 4) >> 4) == 0 && at + 5 + 64 <= jpeg.size() ? at + 5 : std::string_view::npos;
        at += 2 + length;
    }
    return std::string_view::npos;
}

} // namespace

std::string photo_variant(std::string_view jpeg, std::size_t variant) {
    std::string out(jpeg);
    std::size_t table = first_table(jpeg);
    if (table == std::string_view::npos) return out;
    // Each low frequency takes one digit of the variant's number: 0 to 3 steps coarser.
    for (std::size_t entry = 0; entry < 10 && variant > 0; ++entry, variant /= 4) {
        auto value = static_cast<unsigned char>(out[table + entry]);
        out[table + entry] = static_cast<char>(std::min<unsigned>(value + variant % 4, 255));
    }
    return out;
}

} // namespace app
