// Private data in a text: where it stands, and the text without it. Never fails; bytes that are not UTF-8 are
// passed on as they are. Linear in the length of the text.
#pragma once
#include "base/codes.h"
#include "base/language.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace triage {

struct Folded;

enum class PrivateData : std::uint8_t {
    nik,
    family_card,
    phone,
    email,
    plate,
    account,
    tax,
    insurance,
    address
};

/// Whether addresses are looked for: not in what is itself the place of a report.
enum class Addresses : std::uint8_t { hidden, stay };

struct Mask {
    PrivateData kind = PrivateData::nik;
    std::size_t begin = 0; ///< bytes of the text as it was given
    std::size_t end = 0;
    bool operator==(const Mask&) const = default;
};

/// What stands in its place: "[NIK disamarkan]".
[[nodiscard]] std::string_view token(PrivateData kind) noexcept;
/// What it is called: "nomor telepon".
[[nodiscard]] base::Text name(PrivateData kind) noexcept;

/// In order, never overlapping. Full-width and other digits count as digits; invisible characters hide
/// nothing.
[[nodiscard]] std::vector<Mask> find_private(std::string_view text, Addresses addresses = Addresses::hidden);
[[nodiscard]] std::vector<Mask> find_private(std::string_view text, const Folded& folded,
                                             Addresses addresses = Addresses::hidden);
/// The text with every mask replaced by its token. Masking a masked text changes nothing.
[[nodiscard]] std::string masked(std::string_view text, Addresses addresses = Addresses::hidden);
[[nodiscard]] std::string masked(std::string_view text, const std::vector<Mask>& masks);
/// A masked text looked through again, until nothing private is found.
[[nodiscard]] std::string settled(std::string masked_text, Addresses addresses = Addresses::hidden);

} // namespace triage

template <> inline constexpr auto base::codes<triage::PrivateData> =
    std::to_array<base::Coded<triage::PrivateData>>({
        {triage::PrivateData::nik, "nik"},
        {triage::PrivateData::family_card, "family_card"},
        {triage::PrivateData::phone, "phone"},
        {triage::PrivateData::email, "email"},
        {triage::PrivateData::plate, "plate"},
        {triage::PrivateData::account, "account"},
        {triage::PrivateData::tax, "tax"},
        {triage::PrivateData::insurance, "insurance"},
        {triage::PrivateData::address, "address"},
    });
