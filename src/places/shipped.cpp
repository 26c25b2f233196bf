#include "places/shipped.h"

// #embed is of C23; clang 19 knows it in C++ too, and rebuilds this file when a data file changes.
#pragma clang diagnostic ignored "-Wc23-extensions"

namespace places::shipped {
namespace {

constexpr unsigned char areas_bytes[] = {
#embed "../../data/gazetteer/areas.tsv"
};
constexpr unsigned char outlines_bytes[] = {
#embed "../../data/gazetteer/outlines.tsv"
};
constexpr unsigned char aliases_bytes[] = {
#embed "../../data/gazetteer/aliases.tsv"
};
constexpr unsigned char ordinary_bytes[] = {
#embed "../../data/gazetteer/ordinary.txt"
};

template <std::size_t N> std::string_view text(const unsigned char (&bytes)[N]) noexcept {
    return {reinterpret_cast<const char*>(bytes), N};
}

} // namespace

std::string_view areas() noexcept {
    return text(areas_bytes);
}
std::string_view outlines() noexcept {
    return text(outlines_bytes);
}
std::string_view aliases() noexcept {
    return text(aliases_bytes);
}
std::string_view ordinary() noexcept {
    return text(ordinary_bytes);
}

} // namespace places::shipped
