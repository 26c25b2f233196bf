#include "db/migrate.h"

#include <algorithm>

namespace db {

namespace {

struct Applied {
    int number = 0;
    std::string name;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, name, sha256))

constexpr Query<Applied()> find_applied{"db.find_applied",
                                        "select number, name, sha256 from migrations order by number"};
constexpr Query<void(int, std::string, std::string)> insert_applied{
    "db.insert_applied", "insert into migrations (number, name, sha256) values (:number, :name, :sha256)"};
constexpr Query<std::int64_t()> count_tables{
    "db.count_migration_tables",
    "select count(*) from sqlite_master where type = 'table' and name = 'migrations'",
    "select count(*) from pg_tables where schemaname = current_schema() and tablename = 'migrations'"};

constexpr std::string_view create_table = "create table if not exists migrations ("
                                          "number integer not null primary key, name text not null, "
                                          "sha256 text not null)";
// Two nodes that start together: the second waits and finds the work done. SQLite's writer is alone anyway.
constexpr std::string_view one_at_a_time = "set local statement_timeout = 0; set local lock_timeout = 0;"
                                           "select pg_advisory_xact_lock(7461067761706701)";

std::string_view text_of(const Migration& migration, Engine engine) {
    return engine == Engine::sqlite ? migration.sqlite : migration.postgres;
}
std::string_view sha256_of(const Migration& migration, Engine engine) {
    return engine == Engine::sqlite ? migration.sqlite_sha256 : migration.postgres_sha256;
}

/// The applied ones are a beginning of `all`, unaltered; gives how many.
base::Result<std::size_t> check(const std::vector<Applied>& applied, std::span<const Migration> all,
                                Engine engine) {
    for (const Applied& row : applied) {
        const auto known = std::ranges::find(all, row.number, &Migration::number);
        if (known == all.end()) return base::fail(base::Kind::broken, "database.newer", row.name);
        if (row.sha256 != sha256_of(*known, engine))
            return base::fail(base::Kind::broken, "database.altered", row.name);
    }
    return applied.size();
}

base::Result<std::vector<Applied>> read_applied(Tx& tx) {
    if (tx.one(count_tables).value_or(0) == 0) return std::vector<Applied>{};
    return tx.all(find_applied);
}

/// Applies the first one that is missing; gives its name, or an empty one when nothing is.
base::Result<std::string> apply_next(Tx& tx, std::span<const Migration> all) {
    const Engine engine = tx.engine();
    if (engine == Engine::postgres) tx.script(one_at_a_time);
    tx.script(create_table);
    const auto applied = tx.all(find_applied);
    if (auto checked = check(applied, all, engine); !checked) return base::pass(checked);
    for (const Migration& migration : all) {
        if (std::ranges::find(applied, migration.number, &Applied::number) != applied.end()) continue;
        tx.script(text_of(migration, engine));
        tx.run(insert_applied, migration.number, migration.name, sha256_of(migration, engine));
        return std::string(migration.name);
    }
    return std::string();
}

} // namespace

base::Result<std::vector<std::string>> migrate(Database& database, std::span<const Migration> all) {
    std::vector<std::string> names;
    // Looked at first, so that a database that is up to date is not written to.
    auto missing = pending(database, all);
    if (!missing) return base::pass(missing);
    if (missing->empty()) return names;
    for (;;) {
        auto name = database.write([&](Tx& tx) { return apply_next(tx, all); });
        if (!name) return base::pass(name);
        if (name->empty()) return names;
        names.push_back(std::move(*name));
    }
}

base::Result<std::vector<std::string>> pending(Database& database, std::span<const Migration> all) {
    auto applied = database.read(read_applied);
    if (!applied) return base::pass(applied);
    if (auto checked = check(*applied, all, database.engine()); !checked) return base::pass(checked);
    std::vector<std::string> names;
    for (const Migration& migration : all)
        if (std::ranges::find(*applied, migration.number, &Applied::number) == applied->end())
            names.emplace_back(migration.name);
    return names;
}

} // namespace db
