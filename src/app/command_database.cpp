// migrate, backup, restore, rebuild.
#include "app/command.h"
#include "app/house.h"
#include "app/past.h"
#include "cases/rebuild_actions.h"
#include "cases/tally_actions.h"
#include "db/backup.h"
#include "db/files.h"

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

/// What of this installation's past the backup does not know. Read from a copy: opening changes a file.
base::Result<std::vector<Behind>> missing_in(const std::filesystem::path& file, const Settings& settings) {
    const Remembered remembered(settings.data);
    if (remembered.reached().empty()) return std::vector<Behind>{};
    const db::Temporary copy(settings.data / "backup.look");
    db::copy_private(file, copy.path());
    auto database = db::open(copy.path().string());
    if (!database) return base::pass(database);
    return behind(**database, remembered);
}

void print(const PutBack& done) {
    std::printf("%lld mails wait for a person on /meja/keluar, %lld people were erased again\n",
                static_cast<long long>(done.held), static_cast<long long>(done.erased));
    for (const auto& code : done.to_redact)
        std::printf("%s had been redacted since: redact it again\n", code.c_str());
}

base::Result<void> restore(const Settings& settings, const std::string& file, bool replace, bool accept_old) {
    if (!file.empty()) {
        if (auto readable = db::inspect(file); !readable) return base::pass(readable);
        auto missing = missing_in(file, settings);
        if (!missing) return base::pass(missing);
        if (!missing->empty() && !accept_old)
            return base::fail(base::Kind::conflict, "restore.older",
                              told(*missing) + "Nothing was changed. If there is nothing newer: the same "
                                               "command with --accept-old. Mails that may have been sent "
                                               "since will wait for a person, and everybody signs in again.");
        // Before anything is replaced: what follows needs it.
        if (!missing->empty())
            if (auto key = people::read_vault_key(settings.vault_key_file()); !key) return base::pass(key);
        auto report = db::restore(file, settings.database_url(),
                                  replace ? db::Existing::replace : db::Existing::refuse);
        if (!report) return base::pass(report);
        print(*report);
    } else if (!accept_old) {
        return base::fail(base::Kind::invalid, "field.missing", "name the backup");
    }
    const Remembered remembered(settings.data);
    if (!accept_old && remembered.gone().empty()) return {};
    auto house = House::open(settings, Vault::make_or_open, base::system_now(), Past::may_be_older);
    if (!house) return base::pass(house);
    auto done = accept_old && !behind(*(*house)->database, remembered).empty() ? accept_older(**house)
                                                                               : erase_again(**house);
    if (!done) return base::pass(done);
    print(*done);
    return {};
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
        if (auto there = must_have_database(*settings); !there) return base::pass(there);
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
    auto accept_old = std::make_shared<bool>(false);
    app.add_option("FILE", *file, "a backup; without it, with --accept-old: the database as it is there");
    app.add_flag("--replace", *replace, "also when the database there holds rows");
    app.add_flag("--accept-old", *accept_old, "also when this installation had come further than it");
    app.footer("DATA/reached and DATA/erased say how far this installation had come and who was erased: keep "
               "them where DATA/vault.key is kept.");
    return [flags, file, replace, accept_old]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        std::error_code ignored;
        std::filesystem::create_directories(settings->data, ignored);
        return restore(*settings, *file, *replace, *accept_old);
    };
}

Run add_rebuild(CLI::App& app) {
    auto flags = add_settings(app);
    auto check = std::make_shared<bool>(false);
    app.add_flag("--check", *check, "say what differs and change nothing")->required();
    return [flags, check]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto house = House::open_existing(*settings, Vault::not_needed);
        if (!house) return base::pass(house);
        std::int64_t wrong = 0;
        for (const auto agency : (*house)->directories.agencies()) {
            const auto checked = cases::check_rebuild(
                *(*house)->database, agency, [](const auto& line) { std::printf("%s\n", line.c_str()); });
            wrong += checked.wrong;
            if (auto directory = (*house)->directories.of(agency)) {
                const auto counts =
                    cases::count_tally_errors(*(*house)->database, (*house)->ids, **directory);
                wrong += counts;
                if (counts > 0)
                    std::printf("agency %lld: %lld counts are not those of its cases\n",
                                static_cast<long long>(agency.value), static_cast<long long>(counts));
            }
            std::printf("agency %lld: %lld cases, %lld events, %lld items, %lld differ\n",
                        static_cast<long long>(agency.value), static_cast<long long>(checked.cases),
                        static_cast<long long>(checked.events), static_cast<long long>(checked.items),
                        static_cast<long long>(checked.wrong));
        }
        if (wrong > 0)
            return base::fail(base::Kind::broken, "rebuild.differs", "what is listed above does not agree");
        return {};
    };
}

} // namespace app
