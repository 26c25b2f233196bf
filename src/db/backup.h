// A backup is one SQLite file, whatever the engine: it can be opened, checked and restored into either
// engine. Holds what the database holds and nothing from beside it: no key file, no configuration. Made while
// the server works.
#pragma once
#include "db/migrate.h"

#include <filesystem>

namespace db {

struct TableRows {
    std::string table;
    std::int64_t rows = 0;
};

struct BackupReport {
    std::filesystem::path file;
    std::int64_t bytes = 0;
    std::string last_migration; ///< "0009_deadlines"
    std::vector<TableRows> tables;
};

/// Writes beside `file`, checks what was written (opened again, integrity, migrations, counts), syncs, and
/// renames. `backup.exists` when the file is there, `backup.broken` when the check fails; an older backup is
/// never touched.
[[nodiscard]] base::Result<BackupReport> backup(Database& database, const std::filesystem::path& file);

/// Opens a backup, checks its integrity and reads its migrations and counts: `backup.missing`,
/// `backup.broken`, `database.newer`, `database.altered`.
[[nodiscard]] base::Result<BackupReport> inspect(const std::filesystem::path& file);

enum class Existing { refuse, replace };

/// Puts a backup in place of `target` (a path or postgresql://), which must not be in use, and migrates it
/// on. `restore.not_empty` when the target holds rows and `existing` refuses; `restore.in_use`.
[[nodiscard]] base::Result<BackupReport> restore(const std::filesystem::path& file, std::string_view target,
                                                 Existing existing = Existing::refuse);

} // namespace db
