// What is a telephone number by its form, and which of them are the public's own. Pure.
#pragma once
#include "triage/mask_digits.h"

namespace triage {

/// 0812-3456-7890, +62 812..., 0 857 00001 999, +1 (202) 555 0143
[[nodiscard]] bool is_mobile(const Chain& chain, bool plus) noexcept;
/// (021) 1234567, 031-8431234, 0315343000
[[nodiscard]] bool is_landline(const Chain& chain) noexcept;
/// Another group belongs to a phone number that is long enough already only if it is no count or house
/// number.
[[nodiscard]] bool phone_may_go_on(const Chain& chain) noexcept;
/// The number of a service, "kantor kelurahan (031) 5678901": known to all, and wanted by the reader. What is
/// somebody's own, or a swindler's, is not.
[[nodiscard]] bool is_of_a_service(std::string_view text, std::size_t at, bool mobile) noexcept;

} // namespace triage
