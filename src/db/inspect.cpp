// What is in a backup, and whether it can be trusted.
#include "db/backup.h"
#include "db/sqlite_file.h"

#include <algorithm>

namespace db {

namespace {

base::Result<std::string> last_migration_of(SqliteFile& file) {
    std::string last;
    std::optional<base::Problem> problem;
    const auto all = migrations();
    file.each_row("select number, name, sha256 from migrations order by number", [&](SqliteFile::Row row) {
        if (problem) return;
        const int number = std::stoi(row[0].value_or("0"));
        last = row[1].value_or("");
        const auto known = std::ranges::find(all, number, &Migration::number);
        if (known == all.end())
            problem = base::fail(base::Kind::broken, "database.newer", last).error();
        else if (known->sqlite_sha256 != row[2])
            problem = base::fail(base::Kind::broken, "database.altered", last).error();
    });
    if (problem) return std::unexpected(std::move(*problem));
    if (last.empty()) return base::fail(base::Kind::broken, "backup.broken", "no migrations");
    return last;
}

} // namespace

base::Result<BackupReport> inspect(const std::filesystem::path& path) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path, error);
    if (error) return base::fail(base::Kind::not_found, "backup.missing", path.string());
    BackupReport report{
        .file = path, .bytes = static_cast<std::int64_t>(bytes), .last_migration = {}, .tables = {}};
    try {
        SqliteFile file(path, SqliteFile::Mode::read_only);
        const auto integrity = file.texts("pragma integrity_check(1)");
        if (integrity.empty() || integrity[0] != "ok")
            return base::fail(base::Kind::broken, "backup.broken", integrity.empty() ? "" : integrity[0]);
        auto last = last_migration_of(file);
        if (!last) return base::pass(last);
        report.last_migration = std::move(*last);
        for (const auto& table : file.tables())
            report.tables.push_back({.table = table, .rows = file.rows(table)});
    } catch (const Error& failure) {
        return base::fail(base::Kind::broken, "backup.broken", failure.what());
    }
    return report;
}

} // namespace db
