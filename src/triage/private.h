// The detectors of private data behind mask.h. Each takes folded text and adds what it finds, in bytes of the
// folded text; they may overlap. Pure; every one passes over the text a fixed number of times.
#pragma once
#include "triage/fold.h"
#include "triage/mask.h"

namespace triage {

/// NIK, family cards, phone, account, tax and insurance numbers.
void find_numbers(std::string_view text, std::vector<Mask>& found);
/// "nol delapan satu dua ...": telephone numbers in words.
void find_spoken_numbers(std::string_view text, std::vector<Mask>& found);
/// nama@gmail.com, "nama at gmail dot com".
void find_emails(std::string_view text, std::vector<Mask>& found);
/// `given` tells capitals, which folding takes away.
void find_plates(const Folded& text, std::string_view given, std::vector<Mask>& found);
/// Where people live: a street, hamlet or block with a house number or RT, beside words that say whose it is.
/// What is broken has a place too, and that stays.
void find_addresses(const Folded& text, std::string_view given, std::vector<Mask>& found);

/// Where more numbers begin than any report has, or the text's end: from there on each is hidden by
/// hide_numbers(), whatever it is, with the short words beside it, and no detector asks.
[[nodiscard]] std::size_t begin_of_many_numbers(std::string_view text) noexcept;
void hide_numbers(std::string_view text, std::size_t from, std::vector<Mask>& found);

/// Sixteen digits that can be a NIK or family card number (Permendagri: province, regency, district, day,
/// month, year, serial; women's day + 40).
[[nodiscard]] bool is_identity_number(std::string_view digits) noexcept;

} // namespace triage
