// When people of an agency are next there, by its office hours, holidays and own days.
#pragma once
#include "agency/directory.h"
#include "agency/office_hours_actions.h"

#include <optional>

namespace outgoing {

/// `now` while somebody is there; empty when nobody is for 60 days.
[[nodiscard]] std::optional<base::Time> next_open(const agency::Directory& directory, base::Time now);

} // namespace outgoing
