#include "cases/likeness_actions.h"
#include "cases/signature_actions.h"
#include "cases/signature_store.h"
#include "cases/signing_jobs.h"
#include "plans.h"
#include "search_world.h"

#include <csignal>
#include <thread>

namespace cases {
namespace {

constexpr const char* target = "TANGGAP_TEST_SIGNING_TARGET";
constexpr db::Query<std::int64_t(base::AgencyId)> count_signed{
    "test.count_signed", "select count(*) from case_signatures where agency = :agency"};

class Signing_ : public testing::Searching {
protected:
    /// As before there were signatures.
    void forget_all() {
        write([&](db::Tx& tx) { tx.script("delete from case_signatures; delete from signature_progress"); });
    }
    std::int64_t all_signed() {
        return database().read([&](db::Tx& tx) { return *tx.one(count_signed, world.agency); });
    }
    std::optional<Signing> so_far() {
        return database().read([&](db::Tx& tx) { return signing_of(tx, world.agency); });
    }
    bool step(int most) {
        return write([&](db::Tx& tx) { return sign_step(tx, world.agency, most); });
    }
    std::vector<Likely> likely(const Case& c) {
        const auto signature = signature_of(c, c.proposed_text);
        return database().read([&](db::Tx& tx) { return find_likely(tx, world.agency, signature, c.id); });
    }
    void open_some(int n) {
        for (int i = 0; i < n; ++i)
            open({.text = "Lubang nomor " + std::to_string(i) + " di trotoar depan toko roti dekat halte"});
    }
};
class SigningLate : public Signing_ {};
DB_TEST_ON_EACH_ENGINE(SigningLate);

const std::string pavement = "Ubin trotoar pecah dan bergelombang di depan toko roti dekat halte";

TEST_P(SigningLate, finds_what_was_stored_before_there_were_signatures) {
    const auto old = open({.text = pavement, .author = "budi"});
    const auto fresh = open({.text = pavement + " itu", .author = "sari"});
    ASSERT_EQ(likely(fresh).size(), 1U);
    forget_all();
    EXPECT_TRUE(likely(fresh).empty());
    ASSERT_TRUE(fill_signatures(database(), world.agency));
    ASSERT_EQ(likely(fresh).size(), 1U);
    EXPECT_EQ(likely(fresh)[0].id, old.id);
}

TEST_P(SigningLate, goes_on_where_it_stopped_and_says_how_far_it_is) {
    open_some(5);
    forget_all();
    EXPECT_FALSE(so_far()) << "nothing was asked yet";
    EXPECT_TRUE(step(2));
    EXPECT_EQ(so_far()->n_done, 2);
    EXPECT_EQ(so_far()->n_total, 5);
    EXPECT_FALSE(so_far()->is_whole());
    EXPECT_EQ(all_signed(), 2) << "the newest first";
    open({.text = pavement}); // signed by itself meanwhile
    EXPECT_TRUE(step(2));
    EXPECT_FALSE(step(2));
    EXPECT_TRUE(so_far()->is_whole());
    EXPECT_EQ(so_far()->n_done, 5);
    EXPECT_EQ(all_signed(), 6);
    EXPECT_FALSE(step(2)) << "there is nothing more to do";
    EXPECT_EQ(so_far()->n_done, 5);
}

TEST_P(SigningLate, signs_again_when_the_form_changed_and_each_case_once) {
    open_some(3);
    write([&](db::Tx& tx) {
        tx.script("update case_signatures set terms = 'kuno|||', cell = null");
        put_signing(tx, world.agency,
                    {.version = signature_version - 1, .down_to = CaseId{}, .n_done = 3, .n_total = 3});
    });
    ASSERT_TRUE(fill_signatures(database(), world.agency));
    EXPECT_EQ(all_signed(), 3);
    EXPECT_EQ(
        likely(open({.text = "Lubang nomor 1 di trotoar depan toko roti dekat halte ini", .author = "x"}))
            .size(),
        1U);
    ASSERT_TRUE(fill_signatures(database(), world.agency));
    EXPECT_EQ(all_signed(), 4) << "and a second time changes nothing";
}

TEST_P(SigningLate, leaves_out_what_stands_beside_nothing) {
    const auto whistle = open({.text = pavement, .kind = Kind::whistleblowing});
    const auto said = open({.text = pavement + " ini", .author = "sari"});
    write([&](db::Tx& tx) { forget_words_of(tx, world.agency, *said.identity); });
    forget_all();
    ASSERT_TRUE(fill_signatures(database(), world.agency));
    EXPECT_EQ(all_signed(), 0) << "whistleblowing, and words that were erased: " << whistle.code;
}

// Run only as a child of the test below, by name. It signs one case in each unit and says so once that is
// committed.
TEST(SigningChild, DISABLED_signs_until_it_is_killed) {
    const char* where = ::getenv(target);
    if (!where) return;
    const auto database = db::testing::opened(where);
    while (database->write([](db::Tx& tx) { return sign_step(tx, base::AgencyId{1}, 1); }))
        if (::write(3, ".", 1) < 0) return;
    ::pause();
}

TEST_P(SigningLate, ends_the_same_after_a_kill_in_the_middle) {
    constexpr int many = 60;
    ASSERT_EQ(world.agency, base::AgencyId{1});
    open_some(many);
    forget_all();
    int pipe[2];
    ASSERT_EQ(::pipe2(pipe, O_CLOEXEC), 0);
    ::setenv(target, fresh().where().c_str(), 1);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], 3);
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(nothing, 1);
        ::execl("/proc/self/exe", "cases_test", "--gtest_filter=SigningChild.*",
                "--gtest_also_run_disabled_tests", nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    char dot = 0;
    int dots = 0;
    while (dots < many / 4 && ::read(pipe[0], &dot, 1) == 1)
        ++dots;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(pipe[0], &dot, 1) == 1)
        ++dots;
    ::close(pipe[0]);
    ::unsetenv(target);
    const auto after = so_far();
    ASSERT_TRUE(after);
    EXPECT_FALSE(after->is_whole()) << "it was killed in the middle";
    EXPECT_GE(after->n_done, dots) << "what it had said was there";
    EXPECT_EQ(after->n_done, all_signed()) << "how far it is and what is done are one";
    ASSERT_TRUE(fill_signatures(database(), world.agency));
    EXPECT_TRUE(so_far()->is_whole());
    EXPECT_EQ(so_far()->n_done, many);
    EXPECT_EQ(all_signed(), many) << "each once";
}

class Borders : public Signing_ {
protected:
    Case at(const std::string& area, double lat, double lon, const std::string& text = pavement) {
        return write([&](db::Tx& tx) {
                   NewCase made;
                   made.topic = "trotoar";
                   made.area = area;
                   made.lat = lat;
                   made.lon = lon;
                   made.account = agency::AccountId{61};
                   made.proposed_text = text;
                   made.received_at = world.now;
                   return open_case(tx, context(), made);
               })
            .value();
    }
    static constexpr double meter = 1 / 111'195.0;
};
DB_TEST_ON_EACH_ENGINE(Borders);

TEST_P(Borders, do_not_part_what_lies_thirty_meters_apart) {
    const double lat = -6.2251, lon = 106.8502;
    const auto here = at("31.74.01.1002", lat, lon);
    for (const char* area : {"31.74.01.1003", "31.74.02.1001", "31.75.02.1001", "36.71.01.1001"}) {
        const auto there = at(area, lat + 30 * meter, lon);
        const auto found = likely(there);
        ASSERT_FALSE(found.empty()) << "another village, district, city, province: " << area;
        EXPECT_TRUE(std::ranges::any_of(found, [&](const Likely& each) { return each.id == here.id; }))
            << area;
        write([&](db::Tx& tx) {
            tx.script("delete from case_signatures where case_id = " + base::to_string(there.id));
        });
    }
}

TEST_P(Borders, of_the_grid_do_not_part_either) {
    const double edge = -6.225; // rows of cells meet here
    const auto here = at("31.74.01.1002", edge - 10 * meter, 106.8502);
    const auto there = at("31.75.02.1001", edge + 15 * meter, 106.8502);
    ASSERT_NE(cell_of({*here.lat, *here.lon}), cell_of({*there.lat, *there.lon}));
    ASSERT_EQ(likely(there).size(), 1U);
    EXPECT_EQ(likely(there)[0].id, here.id);
    EXPECT_TRUE(likely(at("31.75.02.1001", edge + 400 * meter, 106.8502)).empty())
        << "too far for a pavement";
}

TEST_P(Borders, still_part_what_has_no_point) {
    at("31.74.01.1002", -6.2251, 106.8502);
    const auto elsewhere = write([&](db::Tx& tx) {
                               NewCase made;
                               made.topic = "trotoar";
                               made.area = "31.75.02.1001";
                               made.account = agency::AccountId{61};
                               made.proposed_text = pavement;
                               made.received_at = world.now;
                               return open_case(tx, context(), made);
                           }).value();
    EXPECT_TRUE(likely(elsewhere).empty());
}

std::ptrdiff_t times(const std::string& text, const std::string& part) {
    std::ptrdiff_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

TEST(SignaturePlans, walk_stretches_of_two_indexes) {
    db::testing::FreshDatabase fresh(db::Engine::sqlite);
    const auto plan = db::testing::plan_in_sqlite(fresh.where(), near_statement());
    EXPECT_EQ(times(plan, "PRIMARY KEY (agency=? AND area=? AND at>? AND at<?)"), 3) << plan;
    EXPECT_EQ(times(plan, "INDEX case_signatures_by_cell (agency=? AND cell=? AND at>? AND at<?)"), 9)
        << plan;
    EXPECT_EQ(plan.find("SCAN case_signatures"), std::string::npos) << plan;
    EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
}

TEST(SignaturePlans, walk_them_in_postgresql_too) {
    db::testing::FreshDatabase fresh(db::Engine::postgres);
    db::testing::PlansInPostgres postgres(fresh.where());
    postgres.lines(
        "insert into case_signatures (agency, area, at, case_id, topic, lat, lon, terms, cell) select 1, "
        "'31.74.0' || (i % 9), i * 1000, i, 'trotoar', -6.2, 106.8, 'x|||', i % 500 from "
        "generate_series(1, 50000) i");
    postgres.lines("analyze case_signatures");
    // As it is run: the first times with a plan for these values, later with one for all.
    for (const std::string mode : {"force_custom_plan", "force_generic_plan"}) {
        postgres.lines("set plan_cache_mode = " + mode);
        const auto plan = postgres.plan(
            near_statement(), "1, '31.74.01', 20000000, 30000000, 'trotoar', 150, "
                              "'31.74', null, 77, -6.3, -6.1, 106.7, 106.9, 40, 78, 79, 80, null, null, null,"
                              " null, null");
        EXPECT_EQ(plan.find("Seq Scan"), std::string::npos) << mode << '\n' << plan;
        EXPECT_NE(plan.find("case_signatures_by_cell"), std::string::npos) << mode << '\n' << plan;
        EXPECT_NE(plan.find("case_signatures_pkey"), std::string::npos) << mode << '\n' << plan;
    }
}

} // namespace
} // namespace cases
