// The parts of a text that an address is made of, and how far one reaches. Pure; looks at a bounded number of
// words from each place.
#pragma once
#include "triage/mask_address_lists.h"

#include <string_view>
#include <vector>

namespace triage::address {

/// A word, or the letters or the figures of one: "kelor9" and "no12" are two.
struct Token {
    std::uint32_t begin, end;
    std::uint32_t words;  ///< meaning()
    std::uint32_t figure; ///< the next token at or after this one that begins with a digit
    bool digit;           ///< begins with a digit
};

struct Tokens {
    std::string_view text;
    std::vector<Token> all;
    [[nodiscard]] std::string_view form(std::size_t i) const noexcept {
        return text.substr(all[i].begin, all[i].end - all[i].begin);
    }
    /// What stands before token i.
    [[nodiscard]] std::string_view gap(std::size_t i) const noexcept {
        const std::size_t from = i == 0 ? 0 : all[i - 1].end;
        return text.substr(from, all[i].begin - from);
    }
    [[nodiscard]] bool is(std::size_t i, std::uint32_t bits) const noexcept {
        return i < all.size() && (all[i].words & bits) != 0;
    }
};

[[nodiscard]] Tokens tokens_of(std::string_view folded);

/// Tokens [first, last] as a place.
struct Place {
    std::size_t first = 0, last = 0;
    bool headed = false;   ///< begins with jl, dusun, blok ...
    bool house = false;    ///< "no 12", "5/4", "blok F 23"
    bool figure = false;   ///< a number alone: "Jl. Kelor 218"
    bool rt = false;       ///< "RT 03"
    std::size_t names = 0; ///< words that are no parts of addresses
    [[nodiscard]] bool is_whole() const noexcept { return house && rt; }
};

/// The place that begins at token `first`; last == first and nothing else set where none does.
[[nodiscard]] Place place_at(const Tokens& tokens, std::size_t first) noexcept;

} // namespace triage::address
