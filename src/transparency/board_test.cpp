#include "cases/case_actions.h"
#include "cases/case_jobs.h"
#include "db/database.h"
#include "staff_world.h"
#include "transparency/board_actions.h"
#include "transparency/case_view_actions.h"
#include "world.h"

#include <set>

namespace transparency {
namespace {

class PublicBoard : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        w().database
            .write([&](db::Tx& tx) {
                return agency::put_topic(
                    tx, {.ids = w().ids, .now = w().now}, w().agency,
                    {.code = "trotoar", .name_id = "Trotoar rusak", .name_en = "Broken pavement"});
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    cases::Context context() { return cases::context_for(*directory_, w().ids, random_, w().now); }

    cases::Case open(cases::Kind kind, std::string area,
                     cases::IdentityMode mode = cases::IdentityMode::public_) {
        return database()
            .write([&](db::Tx& tx) {
                cases::NewCase wanted;
                wanted.kind = kind;
                wanted.topic = "trotoar";
                wanted.area = std::move(area);
                wanted.place_name = "Jalan Rahasia Dua";
                wanted.identity_mode = mode;
                wanted.secret_hash = secret_.hash;
                wanted.proposed_text = "Ubin pecah di depan toko";
                wanted.received_at = w().now;
                return cases::open_case(tx, context(), wanted);
            })
            .value();
    }
    cases::Case verify(const cases::Case& c) {
        cases::Actor coordinator{
            .party = cases::Party::staff, .staff = staff::StaffId{5}, .roles = {staff::Role::coordinator}};
        return database()
            .write([&](db::Tx& tx) {
                return cases::act(tx, context(), c, coordinator,
                                  cases::Verify{.kind = c.kind,
                                                .topic = c.topic,
                                                .area = c.area,
                                                .no_place = {},
                                                .public_text = c.proposed_text});
            })
            .value();
    }
    cases::Case act(const cases::Case& c, const cases::Actor& actor, const cases::Command& command) {
        return database()
            .write([&](db::Tx& tx) { return cases::act(tx, context(), c, actor, command); })
            .value();
    }
    ReporterPage reporters(const cases::Case& c) {
        people::Vault vault{people::SecretKey{}};
        return database()
            .read([&](db::Tx& tx) { return read_reporter_case(tx, context(), vault, c.code, secret_.text); })
            .value();
    }
    Board board(const BoardFilter& filter = {}, base::Duration later = {}) {
        return database().read(
            [&](db::Tx& tx) { return read_board(tx, *directory_, filter, w().now + later); });
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    people::Secret secret_ = people::make_secret(random_);
    agency::DirectoryPtr directory_;
};
DB_TEST_ON_EACH_ENGINE(PublicBoard);

TEST_P(PublicBoard, shows_no_word_before_a_person_verified_it) {
    auto c = open(cases::Kind::complaint, "31.74.01.1002");
    auto row = board().rows.at(0);
    EXPECT_FALSE(row.view.title || row.view.text || row.view.place_name);
    verify(c);
    row = board().rows.at(0);
    EXPECT_EQ(row.view.text, "Ubin pecah di depan toko");
    EXPECT_EQ(row.view.place_name, "Jalan Rahasia Dua");
}

TEST_P(PublicBoard, whistleblowing_is_in_no_list_no_number_and_no_page) {
    auto c = open(cases::Kind::whistleblowing, "31.74.01.1002");
    EXPECT_TRUE(board().rows.empty());
    EXPECT_EQ(board().figures.received, 0);
    EXPECT_TRUE(board().by_regency.empty());
    auto page = database().read([&](db::Tx& tx) { return read_public_case(tx, *directory_, c.code); });
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, "case.not_found");
}

TEST_P(PublicBoard, search_finds_no_place_that_was_not_released) {
    auto open_one = open(cases::Kind::complaint, "31.74.01.1002");
    auto sealed = open(cases::Kind::complaint, "31.74.01.1002", cases::IdentityMode::rahasia);
    BoardFilter filter;
    filter.words = "rahasia dua";
    EXPECT_TRUE(board(filter).rows.empty());
    verify(open_one);
    ASSERT_EQ(board(filter).rows.size(), 1u);
    EXPECT_EQ(board(filter).rows.at(0).view.code, open_one.code);
}

TEST_P(PublicBoard, filters_by_area_state_topic_office_and_lateness) {
    open(cases::Kind::complaint, "31.74.01.1002");
    verify(open(cases::Kind::complaint, "31.71.01.1001"));
    BoardFilter area, state, topic, late, office;
    area.area = "31.71";
    state.state = cases::State::received;
    topic.topic = "tidak-ada";
    late.standing = Standing::late;
    office.office = w().south;
    EXPECT_EQ(board(area).rows.size(), 1u);
    EXPECT_EQ(board(state).rows.size(), 1u);
    EXPECT_EQ(board(topic).rows.size(), 0u);
    EXPECT_EQ(board(office).rows.size(), 0u);
    EXPECT_EQ(board(late).rows.size(), 0u);
    cases::cross_deadlines(database(), *directory_, w().ids, w().now + std::chrono::hours(73));
    EXPECT_EQ(board(late, std::chrono::hours(73)).rows.size(), 2u);
    EXPECT_EQ(board(late, std::chrono::hours(73)).figures.late_now, 2);
    EXPECT_EQ(board().by_regency.at("31.74").open, 1);
}

TEST_P(PublicBoard, pages_by_key_without_gap_or_repeat) {
    std::set<std::string> wanted, seen;
    for (int i = 0; i < 45; ++i)
        wanted.insert(open(cases::Kind::question, "31.74.01.1002").code);
    BoardFilter filter;
    do {
        auto page = board(filter);
        for (const auto& row : page.rows)
            EXPECT_TRUE(seen.insert(row.view.code).second);
        filter.after = page.next;
    } while (filter.after);
    EXPECT_EQ(seen, wanted);
}

TEST_P(PublicBoard, the_reporters_page_opens_with_the_secret_alone) {
    auto c = open(cases::Kind::complaint, "31.74.01.1002");
    people::Vault vault{people::SecretKey{}};
    auto read = [&](std::string_view secret) {
        return database().read(
            [&](db::Tx& tx) { return read_reporter_case(tx, context(), vault, c.code, secret); });
    };
    EXPECT_TRUE(read(secret_.text));
    EXPECT_FALSE(read(people::make_secret(random_).text));
    EXPECT_FALSE(read(""));
}

TEST_P(PublicBoard, the_reporter_alone_reads_what_staff_ask) {
    auto c = verify(open(cases::Kind::question, "31.74.01.1002"));
    const cases::Actor officer{
        .party = cases::Party::staff, .staff = staff::StaffId{5}, .roles = {staff::Role::operator_}};
    c = act(c, officer, cases::Ask{"Di depan nomor berapa?"});
    EXPECT_EQ(reporters(c).question, "Di depan nomor berapa?");
    auto page = database().read([&](db::Tx& tx) { return read_public_case(tx, *directory_, c.code); });
    for (const auto& entry : page->timeline)
        EXPECT_FALSE(entry.data.contains("question")) << entry.kind;
    c = act(c, cases::reporter(), cases::Answered{"Nomor lima"});
    EXPECT_EQ(reporters(c).question, "");
}

TEST_P(PublicBoard, the_reporter_is_told_that_silence_closed_it_and_may_still_rate) {
    auto c = verify(open(cases::Kind::question, "31.74.01.1002"));
    const cases::Actor boss{.party = cases::Party::staff,
                            .staff = staff::StaffId{5},
                            .roles = {staff::Role::coordinator, staff::Role::operator_}};
    proof::Given answer;
    answer.kind = proof::ProofKind::answer;
    answer.note = "Pukul delapan";
    c = act(act(c, boss, cases::Assign{.office = w().south, .person = {}}), boss, cases::Resolve{answer});
    EXPECT_FALSE(reporters(c).closed_by_silence);
    EXPECT_FALSE(reporters(c).may_rate);
    auto silent = act(c, cases::house(), cases::Close{});
    EXPECT_TRUE(reporters(silent).closed_by_silence);
    EXPECT_TRUE(reporters(silent).may_rate);
}

TEST_P(PublicBoard, says_of_no_conduct_case_where_it_lies) {
    auto c = verify(open(cases::Kind::complaint, "31.74.01.1002"));
    const cases::Actor boss{.party = cases::Party::staff,
                            .staff = staff::StaffId{5},
                            .roles = {staff::Role::coordinator, staff::Role::operator_}};
    c = act(c, boss, cases::Assign{.office = w().root, .person = {}});
    BoardFilter office, words;
    office.office = w().root;
    words.words = "rahasia dua";
    EXPECT_EQ(board(office).rows.size(), 1u);
    EXPECT_EQ(board(words).rows.size(), 1u);
    act(c, boss,
        cases::Reclassify{.kind = {},
                          .case_class = {},
                          .topic = {},
                          .urgency = {},
                          .area = {},
                          .conduct_office = w().south});
    EXPECT_EQ(board(office).rows.size(), 0u);
    EXPECT_EQ(board(words).rows.size(), 0u);
    EXPECT_EQ(board().rows.size(), 1u);
}

} // namespace
} // namespace transparency
