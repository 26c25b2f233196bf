// The words around a number that say what it is: "NIK", "hub.", "no rek". Pure, and each looks at a bounded
// piece of text.
#pragma once
#include <cstdint>
#include <string_view>

namespace triage {

/// `other`: a number of a thing that is nobody's secret, a meter, a ticket, a tax object.
enum class NumberCue : std::uint8_t {
    none,
    nik,
    family_card,
    phone,
    account,
    tax,
    insurance,
    money,
    plate,
    other
};

struct Cue {
    NumberCue what = NumberCue::none;
    bool reaches = false; ///< past words that are in no list: the number has to look like it too
};

/// Looks back from `at` over at most twelve words and 100 bytes of folded text, past fillers ("no", "saya"),
/// and within the clause past other words; never past a bracket, so that a token put in by masking is no cue.
[[nodiscard]] Cue cue_before(std::string_view text, std::size_t at) noexcept;

/// "9000 0188 21 mandiri", "1234 567 (BNI)"
[[nodiscard]] bool bank_after(std::string_view text, std::size_t at) noexcept;

} // namespace triage
