// Which agency a command is about, and passwords that it makes.
#pragma once
#include "app/house.h"

namespace app {

/// The only agency of the database, or the one with that id; not_found `agency.unknown` says what to do.
[[nodiscard]] base::Result<base::AgencyId> agency_of(House& house, std::int64_t wanted);
[[nodiscard]] std::string new_password(House& house);

} // namespace app
