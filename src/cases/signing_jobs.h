// Signatures of the cases that were stored before there were any, or under an older form of them. Idempotent;
// goes on where it stopped, also after a kill.
#pragma once
#include "base/id.h"
#include "base/result.h"

namespace db {
class Database;
}

namespace cases {

/// One turn: some thousand cases, a hundred in each unit of work.
[[nodiscard]] base::Result<void> fill_signatures(db::Database& database, base::AgencyId agency);

} // namespace cases
