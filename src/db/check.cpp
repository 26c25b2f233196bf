#include "db/check.h"

#include "db/sqlite_file.h"

namespace db {

std::vector<std::string> integrity_faults(const Database& database) {
    if (database.engine() == Engine::postgres) return {};
    auto lines = SqliteFile(database.where(), SqliteFile::Mode::read_only).texts("pragma quick_check(10)");
    if (lines == std::vector<std::string>{"ok"}) lines.clear();
    return lines;
}

} // namespace db
