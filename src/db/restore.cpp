#include "db/backup.h"
#include "db/files.h"
#include "db/postgres_copy.h"
#include "db/sqlite_file.h"

#include <algorithm>

namespace db {

namespace {

using base::Kind;

bool is_postgres(std::string_view target) {
    return target.starts_with("postgresql://") || target.starts_with("postgres://");
}

/// Whether an SQLite target may be overwritten; leaves nothing in its log.
base::Result<void> make_way(const std::filesystem::path& target, Existing existing) {
    if (!std::filesystem::exists(target)) return {};
    SqliteFile file(target, SqliteFile::Mode::read_write);
    if (existing == Existing::refuse)
        for (const auto& table : file.tables())
            if (file.rows(table) > 0) return base::fail(Kind::conflict, "restore.not_empty", table);
    try {
        // Leaving WAL needs the file for itself alone: fails while a server has it open.
        file.run("pragma busy_timeout = 100; pragma journal_mode = delete");
    } catch (const Unavailable& busy) {
        return base::fail(Kind::conflict, "restore.in_use", busy.what());
    }
    return {};
}

base::Result<void> into_sqlite(const std::filesystem::path& backup, const std::filesystem::path& target,
                               Existing existing) {
    if (auto free = make_way(target, existing); !free) return free;
    const Temporary temporary(target.string() + ".restore");
    copy_private(backup, temporary.path());
    remove_beside(target);
    sync_and_rename(temporary.path(), target);
    return {};
}

base::Result<void> make_way(PostgresConnection& to, Existing existing) {
    if (texts(
            to,
            "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() "
            "and backend_type = 'client backend'")
            .size() > 0)
        return base::fail(Kind::conflict, "restore.in_use", "other connections");
    const auto tables = texts(to, "select tablename from pg_tables where schemaname = current_schema()");
    if (existing == Existing::refuse)
        for (const auto& table : tables)
            if (table != "migrations" && !texts(to, "select 1 from " + quoted(table) + " limit 1").empty())
                return base::fail(Kind::conflict, "restore.not_empty", table);
    for (const auto& table : tables)
        to.script("drop table " + quoted(table) + " cascade");
    return {};
}

void make_tables(PostgresConnection& to, std::span<const Migration> applied) {
    to.script(
        "create table migrations (number integer not null primary key, name text not null, sha256 text not "
        "null)");
    const std::vector<std::string> columns{"number", "name", "sha256"};
    for (const Migration& migration : applied) {
        to.script(std::string(migration.postgres));
        CopyIn row(to, "migrations", columns);
        const std::optional<std::string> values[] = {std::to_string(migration.number),
                                                     std::string(migration.name),
                                                     std::string(migration.postgres_sha256)};
        row.put(values);
        row.finish();
    }
}

/// All or nothing: one transaction.
base::Result<void> into_postgres(const BackupReport& report, std::string_view target, Existing existing) {
    Counters counters;
    PostgresConnection to(std::string(target), Options{.statement_timeout = {}}, counters);
    SqliteFile from(report.file, SqliteFile::Mode::read_only);
    to.script("begin");
    if (auto free = make_way(to, existing); !free) return free;
    const auto all = migrations();
    const auto last = std::ranges::find(all, report.last_migration, &Migration::name);
    make_tables(to, all.first(static_cast<std::size_t>(last - all.begin()) + 1));
    for (const auto& table : from.tables()) {
        const auto columns = from.columns(table);
        std::string names;
        for (const auto& column : columns)
            names += (names.empty() ? "" : ", ") + quoted(column);
        if (texts(to, "select 1 from pg_tables where schemaname = current_schema() and tablename = '" +
                          table + "'")
                .empty())
            continue; // an index of SQLite's own search
        CopyIn rows(to, table, columns);
        from.each_row("select " + names + " from " + quoted(table),
                      [&](SqliteFile::Row row) { rows.put(row); });
        rows.finish();
    }
    to.script("commit");
    return {};
}

} // namespace

base::Result<BackupReport> restore(const std::filesystem::path& file, std::string_view target,
                                   Existing existing) {
    auto report = inspect(file);
    if (!report) return report;
    try {
        auto put = is_postgres(target) ? into_postgres(*report, target, existing)
                                       : into_sqlite(file, std::filesystem::path(target), existing);
        if (!put) return base::pass(put);
        auto restored = open(target);
        if (!restored) return base::pass(restored);
        auto migrated = migrate(**restored);
        if (!migrated) return base::pass(migrated);
        return report;
    } catch (const Unavailable& failure) {
        return base::fail(Kind::unavailable, "database.unreachable", failure.what());
    }
}

} // namespace db
