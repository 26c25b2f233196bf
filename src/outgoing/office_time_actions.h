// When people of an agency are next there, by its office hours and the shipped holidays.
#pragma once
#include "agency/agency.h"
#include "agency/office_hours_actions.h"

namespace outgoing {

/// `now` while somebody is there; empty when nobody is for 60 days.
[[nodiscard]] std::optional<base::Time> next_open(db::Tx& tx, const agency::Agency& agency, base::Time now);

} // namespace outgoing
