// Enumerations with codes: one table of (value, code) per enum serves SQL, JSON and URLs.
#pragma once
#include "base/result.h"

#include <array>
#include <concepts>
#include <string_view>
#include <utility>

namespace base {

/// Specialise beside the enum: `template <> inline constexpr auto base::codes<State> =
/// std::to_array<base::Coded<State>>({...});`
template <class E> struct Coded {
    E value;
    std::string_view code;
};
template <class E> inline constexpr std::array<Coded<E>, 0> codes{};

template <class E>
concept has_codes = std::is_enum_v<E> && (codes<E>.size() > 0);

template <has_codes E> [[nodiscard]] constexpr std::string_view code_of(E value) noexcept {
    for (const auto& row : codes<E>)
        if (row.value == value) return row.code;
    return {};
}

template <has_codes E> [[nodiscard]] Result<E> from_code(std::string_view code, std::string field = {}) {
    for (const auto& row : codes<E>)
        if (row.code == code) return row.value;
    return fail_field(std::move(field), "field.invalid", "unknown code " + std::string(code.substr(0, 40)));
}

} // namespace base
