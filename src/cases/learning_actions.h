// What people decided about cases, to learn from. Cases that nobody has looked at yet, and what only few may
// see (whistleblowing, conduct), are left out. Never fails.
#pragma once
#include "cases/learning.h"

namespace db {
class Tx;
}

namespace cases {

/// The newest ones, the oldest of them first.
[[nodiscard]] std::vector<DecidedCase> decided_cases(db::Tx& tx, base::AgencyId agency);

} // namespace cases
