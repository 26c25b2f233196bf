// The world around a test. Databases: every store and action test runs on both engines, each test in a fresh,
// migrated database of its own:
//   class Routing : public db::testing::OnEachEngine {};
//   DB_TEST_ON_EACH_ENGINE(Routing);
//   TEST_P(Routing, sends_a_pothole_to_its_office) { database().write(...); }
#pragma once
#include "db/migrate.h"
#include "fakes/postgres.h"

#include <gtest/gtest.h>

#include <atomic>

namespace db::testing {

inline std::string engine_name(Engine engine) {
    return engine == Engine::sqlite ? "sqlite" : "postgres";
}

enum class Contents { migrated, empty };

/// Children that a test starts are no part of the parts it runs in: they do what they are named for.
class ChildrenAreWhole : public ::testing::Environment {
    void SetUp() override { ::unsetenv("GTEST_TOTAL_SHARDS"); }
};
inline ::testing::Environment* const children_are_whole =
    ::testing::AddGlobalTestEnvironment(new ChildrenAreWhole);

/// A directory of its own that goes away with it.
class TemporaryDirectory {
public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "tanggap-test-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
        path_ = name;
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::unique_ptr<Database> opened(const std::string& where, Options options = {}) {
    auto database = db::open(where, options);
    if (!database) throw std::runtime_error(database.error().code + ": " + database.error().detail);
    return std::move(*database);
}

/// A database that nobody else uses, by default with all migrations; copied from a template, so it costs
/// little.
class FreshDatabase {
public:
    explicit FreshDatabase(Engine engine, Contents contents = Contents::migrated, Options options = {})
        : options_(options) {
        if (engine == Engine::sqlite) {
            where_ = (directory_.path() / "tanggap.db").string();
            if (contents == Contents::migrated) std::filesystem::copy_file(sqlite_template(), where_);
        } else {
            static std::atomic<int> count = 0;
            const std::string name = "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
            tests::Postgres::server().run(
                "create database " + name + " template " +
                (contents == Contents::migrated ? postgres_template() : "template0"));
            where_ = tests::Postgres::server().url(name);
        }
        database_ = opened(where_, options_);
    }
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;

    [[nodiscard]] Database& operator*() { return *database_; }
    [[nodiscard]] Database* operator->() { return database_.get(); }
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] const std::filesystem::path& directory() const { return directory_.path(); }
    void close() { database_.reset(); }
    /// As after a restart of the program.
    void reopen() {
        database_.reset();
        database_ = opened(where_, options_);
    }

private:
    static std::filesystem::path sqlite_template() {
        static TemporaryDirectory directory;
        static const std::filesystem::path file = [] {
            const auto path = directory.path() / "template.db";
            must_migrate(path.string());
            return path;
        }();
        return file;
    }
    static const std::string& postgres_template() {
        static const std::string name = [] {
            tests::Postgres::server().run("create database migrated template template0");
            must_migrate(tests::Postgres::server().url("migrated"));
            return std::string("migrated");
        }();
        return name;
    }
    static void must_migrate(const std::string& where) {
        const auto database = opened(where);
        const auto applied = migrate(*database);
        if (!applied) throw std::runtime_error(applied.error().code + ": " + applied.error().detail);
    }

    Options options_;
    TemporaryDirectory directory_;
    std::string where_;
    std::unique_ptr<Database> database_;
};

class OnEachEngine : public ::testing::TestWithParam<Engine> {
protected:
    [[nodiscard]] Database& database() { return *fresh(); }
    [[nodiscard]] FreshDatabase& fresh() { return fresh_; }

private:
    FreshDatabase fresh_{GetParam()};
};

} // namespace db::testing

#define DB_TEST_ON_EACH_ENGINE(Suite)                                                                        \
    INSTANTIATE_TEST_SUITE_P(, Suite, ::testing::Values(db::Engine::sqlite, db::Engine::postgres),           \
                             [](const auto& info) { return db::testing::engine_name(info.param); })
