// Migrations: numbered, forward only, frozen; built into the program from migrations/*.sql. Refuses with
// `database.altered` when an applied one was changed and with `database.newer` when the database has more.
#pragma once
#include "db/database.h"

namespace db {

struct Migration {
    int number;
    std::string_view name; ///< "0001_agency"
    std::string_view sqlite;
    std::string_view postgres;
    std::string_view sqlite_sha256; ///< of the text, in hex
    std::string_view postgres_sha256;
};

/// Those of this program, by number.
[[nodiscard]] std::span<const Migration> migrations();

/// Applies what is missing, each in its own transaction; gives the names applied. Several nodes may do it at
/// once.
[[nodiscard]] base::Result<std::vector<std::string>> migrate(Database& database,
                                                             std::span<const Migration> all = migrations());

/// Names not yet applied; the same refusals. For /readyz.
[[nodiscard]] base::Result<std::vector<std::string>> pending(Database& database,
                                                             std::span<const Migration> all = migrations());

} // namespace db
