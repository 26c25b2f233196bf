// What people decided about cases, to learn from, archived ones among them. Cases that nobody has looked at
// yet, and what only few may see (whistleblowing, conduct), are left out. Never fails.
#pragma once
#include "cases/learning.h"

namespace db {
class Database;
}

namespace cases {

/// The newest ones, in the order of time. Read in stretches, each a short unit of its own.
[[nodiscard]] std::vector<DecidedCase> decided_cases(db::Database& database, base::AgencyId agency);

} // namespace cases
