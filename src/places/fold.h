// Names as they are compared: small letters and digits alone, so that "Gununganyar" is "Gunung Anyar". Pure.
#pragma once
#include <string>
#include <string_view>

namespace places {

/// 'a'..'z' or '0'..'9' for a letter or digit of ASCII, 0 for anything else.
[[nodiscard]] constexpr char folded(char c) noexcept {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
    return 0;
}
[[nodiscard]] inline std::string fold(std::string_view name) {
    std::string out;
    for (char c : name)
        if (char f = folded(c)) out += f;
    return out;
}

} // namespace places
