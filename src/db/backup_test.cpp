#include "db/backup.h"
#include "world.h"

#include <atomic>
#include <fstream>
#include <sys/stat.h>
#include <thread>

namespace {

using db::Engine;
using db::Existing;
using db::Query;
using db::Tx;
using db::testing::Contents;
using db::testing::FreshDatabase;

struct Stored {
    std::int64_t id = 0;
    std::string words = {};
    std::optional<std::string> host = {};
    double from = 0;
    bool operator==(const Stored&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, words, host, from))

constexpr Query<void(std::int64_t, std::string, std::optional<std::string>, double, std::int64_t)> insert{
    "test.insert",
    "insert into agencies (id, name, short_name, organiser, prefix, host, zone, accent, profile, "
    "emergency_from, secret_salt, created_at) values (:id, :words, 's', 'o', 'P', :host, 'WIB', 'a', "
    "'p', :from, 'salt', :at)"};
constexpr Query<Stored()> find_all{"test.all",
                                   "select id, name, host, emergency_from from agencies order by id"};
constexpr Query<void(std::int64_t)> insert_pair{
    "test.pair", "insert into agency_regions (agency, area) values (:n, 'a'), (:n, 'b')"};

const std::vector<Stored> rows{
    {1, "plain", "a.example", 0.1 + 0.2},
    {2, "tab\t newline\n backslash \\ \\N quote ' \" ä 🛵", std::nullopt, -1e300},
    {2147483647, "", "", 1e-300},
};

void fill(db::Database& database) {
    database.write([](Tx& tx) {
        for (const auto& row : rows)
            tx.run(insert, row.id, row.words, row.host, row.from, std::int64_t{1} << 62);
    });
}

std::vector<Stored> stored(db::Database& database) {
    return database.read([](Tx& tx) { return tx.all(find_all); });
}

std::int64_t rows_of(const db::BackupReport& report, std::string_view table) {
    for (const auto& each : report.tables)
        if (each.table == table) return each.rows;
    return -1;
}

class Backup : public db::testing::OnEachEngine {
protected:
    std::filesystem::path file() { return fresh().directory() / "backup.db"; }
};
DB_TEST_ON_EACH_ENGINE(Backup);

TEST_P(Backup, says_what_it_holds_and_only_its_owner_can_read_it) {
    fill(database());
    const auto report = db::backup(database(), file());
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(rows_of(*report, "agencies"), 3);
    EXPECT_EQ(rows_of(*report, "cases"), 0);
    EXPECT_EQ(report->last_migration, db::migrations().back().name);
    EXPECT_EQ(report->bytes, static_cast<std::int64_t>(std::filesystem::file_size(file())));
    struct stat about{};
    ASSERT_EQ(::stat(file().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    for (const auto& entry : std::filesystem::directory_iterator(fresh().directory()))
        EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
}

TEST_P(Backup, never_replaces_a_file) {
    std::ofstream(file()) << "mine";
    EXPECT_EQ(db::backup(database(), file()).error().code, "backup.exists");
    EXPECT_EQ(std::filesystem::file_size(file()), 4);
}

TEST_P(Backup, can_be_restored_into_either_engine) {
    fill(database());
    ASSERT_TRUE(db::backup(database(), file()));
    for (const Engine engine : {Engine::sqlite, Engine::postgres}) {
        FreshDatabase target(engine, Contents::empty);
        target.close();
        const auto report = db::restore(file(), target.where());
        ASSERT_TRUE(report) << report.error().code << " " << report.error().detail;
        target.reopen();
        EXPECT_EQ(stored(*target), rows) << db::testing::engine_name(engine);
        EXPECT_TRUE(db::pending(*target).value().empty());
    }
}

TEST_P(Backup, does_not_overwrite_rows_unless_told) {
    fill(database());
    ASSERT_TRUE(db::backup(database(), file()));
    FreshDatabase target(GetParam());
    target->write([](Tx& tx) { tx.run(insert, 7, "older", std::nullopt, 1, 1); });
    target.close();
    EXPECT_EQ(db::restore(file(), target.where()).error().code, "restore.not_empty");
    target.reopen();
    EXPECT_EQ(stored(*target).size(), 1);
    target.close();
    ASSERT_TRUE(db::restore(file(), target.where(), Existing::replace));
    target.reopen();
    EXPECT_EQ(stored(*target), rows);
}

TEST_P(Backup, is_not_restored_under_a_running_server) {
    ASSERT_TRUE(db::backup(database(), file()));
    FreshDatabase target(GetParam());
    (void)stored(*target);
    EXPECT_EQ(db::restore(file(), target.where(), Existing::replace).error().code, "restore.in_use");
    EXPECT_TRUE(stored(*target).empty());
}

TEST_P(Backup, under_write_load_is_one_consistent_moment) {
    std::atomic<bool> stop = false;
    std::atomic<std::int64_t> written = 0;
    {
        std::vector<std::jthread> writers;
        for (int t = 0; t < 3; ++t)
            writers.emplace_back([&, t] {
                for (std::int64_t n = t; !stop; n += 3) {
                    database().write([n](Tx& tx) {
                        tx.run(insert, n + 1, "words", std::nullopt, 0.5, 1);
                        tx.run(insert_pair, n + 1);
                    });
                    ++written;
                }
            });
        for (int i = 0; i < 3; ++i) {
            const auto at_least = written.load();
            const auto part = fresh().directory() / ("b" + std::to_string(i));
            const auto report = db::backup(database(), part);
            const auto at_most = written.load() + 3;
            ASSERT_TRUE(report) << report.error().code << " " << report.error().detail;
            EXPECT_EQ(rows_of(*report, "agency_regions"), 2 * rows_of(*report, "agencies"));
            EXPECT_GE(rows_of(*report, "agencies"), at_least);
            EXPECT_LE(rows_of(*report, "agencies"), at_most);
            while (written < at_most + 5)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        stop = true;
    }
}

TEST(Inspecting, refuses_what_is_not_a_sound_backup) {
    FreshDatabase fresh(Engine::sqlite);
    fill(*fresh);
    const auto sound = fresh.directory() / "sound.db";
    ASSERT_TRUE(db::backup(*fresh, sound));
    ASSERT_TRUE(db::inspect(sound));

    const auto damaged = [&](const char* name, const std::function<void(std::fstream&)>& damage) {
        const auto path = fresh.directory() / name;
        std::filesystem::copy_file(sound, path);
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        damage(file);
        return path;
    };
    const auto text = fresh.directory() / "text";
    std::ofstream(text) << "not a database at all, but long enough to look at";
    const auto holes = damaged("holes", [](std::fstream& file) {
        for (int page = 2; page < 30; ++page) {
            file.seekp(page * 4096);
            file << std::string(4096, 'x');
        }
    });
    const auto cut = fresh.directory() / "cut";
    std::filesystem::copy_file(sound, cut);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    const auto newer = fresh.directory() / "newer.db";
    std::filesystem::copy_file(sound, newer);
    {
        const auto database = db::testing::opened(newer.string());
        database->write([](Tx& tx) { tx.script("insert into migrations values (9999, '9999_later', 'x')"); });
    }
    const struct {
        std::filesystem::path file;
        std::string_view code;
    } cases[] = {
        {fresh.directory() / "nothing", "backup.missing"},
        {text, "backup.broken"},
        {holes, "backup.broken"},
        {cut, "backup.broken"},
        {newer, "database.newer"},
    };
    for (const auto& each : cases) {
        const auto report = db::inspect(each.file);
        ASSERT_FALSE(report) << each.file;
        EXPECT_EQ(report.error().code, each.code) << each.file;
        EXPECT_EQ(db::restore(each.file, (fresh.directory() / "target.db").string()).error().code, each.code);
        EXPECT_FALSE(std::filesystem::exists(fresh.directory() / "target.db"));
    }
}

} // namespace
