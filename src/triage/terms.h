// The words of a text as search knows them: folded, slang written out, and their stem (Snowball's Indonesian
// stemmer; Tala 2003), so that "diperbaiki" finds "perbaikan". Texts that are searched and words that are
// looked for pass this one function. Never fails; any thread may call it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace triage {

/// Rises when the same text gives other terms than before: what was stored is then made anew.
inline constexpr int terms_version = 1;

inline constexpr std::size_t longest_term = 40; ///< bytes; the rest of a longer word is cut off

struct Term {
    std::string form; ///< letters and digits only, of any script
    std::string stem; ///< equal to the form where there is nothing to cut
    bool operator==(const Term&) const = default;
};

/// In the order of the text, repeated words included. Tokens of masked data are left out.
[[nodiscard]] std::vector<Term> terms(std::string_view text);

/// Whether the form says nothing by itself ("yang", "di"): not worth a place in an index.
[[nodiscard]] bool is_filler(std::string_view form) noexcept;

} // namespace triage
