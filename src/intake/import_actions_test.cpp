#include "cases/case_actions.h"
#include "cases/case_jobs.h"
#include "cases/figure_actions.h"
#include "cases/listing_actions.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "intake/import_actions.h"
#include "items/item_actions.h"
#include "people/vault.h"
#include "staff_world.h"
#include "world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <signal.h>
#include <thread>

namespace intake {
namespace {

constexpr std::string_view columns = "text=isi,created_at=waktu,id=nomor,office=unit";
constexpr std::string_view columns_without_id = "text=isi,created_at=waktu";

/// The pipeline over a database that has its agency already.
struct Pipeline {
    Pipeline(db::Database& in, const std::filesystem::path& folder, base::Now clock, int node)
        : database(in), now(std::move(clock)), ids(now, node),
          vault(people::open_vault(folder / "vault.key", in, staff::testing::random_bytes).value()),
          pictures(in, now, {.folder = folder / "media", .program = "/bin/false"}) {}

    base::Result<ImportCounts> import(const agency::Directory& directory, agency::AccountId account,
                                      std::string_view bytes, std::string_view spec, bool is_historical,
                                      std::size_t piece = 4096, std::function<void()> after_batch = {}) {
        ImportPlan plan{.format = ImportFormat::csv,
                        .columns = ImportColumns::parse(spec).value(),
                        .rules = {.office = UnknownName::leave},
                        .is_historical = is_historical};
        rejected.clear();
        const Services services{database, *vault, pictures, readers, ids, now, staff::testing::random_bytes};
        return import_file(services, directory, *directory.account(account), plan,
                           {.read =
                                [&](std::size_t) {
                                    auto part = bytes.substr(0, piece);
                                    bytes.remove_prefix(part.size());
                                    return std::string(part);
                                },
                            .rejected =
                                [&](const ImportRecord& record, const base::Problem& problem, const auto&) {
                                    rejected.push_back(std::to_string(record.line) + " " + problem.code);
                                },
                            .told =
                                [&](const auto&, std::int64_t) {
                                    if (after_batch) after_batch();
                                }});
    }

    db::Database& database;
    base::Now now;
    base::IdSource ids;
    std::unique_ptr<people::Vault> vault;
    media::Pictures pictures;
    learning::Readers readers;
    std::vector<std::string> rejected;
};

/// A register of invented reports, each with words of its own.
std::string register_of(int lines) {
    std::string out = "nomor;isi;waktu;unit\n";
    for (int i = 0; i < lines; ++i)
        out += fmt::format(
            "L{0};\"Lampu jalan nomor {0} di Tebet Timur padam; mohon dicek\";{1:02}/03/2026 08.30;{2}\n", i,
            1 + i % 28, i % 3 == 0 ? "Suku Dinas Selatan" : "");
    return out;
}

class Importing : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        account_ = add_account("surat");
        pipeline_ = std::make_unique<Pipeline>(database(), folder_.path(), [this] { return w().now; }, 5);
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }

    agency::AccountId add_account(std::string network) {
        return database()
            .write([&](db::Tx& tx) {
                return agency::add_account(
                    tx, {.ids = w().ids, .now = w().now}, w().agency,
                    {.id = {}, .office = w().root, .network = network, .name = "Register"});
            })
            .value()
            .id;
    }

    staff::testing::World& w() { return *world_; }
    ImportCounts import(std::string_view bytes, std::string_view spec = columns, bool is_historical = true) {
        return pipeline_->import(*directory_, account_, bytes, spec, is_historical).value();
    }
    std::vector<cases::Case> all_cases() {
        return database().read([&](db::Tx& tx) {
            cases::Listing all;
            all.limit = 1000;
            return cases::list_cases(tx, w().agency, all);
        });
    }

    db::testing::TemporaryDirectory folder_;
    std::unique_ptr<staff::testing::World> world_;
    std::unique_ptr<Pipeline> pipeline_;
    agency::DirectoryPtr directory_;
    agency::AccountId account_;
};
DB_TEST_ON_EACH_ENGINE(Importing);

TEST_P(Importing, takes_every_line_once_and_tells_what_it_rejects) {
    const std::string file = register_of(300) + "L300;;01/03/2026;\nL301;Lampu padam;besok;\nL302;a;b\n"
                                                "L5;Lampu padam lagi;01/03/2026;\n";
    EXPECT_EQ(import(file), (ImportCounts{.read = 304, .accepted = 300, .known = 1, .rejected = 3}));
    EXPECT_THAT(pipeline_->rejected,
                ::testing::ElementsAre("302 field.missing", "303 field.invalid", "304 import.line"));
    EXPECT_EQ(import(file), (ImportCounts{.read = 304, .accepted = 0, .known = 301, .rejected = 3}));
    EXPECT_EQ(all_cases().size(), 300u);
}

TEST_P(Importing, equal_lines_without_ids_are_different_reports) {
    const std::string file = "isi,waktu\nLampu padam,2026-03-01\nLampu padam,2026-03-01\n";
    EXPECT_EQ(import(file, columns_without_id).accepted, 2);
    EXPECT_EQ(import(file + "Lampu padam,2026-03-01\n", columns_without_id),
              (ImportCounts{.read = 3, .accepted = 1, .known = 2, .rejected = 0}));
}

TEST_P(Importing, a_named_office_gets_its_cases_and_words_of_an_own_channel_stay_private) {
    import("nomor,isi,waktu,unit\n1,Lampu padam,2026-03-01,suku dinas selatan\n2,Lampu "
           "padam,2026-03-01,Entah\n");
    auto all = all_cases();
    ASSERT_EQ(all.size(), 2u);
    std::ranges::sort(all, {}, &cases::Case::id);
    EXPECT_EQ(all[0].office, w().south);
    EXPECT_FALSE(all[1].office);
    for (const auto& c : all) {
        EXPECT_EQ(c.visibility, items::Visibility::private_);
        EXPECT_EQ(c.consent, 0);
        EXPECT_FALSE(c.public_text);
    }
}

TEST_P(Importing, history_passes_its_deadlines_in_silence) {
    import("nomor,isi,waktu,unit\n1,Lampu padam,2026-01-05,\n");
    const auto old = all_cases().front();
    import("nomor,isi,waktu,unit\n2,Lampu padam,2026-01-05,\n", columns, /*is_historical=*/false);
    auto crossed = [&](cases::CaseId id) {
        return database().read([&](db::Tx& tx) {
            return events::last_of(tx, w().agency, "case", id.value, "deadline.overdue").has_value();
        });
    };
    database().write([&](db::Tx& tx) { (void)deadlines::cross_due(tx, w().ids, w().agency, w().now); });
    auto dues = database().read(
        [&](db::Tx& tx) { return deadlines::deadlines_of(tx, w().agency, {"case", old.id.value}); });
    ASSERT_FALSE(dues.empty());
    EXPECT_LT(dues.front().due_at, w().now);
    EXPECT_FALSE(crossed(old.id));
    for (const auto& c : all_cases())
        if (c.id != old.id) {
            EXPECT_TRUE(crossed(c.id));
        }
    auto received = database().read(
        [&](db::Tx& tx) { return events::last_of(tx, w().agency, "case", old.id.value, "case.received"); });
    auto body = cases::read_body(received->kind, *base::json::parse(received->data));
    EXPECT_TRUE(std::get<cases::Received>(*body).is_history.value_or(false));
}

TEST_P(Importing, history_that_was_answered_is_closed_since_then_and_late_only_if_it_was) {
    const std::string file = "nomor,isi,waktu,dijawab\n"
                             "1,Lampu padam di Tebet Timur,2026-01-05 08:30,2026-01-07 10:00\n"
                             "2,Lampu padam di Tebet Barat,2026-01-05 08:30,2026-02-20 10:00\n"
                             "3,Lampu padam di Manggarai,2026-01-05 08:30,\n"
                             "4,Lampu padam di Bukit Duri,2026-01-05 08:30,2199-01-01\n";
    const std::string spec = "text=isi,created_at=waktu,id=nomor,answered_at=dijawab";
    EXPECT_EQ(import(file, spec), (ImportCounts{.read = 4, .accepted = 3, .known = 0, .rejected = 1}));
    EXPECT_THAT(pipeline_->rejected, ::testing::ElementsAre("5 field.invalid"));
    cases::cross_deadlines(database(), *directory_, w().ids, w().now);
    auto all = all_cases();
    ASSERT_EQ(all.size(), 3u);
    std::ranges::sort(all, {}, &cases::Case::id);
    const std::vector<std::string> ends[] = {{"resolve: met"}, {"resolve: met_late"}, {"resolve: overdue"}};
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].state, i < 2 ? cases::State::closed : cases::State::received);
        std::vector<std::string> told;
        for (const auto& each : database().read([&](db::Tx& tx) {
                 return deadlines::deadlines_of(tx, w().agency, {"case", all[i].id.value});
             })) {
            const auto state = deadlines::state_of(each, w().now);
            if (each.name == "resolve") told.push_back("resolve: " + std::string(base::code_of(state)));
            if (i < 2) {
                EXPECT_FALSE(each.is_running()) << each.name;
            }
        }
        EXPECT_EQ(told, ends[i]);
    }
    EXPECT_EQ(all[0].changed_at, base::parse_time("2026-01-07 10:00").value());
    const auto events = database().read(
        [&](db::Tx& tx) { return events::timeline(tx, w().agency, "case", all[0].id.value); });
    cases::Case replayed = all[0];
    std::vector<std::string> kinds;
    for (const auto& event : events) {
        kinds.push_back(event.kind);
        auto body = cases::read_body(event.kind, *base::json::parse(event.data)).value();
        EXPECT_TRUE(cases::is_history(body)) << event.kind;
        replayed =
            cases::evolve(replayed, {.at = event.at, .by = cases::Party::system, .staff = {}, .body = body});
    }
    EXPECT_THAT(kinds, ::testing::ElementsAre("case.received", "case.resolved", "case.closed"));
    EXPECT_EQ(replayed, all[0]);
    const auto numbers = database().read([&](db::Tx& tx) { return cases::public_totals(tx, w().agency); });
    EXPECT_EQ(numbers.open, 1);
    EXPECT_EQ(numbers.overdue, 1);
}

TEST_P(Importing, a_file_without_the_column_changes_nothing) {
    auto done = pipeline_->import(*directory_, account_, "a,b\n1,2\n", columns, true);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().field, "isi");
    EXPECT_TRUE(all_cases().empty());
}

/// What an import leaves behind of each line, without ids and codes.
struct Left {
    std::string network_id, masked, title, state;
    std::optional<std::int64_t> office;
    std::optional<std::string> area;
    base::Time received_at{};
    std::int64_t received = 0;  ///< events that opened it
    std::int64_t deadlines = 0; ///< that run for it
    bool operator==(const Left&) const = default;
};
BOOST_DESCRIBE_STRUCT(Left, (),
                      (network_id, masked, title, state, office, area, received_at, received, deadlines))
void PrintTo(const Left& left, std::ostream* out) {
    *out << base::json::write(left);
}

constexpr db::Query<Left(base::AgencyId, agency::AccountId)> find_left{
    "test.left",
    "select i.network_id, i.masked, c.title, c.state, c.office, c.area, c.received_at,"
    " (select count(*) from events e where e.agency = c.agency and e.subject_kind = 'case' and e.subject = "
    "c.id"
    " and e.kind = 'case.received') as received,"
    " (select count(*) from deadlines d where d.agency = c.agency and d.subject_kind = 'case' and d.subject ="
    " c.id) as deadlines"
    " from items i join cases c on c.agency = i.agency and c.id = i.case_id"
    " where i.agency = :agency and i.account = :account order by i.network_id"};
constexpr db::Query<std::int64_t(base::AgencyId)> count_cases{
    "test.cases", "select count(*) from cases where agency = :agency"};

constexpr const char* target = "TANGGAP_TEST_IMPORT_TARGET";
constexpr int lines_of_crash = 400;

// Run only as a child of the test below: imports a register, says "." after each batch.
TEST(ImportChild, DISABLED_imports_until_it_is_killed) {
    const char* where = ::getenv(target);
    if (!where) return;
    const auto database = db::testing::opened(where);
    const base::Time now = base::time_from_ms(std::stoll(::getenv("TANGGAP_TEST_IMPORT_NOW")));
    Pipeline pipeline(
        *database, ::getenv("TANGGAP_TEST_IMPORT_FOLDER"), [now] { return now; },
        std::stoi(::getenv("TANGGAP_TEST_IMPORT_NODE")));
    agency::Directories directories(*database, pipeline.now);
    const auto directory = directories.of(directories.agencies().front()).value();
    const agency::AccountId account{std::stoll(::getenv("TANGGAP_TEST_IMPORT_ACCOUNT"))};
    auto say = [] {
        if (::write(3, ".", 1) < 0) ::_exit(1);
    };
    say();
    pipeline.import(*directory, account, register_of(lines_of_crash), columns, true, 4096, say).value();
}

/// Starts the child and kills it `after` its first word.
void import_and_kill(const std::string& where, std::chrono::milliseconds after) {
    int pipe[2];
    ASSERT_EQ(::pipe2(pipe, O_CLOEXEC), 0);
    ::setenv(target, where.c_str(), 1);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], 3);
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(nothing, 1);
        ::execl("/proc/self/exe", "intake_test", "--gtest_filter=ImportChild.*",
                "--gtest_also_run_disabled_tests", nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    char byte = 0;
    EXPECT_EQ(::read(pipe[0], &byte, 1), 1) << "the child never began";
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(pipe[0]);
}

TEST_P(Importing, killed_again_and_again_it_ends_like_one_that_ran_through) {
    const auto through = add_account("surat-masuk");
    w().directories.changed();
    directory_ = *w().directories.of(w().agency);
    const std::string file = register_of(lines_of_crash);
    ASSERT_EQ(pipeline_->import(*directory_, through, file, columns, true)->accepted, lines_of_crash);
    ::setenv("TANGGAP_TEST_IMPORT_FOLDER", folder_.path().c_str(), 1);
    ::setenv("TANGGAP_TEST_IMPORT_ACCOUNT", base::to_string(account_).c_str(), 1);
    ::setenv("TANGGAP_TEST_IMPORT_NOW", std::to_string(base::to_ms(w().now)).c_str(), 1);
    for (int round = 0; round < 4; ++round) {
        // A restarted process has a later clock, so its ids are new; here the node sets them apart.
        ::setenv("TANGGAP_TEST_IMPORT_NODE", std::to_string(10 + round).c_str(), 1);
        import_and_kill(fresh().where(), std::chrono::milliseconds(20 + 130 * round));
    }
    const auto last = import(file);
    EXPECT_EQ(last.read, lines_of_crash);
    EXPECT_EQ(last.accepted + last.known, lines_of_crash);
    auto left = [&](agency::AccountId account) {
        return database().read([&](db::Tx& tx) { return tx.all(find_left, w().agency, account); });
    };
    const auto clean = left(through), killed = left(account_);
    ASSERT_EQ(clean.size(), static_cast<std::size_t>(lines_of_crash));
    EXPECT_EQ(killed, clean);
    EXPECT_EQ(database().read([&](db::Tx& tx) { return tx.one(count_cases, w().agency); }),
              2 * lines_of_crash);
    EXPECT_EQ(import(file).known, lines_of_crash);
}

} // namespace
} // namespace intake
