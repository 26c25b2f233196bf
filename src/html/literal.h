// What markup<"..."> and url<"..."> share: a literal as template argument, and the plain values that fill
// slots.
#pragma once
#include "html/scan.h"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace html {

template <std::size_t N> struct Literal {
    char text[N]{};
    consteval Literal(const char (&literal)[N]) {
        for (std::size_t i = 0; i < N; ++i)
            text[i] = literal[i];
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text, N - 1}; }
};

template <class T>
concept is_whole_number =
    std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
    !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

/// An id, or any type whose room gives it a `to_string`.
template <class T>
concept names_itself =
    std::is_class_v<T> && !std::convertible_to<const T&, std::string_view> && requires(const T& value) {
        { to_string(value) } -> std::convertible_to<std::string>;
    };

template <class T>
concept is_text = std::convertible_to<const T&, std::string_view> || is_whole_number<T> || names_itself<T>;

namespace detail {

constexpr std::size_t count_slots(std::string_view literal) noexcept {
    std::size_t count = 0;
    for (std::size_t at = literal.find("{}"); at != std::string_view::npos; at = literal.find("{}", at + 2))
        ++count;
    return count;
}

/// Calls `use` with the value as it reads.
template <is_text T, class Use> void with_text(const T& value, Use use) {
    if constexpr (is_whole_number<T>) {
        char digits[24];
        auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        use(std::string_view(digits, static_cast<std::size_t>(end - digits)));
    } else if constexpr (names_itself<T>) {
        use(std::string_view(to_string(value)));
    } else {
        use(std::string_view(value));
    }
}

} // namespace detail
} // namespace html
