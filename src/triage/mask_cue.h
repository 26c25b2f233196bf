// The word before a number that says what it is: "NIK", "hub.", "no rek". Pure.
#pragma once
#include <cstdint>
#include <string_view>

namespace triage {

enum class NumberCue : std::uint8_t { none, nik, family_card, phone, account, tax, insurance, money, plate };

/// Looks back from `at` over at most five words and 60 bytes of folded text, past fillers ("no", "saya");
/// never past a bracket, so that a token put in by masking is no cue.
[[nodiscard]] NumberCue cue_before(std::string_view text, std::size_t at) noexcept;

} // namespace triage
