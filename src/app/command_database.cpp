// migrate, backup, restore.
#include "app/command.h"
#include "app/house.h"
#include "db/backup.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace app {
namespace {

void print(const db::BackupReport& report) {
    std::int64_t rows = 0;
    for (const auto& table : report.tables)
        rows += table.rows;
    std::printf("%s: %lld bytes, %lld rows in %zu tables, migrated to %s\n", report.file.c_str(),
                static_cast<long long>(report.bytes), static_cast<long long>(rows), report.tables.size(),
                report.last_migration.c_str());
}

} // namespace

Run add_migrate(CLI::App& app) {
    auto flags = add_settings(app);
    return [flags]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        std::error_code ignored;
        std::filesystem::create_directories(settings->data, ignored);
        auto database = db::open(settings->database_url());
        if (!database) return base::pass(database);
        auto applied = db::migrate(**database);
        if (!applied) return base::pass(applied);
        for (const auto& name : *applied)
            std::printf("applied %s\n", name.c_str());
        std::printf("%s is up to date\n", (*database)->where().c_str());
        return {};
    };
}

Run add_backup(CLI::App& app) {
    auto flags = add_settings(app);
    auto file = std::make_shared<std::string>();
    app.add_option("FILE", *file, "where to write it; must not exist")->required();
    app.footer(
        "A backup never holds the vault's key: keep DATA/vault.key apart, without it no name can be read.");
    return [flags, file]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        if (settings->database.empty() && !std::filesystem::exists(settings->database_url()))
            return base::fail(base::Kind::not_found, "database.missing",
                              "there is no database at " + settings->database_url());
        auto database = db::open(settings->database_url());
        if (!database) return base::pass(database);
        auto report = db::backup(**database, *file);
        if (!report) return base::pass(report);
        print(*report);
        return {};
    };
}

Run add_restore(CLI::App& app) {
    auto flags = add_settings(app);
    auto file = std::make_shared<std::string>();
    auto replace = std::make_shared<bool>(false);
    app.add_option("FILE", *file, "a backup")->required();
    app.add_flag("--replace", *replace, "also when the database there holds rows");
    return [flags, file, replace]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        std::error_code ignored;
        std::filesystem::create_directories(settings->data, ignored);
        auto report = db::restore(*file, settings->database_url(),
                                  *replace ? db::Existing::replace : db::Existing::refuse);
        if (!report) return base::pass(report);
        print(*report);
        return {};
    };
}

} // namespace app
