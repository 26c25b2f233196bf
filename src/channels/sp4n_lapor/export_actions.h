// The file for SP4N-LAPOR!: what became of reports. Reads in pages.
#pragma once
#include "channels/sp4n_lapor/month.h"
#include "channels/sp4n_lapor/services_actions.h"

#include <optional>

namespace channels::sp4n_lapor {

enum class Which { from_lapor, all };

/// Cases received in the month, or of all time when there is none, as CSV. `may_see`: rights of who asks.
[[nodiscard]] std::string follow_ups(const Services& services, const agency::Directory& directory,
                                     const std::optional<Month>& month, Which which,
                                     const std::function<bool(const cases::Case&)>& may_see);

} // namespace channels::sp4n_lapor
