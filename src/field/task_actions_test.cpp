#include "db/database.h"
#include "field/task_actions.h"
#include "staff_world.h"
#include "world.h"

namespace field {
namespace {

using staff::Role;

class Working : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                agency::Change change{.ids = w().ids, .now = w().now};
                auto topic = agency::put_topic(tx, change, w().agency,
                                               {.code = "perizinan",
                                                .name_id = "Perizinan",
                                                .name_en = "Permits",
                                                .proof = agency::ProofKind::answer});
                if (!topic) return topic;
                auto account = agency::add_account(
                    tx, change, w().agency, {.id = {}, .office = {}, .network = "form", .name = "Formulir"});
                if (!account) return base::pass(account);
                account_ = account->id;
                return {};
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }

    staff::testing::World& w() { return *world_; }
    cases::Context context() { return cases::context_for(*directory_, w().ids, random_, w().now); }
    staff::Principal person(std::int64_t id, Role role, agency::OfficeId office) {
        return {.agency = w().agency,
                .staff = staff::StaffId{id},
                .name = "Petugas",
                .roles = {{role, office}},
                .account = {}};
    }
    /// Received at `received`, then assigned to the office and perhaps to somebody.
    cases::Case assigned(agency::OfficeId office, std::optional<staff::StaffId> to = {},
                         std::chrono::hours ago = {}, std::optional<places::Point> at = {}) {
        return database()
            .write([&](db::Tx& tx) -> base::Result<cases::Case> {
                cases::NewCase wanted{.kind = cases::Kind::complaint, .topic = "perizinan"};
                wanted.account = account_;
                wanted.received_at = w().now - ago;
                wanted.proposed_text = "Lubang besar";
                if (at) {
                    wanted.lat = at->lat;
                    wanted.lon = at->lon;
                }
                auto c = cases::open_case(tx, context(), wanted);
                if (!c) return c;
                cases::Actor coordinator{
                    .party = cases::Party::staff, .staff = staff::StaffId{1}, .roles = {Role::coordinator}};
                return cases::act(tx, context(), *c, coordinator,
                                  cases::Assign{.office = office, .person = to});
            })
            .value();
    }
    TaskList list(const staff::Principal& who, std::optional<places::Point> here = {}) {
        return database().read([&](db::Tx& tx) { return tasks_of(tx, context(), who, here); });
    }
    std::vector<std::string> codes(const std::vector<Task>& tasks) {
        std::vector<std::string> out;
        for (const auto& task : tasks)
            out.push_back(task.c.code);
        return out;
    }
    base::Result<cases::Case> step(const staff::Principal& who, const cases::Case& c,
                                   const cases::Command& command) {
        return database().write(
            [&](db::Tx& tx) { return do_step(tx, context(), who, c.code, command, c.version); });
    }
    base::Result<WholeTask> open(const staff::Principal& who, const cases::Case& c) {
        return database().read([&](db::Tx& tx) { return task_of(tx, context(), who, c.code); });
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
    agency::AccountId account_;
};
DB_TEST_ON_EACH_ENGINE(Working);

TEST_P(Working, my_tasks_are_mine_and_nobodys_at_my_office_the_latest_clock_last) {
    auto me = person(10, Role::field_officer, w().south);
    auto young = assigned(w().south);
    auto old = assigned(w().south, me.staff, std::chrono::hours(50));
    assigned(w().south, staff::StaffId{11});
    assigned(w().west);
    auto found = list(me);
    EXPECT_EQ(codes(found.open), (std::vector{old.code, young.code}));
    EXPECT_EQ(found.all, 2u);
    EXPECT_TRUE(found.open[0].can(cases::CommandName::start));
    EXPECT_FALSE(found.open[0].can(cases::CommandName::return_));
    ASSERT_TRUE(found.open[0].clock);
}

TEST_P(Working, with_a_position_the_nearest_stands_first) {
    auto me = person(10, Role::field_officer, w().south);
    auto far = assigned(w().south, {}, std::chrono::hours(50), places::Point{-6.30, 106.85});
    auto near = assigned(w().south, {}, std::chrono::hours(1), places::Point{-6.23, 106.85});
    auto found = list(me, places::Point{-6.2301, 106.85});
    EXPECT_EQ(codes(found.open), (std::vector{near.code, far.code}));
    EXPECT_LT(found.open[0].km.value_or(99), 0.1);
    EXPECT_EQ(codes(list(me).open), (std::vector{far.code, near.code}));
}

TEST_P(Working, what_is_no_task_of_mine_does_not_exist) {
    auto me = person(10, Role::field_officer, w().south);
    auto theirs = assigned(w().south, staff::StaffId{11});
    auto elsewhere = assigned(w().west);
    for (const auto& c : {theirs, elsewhere}) {
        auto opened = open(me, c);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, "case.not_found");
        auto done = step(me, c, cases::Start{});
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, "case.not_found");
    }
    EXPECT_FALSE(open(person(12, Role::communications, w().south), assigned(w().south)));
    EXPECT_TRUE(open(person(13, Role::operator_, w().root), theirs)) << "an operator above sees all of it";
}

TEST_P(Working, start_and_result_lead_to_the_list_of_today) {
    auto me = person(10, Role::field_officer, w().south);
    auto c = assigned(w().south);
    auto started = step(me, c, cases::Start{});
    ASSERT_TRUE(started) << started.error().code;
    auto stale = step(me, c, cases::Start{});
    EXPECT_EQ(stale.error().code, "case.changed_meanwhile");
    auto task = open(me, *started);
    ASSERT_TRUE(task);
    EXPECT_EQ(next_step(task->task), NextStep::result);
    proof::Given answer{.kind = demanded(started->topic ? *started : c, *directory_), .note = "Sudah terbit"};
    EXPECT_EQ(answer.kind, proof::ProofKind::answer);
    auto resolved = step(me, *started, cases::Resolve{.proof = answer});
    ASSERT_TRUE(resolved) << resolved.error().code;
    auto found = list(me);
    EXPECT_TRUE(found.open.empty());
    EXPECT_EQ(codes(found.done_today), std::vector{c.code});
    w().now += std::chrono::hours(30);
    EXPECT_TRUE(list(me).done_today.empty()) << "yesterday's work is not today's";
}

TEST_P(Working, an_operator_returns_and_plans) {
    auto me = person(10, Role::operator_, w().south);
    auto wrong = assigned(w().south);
    auto returned = step(me, wrong, cases::Return{.reason = "Jalan nasional"});
    ASSERT_TRUE(returned) << returned.error().code;
    EXPECT_EQ(returned->state, cases::State::verified);
    auto big = assigned(w().south);
    auto planned = step(me, big,
                        cases::Schedule{.date = "2026-06-08",
                                        .budget_source = "APBD 2026",
                                        .public_reason = "Perlu pengaspalan ulang"});
    ASSERT_TRUE(planned) << planned.error().code;
    auto found = list(me);
    ASSERT_EQ(found.open.size(), 1u);
    EXPECT_EQ(found.open[0].c.planned_day, "2026-06-08");
}

} // namespace
} // namespace field
