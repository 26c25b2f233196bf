#include "agency/duty_actions.h"
#include "cases/arbitration_actions.h"
#include "cases/visibility.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

class Arbitrations : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        auto& office = arbiter_;
        office = w().add_office("Bagian Organisasi", w().root);
        database()
            .write([&](db::Tx& tx) {
                return agency::set_arbiter(tx, {.ids = w().ids, .now = w().now}, w().agency,
                                           agency::Arbiter{.office = office, .staff = 77, .working_days = 2});
            })
            .value();
        read();
        opened_ = database()
                      .write([&](db::Tx& tx) {
                          NewCase wanted;
                          wanted.account = agency::AccountId{61};
                          wanted.secret_hash = "hash";
                          wanted.received_at = w().now;
                          return open_case(tx, context(), wanted);
                      })
                      .value();
    }
    staff::testing::World& w() { return *world_; }
    void read() {
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }
    Case done(const Command& command) {
        const Actor everyone{.party = Party::staff,
                             .staff = StaffId{5},
                             .roles = {staff::Role::coordinator, staff::Role::operator_}};
        auto c = database().write([&](db::Tx& tx) { return act(tx, context(), opened_, everyone, command); });
        const auto last = timeline().back();
        for (int i = 0; i < 2; ++i) // an event may come again
            database().write([&](db::Tx& tx) { return arbitrate_on(tx, context(), last); }).value();
        return c.value();
    }
    std::vector<events::Stored> timeline() {
        return database().read(
            [&](db::Tx& tx) { return events::timeline(tx, opened_.agency, "case", opened_.id.value); });
    }
    std::optional<Arbitration> waiting() {
        return database().read([&](db::Tx& tx) { return arbitration_of(tx, opened_.agency, opened_.id); });
    }
    std::vector<std::pair<std::string, base::Time>> due() {
        std::vector<std::pair<std::string, base::Time>> out;
        for (const auto& each : database().read([&](db::Tx& tx) {
                 return deadlines::deadlines_of(tx, opened_.agency, {"case", opened_.id.value});
             }))
            out.emplace_back(each.name, each.due_at);
        return out;
    }
    int pass() {
        return database()
            .write([&](db::Tx& tx) { return escalate_passed_arbitrations(tx, context(), 10); })
            .value();
    }
    Case refused_twice() {
        done(Assign{.office = w().south});
        done(Return{.reason = "bukan wewenang kami"});
        done(Assign{.office = w().west});
        return done(Return{.reason = "bukan wewenang kami juga"});
    }

    std::unique_ptr<staff::testing::World> world_;
    agency::DirectoryPtr directory_;
    base::Random random_ = staff::testing::random_bytes;
    agency::OfficeId arbiter_;
    Case opened_;
};
DB_TEST_ON_EACH_ENGINE(Arbitrations);

TEST_P(Arbitrations, begin_with_the_second_refusal_and_move_no_deadline) {
    done(Assign{.office = w().south});
    const Case first = done(Return{.reason = "bukan wewenang kami"});
    EXPECT_FALSE(first.office);
    EXPECT_FALSE(is_being_settled(first));
    EXPECT_FALSE(waiting());
    done(Assign{.office = w().west});
    const auto before = due();
    const Case second = done(Return{.reason = "bukan wewenang kami juga"});
    EXPECT_EQ(second.office, arbiter_);
    EXPECT_EQ(second.person, StaffId{77});
    EXPECT_TRUE(is_being_settled(second));
    EXPECT_TRUE(public_view(second)->is_being_settled);
    ASSERT_TRUE(waiting());
    EXPECT_EQ(waiting()->due_at, settle_before(w().now, *directory_->arbiter(), context().calendar));
    EXPECT_GT(waiting()->due_at, w().now + std::chrono::hours(24));
    EXPECT_EQ(due(), before);
}

TEST_P(Arbitrations, need_a_reason_for_each_refusal) {
    done(Assign{.office = w().south});
    const Actor person{.party = Party::staff, .staff = StaffId{5}, .roles = {staff::Role::operator_}};
    auto refused = database().write(
        [&](db::Tx& tx) { return act(tx, context(), opened_, person, Return{.reason = "  "}); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "case.needs_reason");
}

TEST_P(Arbitrations, end_when_an_office_gets_the_case) {
    refused_twice();
    const Case placed = done(Assign{.office = w().south});
    EXPECT_FALSE(is_being_settled(placed));
    EXPECT_TRUE(waiting()->settled_at);
    w().now += std::chrono::days(20);
    EXPECT_EQ(pass(), 0);
    const Case third = done(Return{.reason = "tetap bukan"});
    EXPECT_TRUE(is_being_settled(third)) << "there is no third office to try first";
    EXPECT_FALSE(waiting()->settled_at);
}

TEST_P(Arbitrations, that_take_too_long_go_one_level_up_once) {
    const Case c = refused_twice();
    EXPECT_EQ(pass(), 0);
    w().now += std::chrono::days(20);
    EXPECT_EQ(pass(), 1);
    EXPECT_EQ(pass(), 0);
    const auto now = database().read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    EXPECT_EQ(now->level, c.level + 1);
    EXPECT_EQ(std::ranges::count(timeline(), "case.escalated", &events::Stored::kind), 1);
}

TEST_P(Arbitrations, without_an_arbiter_are_the_coordinators_queue) {
    database()
        .write([&](db::Tx& tx) {
            return agency::set_arbiter(tx, {.ids = w().ids, .now = w().now}, w().agency, {});
        })
        .value();
    read();
    const Case c = refused_twice();
    EXPECT_FALSE(c.office);
    EXPECT_TRUE(is_being_settled(c));
    EXPECT_FALSE(waiting());
}

} // namespace
} // namespace cases
