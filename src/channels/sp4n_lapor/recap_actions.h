// Counting a month for whoever may count it.
#pragma once
#include "channels/sp4n_lapor/recap.h"
#include "channels/sp4n_lapor/services_actions.h"
#include "staff/principal.h"

namespace channels::sp4n_lapor {

/// Coordinators, heads, auditors and administrators count the cases of their offices; whistleblowing is
/// counted for nobody, and a conduct complaint not at the office it names.
[[nodiscard]] bool may_count(const cases::Case& c, const staff::Principal& person,
                             const agency::Directory& directory);
/// Holds one of these roles anywhere.
[[nodiscard]] bool may_recap(const staff::Principal& person);

/// `person` null: the command line, all offices.
[[nodiscard]] Recap read_recap(const Services& services, const agency::Directory& directory,
                               const Month& month, const staff::Principal* person);
/// The workbook's bytes.
[[nodiscard]] std::string recap_bytes(const Services& services, const agency::Directory& directory,
                                      const Recap& recap);

} // namespace channels::sp4n_lapor
