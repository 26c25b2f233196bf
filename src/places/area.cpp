#include "places/area.h"

#include <fmt/format.h>

namespace places {
namespace {

constexpr std::uint64_t in_province = 100'000'000, in_regency = 1'000'000, in_district = 10'000;

/// `count` digits at `at`; nullopt for anything else.
std::optional<std::uint64_t> digits(std::string_view text, std::size_t at, std::size_t count) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    return value;
}

} // namespace

std::optional<std::uint64_t> code_number(std::string_view code) noexcept {
    const std::size_t size = code.size();
    if (size != 2 && size != 5 && size != 8 && size != 13) return std::nullopt;
    for (std::size_t dot : {2U, 5U, 8U})
        if (dot < size && code[dot] != '.') return std::nullopt;
    struct Part {
        std::size_t at, count;
        std::uint64_t worth;
    };
    std::uint64_t number = 0;
    for (auto [at, count, worth] :
         {Part{0, 2, in_province}, {3, 2, in_regency}, {6, 2, in_district}, {9, 4, 1}}) {
        if (at >= size) break;
        auto value = digits(code, at, count);
        if (!value || *value == 0) return std::nullopt;
        number += *value * worth;
    }
    return number;
}

std::string code_text(std::uint64_t number) {
    const auto province = number / in_province, regency = number % in_province / in_regency;
    const auto district = number % in_regency / in_district, village = number % in_district;
    switch (level_of(number)) {
    case Level::province: return fmt::format("{:02}", province);
    case Level::regency: return fmt::format("{:02}.{:02}", province, regency);
    case Level::district: return fmt::format("{:02}.{:02}.{:02}", province, regency, district);
    case Level::village: return fmt::format("{:02}.{:02}.{:02}.{:04}", province, regency, district, village);
    }
    return {};
}

Level level_of(std::uint64_t number) noexcept {
    if (number % in_district != 0) return Level::village;
    if (number % in_regency != 0) return Level::district;
    if (number % in_province != 0) return Level::regency;
    return Level::province;
}

std::uint64_t at_level(std::uint64_t number, Level level) noexcept {
    switch (level) {
    case Level::province: return number - number % in_province;
    case Level::regency: return number - number % in_regency;
    case Level::district: return number - number % in_district;
    case Level::village: return number;
    }
    return number;
}

bool lies_within(std::uint64_t inner, std::uint64_t outer) noexcept {
    return at_level(inner, level_of(outer)) == outer;
}

bool in_indonesia(Point point) noexcept {
    return point.lat >= -11.2 && point.lat <= 6.2 && point.lon >= 94.9 && point.lon <= 141.1;
}

} // namespace places
