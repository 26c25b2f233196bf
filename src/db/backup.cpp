#include "db/backup.h"

#include "db/files.h"
#include "db/postgres_copy.h"
#include "db/sqlite_file.h"

#include <algorithm>

namespace db {

namespace {

/// One snapshot of the whole file, compacted: deleted rows are not carried along.
void write_from_sqlite(const std::filesystem::path& source, const std::filesystem::path& file) {
    make_private(file);
    SqliteFile from(source, SqliteFile::Mode::read_write);
    std::string target = file.string();
    for (auto at = target.find('\''); at != std::string::npos; at = target.find('\'', at + 2))
        target.insert(at, 1, '\'');
    from.run("vacuum into '" + target + "'");
}

/// An empty file with the tables of the first `count` migrations.
base::Result<void> make_tables(const std::filesystem::path& file, std::size_t count) {
    auto made = open(file.string());
    if (!made) return base::pass(made);
    auto migrated = migrate(**made, migrations().first(count));
    if (!migrated) return base::pass(migrated);
    made->reset();
    SqliteFile(file, SqliteFile::Mode::read_write).run("pragma journal_mode = delete");
    return {};
}

base::Result<void> write_from_postgres(Database& database, const std::filesystem::path& file) {
    const auto missing = pending(database);
    if (!missing) return std::unexpected(missing.error());
    if (auto made = make_tables(file, migrations().size() - missing->size()); !made) return made;

    const auto connection = database.own_connection();
    auto& postgres = static_cast<PostgresConnection&>(*connection);
    SqliteFile to(file, SqliteFile::Mode::read_write);
    to.run("pragma synchronous = off; begin"); // synced as a whole before it gets its name
    postgres.script("begin isolation level repeatable read read only");
    for (const auto& table : to.tables()) {
        const auto columns = to.columns(table);
        std::string names;
        for (const auto& column : columns)
            names += (names.empty() ? "" : ", ") + quoted(column);
        copy_out(postgres, "select " + names + " from " + quoted(table), to.inserter(table, columns));
    }
    to.run("commit");
    return {};
}

} // namespace

base::Result<BackupReport> backup(Database& database, const std::filesystem::path& file) {
    if (std::filesystem::exists(file))
        return base::fail(base::Kind::conflict, "backup.exists", file.string());
    const Temporary temporary(file.string() + ".part");
    try {
        if (database.engine() == Engine::sqlite) {
            write_from_sqlite(database.where(), temporary.path());
        } else if (auto written = write_from_postgres(database, temporary.path()); !written) {
            return base::pass(written);
        }
        auto report = inspect(temporary.path());
        if (!report) return report;
        sync_and_rename(temporary.path(), file);
        report->file = file;
        return report;
    } catch (const Unavailable& failure) {
        return base::fail(base::Kind::unavailable, "database.unreachable", failure.what());
    }
}

} // namespace db
