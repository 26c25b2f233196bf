// An area of Indonesia as Kepmendagri numbers it, and a point on its map. Plain values; nothing here can fail
// but reading a code that is none, which gives nullopt.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace places {

enum class Level : std::uint8_t { province, regency, district, village };

struct Point {
    double lat = 0; ///< degrees, north is positive
    double lon = 0; ///< degrees, east is positive
};

struct Area {
    std::string code; ///< "31.74.01.1001"; a prefix up to a dot is the code of the area around it
    std::string name; ///< official: "Kota Administrasi Jakarta Selatan"
    Level level = Level::province;
    double lat = 0; ///< middle of the area; of the area around it where the source has none
    double lon = 0;
};

/// A code as a number whose order is that of the codes and in which every area stands before those within it:
/// "31.74" is 3'174'000'000. nullopt for anything that has not the form of a code.
[[nodiscard]] std::optional<std::uint64_t> code_number(std::string_view code) noexcept;
[[nodiscard]] std::string code_text(std::uint64_t number);
[[nodiscard]] Level level_of(std::uint64_t number) noexcept;
/// The number of the area of that level around it, or itself.
[[nodiscard]] std::uint64_t at_level(std::uint64_t number, Level level) noexcept;
/// Whether `inner` is `outer` or lies within it.
[[nodiscard]] bool lies_within(std::uint64_t inner, std::uint64_t outer) noexcept;

/// Whether a point lies in the box around Indonesia: 11.2° S to 6.2° N, 94.9° E to 141.1° E. False for NaN.
[[nodiscard]] bool in_indonesia(Point point) noexcept;

} // namespace places
