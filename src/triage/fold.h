// Text as it is searched: compatibility forms undone, small letters, digits of any script as 0-9, no
// invisible or combining marks. Never fails: broken bytes become U+FFFD. Every folded byte knows where it
// came from.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace triage {

/// What the writer felt, as an emoji says it.
enum class Mood : std::uint8_t { none, thanks, laughter, sorrow, love, praise, anger, wonder };

/// An emoji became a space, and this.
struct MoodAt {
    std::uint32_t at = 0; ///< of the folded text
    Mood mood = Mood::none;
};

struct Folded {
    std::string text;
    std::vector<std::uint32_t>
        origin;            ///< first byte of what each folded byte came from; empty: the same place
    std::size_t given = 0; ///< bytes of the text as it was given
    std::vector<MoodAt> moods = {};

    /// [begin, end) of text as bytes of the given text.
    [[nodiscard]] std::pair<std::size_t, std::size_t> span(std::size_t begin, std::size_t end) const noexcept;
};

[[nodiscard]] Folded fold(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_small(char c) noexcept {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_word(char c) noexcept {
    return is_digit(c) || is_small(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// FNV-1a, mixed: equal words have equal hashes in every run.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view word) noexcept {
    std::uint64_t h = 0xcbf29ce484222325U;
    for (char c : word)
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return h ^ (h >> 29U);
}

} // namespace triage
