// The public code of a case: agency prefix and 8 speakable symbols, the last a check: TGP-7K3M-9QXT. Every
// wrong symbol and every exchange of two is noticed. Reading fails with `field.invalid` and field "code".
#pragma once
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cases {

struct Code {
    std::string prefix;  ///< "TGP"
    std::string symbols; ///< "7K3M9QXT"
    bool operator==(const Code&) const = default;
};

inline constexpr std::size_t code_symbols = 8;
/// 31^7: how many different codes a prefix has.
inline constexpr std::uint64_t code_count = 27'512'614'111;

[[nodiscard]] std::string to_string(const Code& code); ///< "TGP-7K3M-9QXT"

/// `random` is reduced to below code_count.
[[nodiscard]] Code make(std::string_view prefix, std::uint64_t random);

/// Forgives lower case, spaces, missing or other dashes, I and L for 1, and O, 0 and U where only one reading
/// has a right check symbol. `prefix` stands in where the text has none.
[[nodiscard]] base::Result<Code> parse_code(std::string_view text, std::string_view prefix = {});

} // namespace cases
