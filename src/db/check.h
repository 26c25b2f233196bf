// Whether a database is whole, as its engine sees it.
#pragma once
#include "db/database.h"

namespace db {

/// Lines of SQLite's own check, at most ten; empty when all is well, and on PostgreSQL, which has no such
/// check by SQL. Reads the whole file beside the server's connections. Throws Unavailable.
[[nodiscard]] std::vector<std::string> integrity_faults(const Database& database);

} // namespace db
