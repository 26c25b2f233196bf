#include "cases/provisional_actions.h"
#include "cases/testing.h"
#include "deadlines/agency_calendar.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

using staff::Role;

/// A case that comes in a few days before the known calendar ends.
class Provisional : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        put([&](db::Tx& tx, const agency::Change& change) {
            return agency::put_topic(tx, change, w().agency,
                                     {.code = "trotoar",
                                      .name_id = "Trotoar rusak",
                                      .name_en = "Broken pavement",
                                      .proof = agency::ProofKind::answer,
                                      .profile = "sp4n-lapor",
                                      .words = {}});
        });
        ends_on_ = deadlines::calendar_of(*directory_).ends_on();
        w().now = base::at_local(ends_on_ - std::chrono::days(3), std::chrono::hours(9), base::Zone::wib);
        case_ = database()
                    .write([&](db::Tx& tx) {
                        NewCase wanted;
                        wanted.topic = "trotoar";
                        wanted.account = agency::AccountId{61};
                        wanted.secret_hash = "hash";
                        wanted.proposed_text = "Trotoar rusak";
                        wanted.received_at = w().now;
                        wanted.route = Route{.office = w().south, .rule = {}};
                        return open_case(tx, context(), wanted);
                    })
                    .value();
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }
    template <class Act> void put(Act&& act) {
        database()
            .write([&](db::Tx& tx) { return act(tx, agency::Change{.ids = w().ids, .now = w().now}); })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    void import_next_year() {
        for (int day : {1, 2, 3, 4, 5, 6, 7})
            put([&](db::Tx& tx, const agency::Change& change) {
                return agency::put_day(tx, change, w().agency,
                                       {.day = ends_on_ + std::chrono::days(day),
                                        .name = "Libur " + std::to_string(day),
                                        .kind = agency::DayKind::national,
                                        .source = "SKB"});
            });
    }
    staff::Principal person(Role role) {
        return {.agency = w().agency, .staff = StaffId{5}, .name = "Sari", .roles = {{role, w().root}}};
    }
    std::vector<Recount> offered(Role role = Role::coordinator) {
        return database().read([&](db::Tx& tx) { return recounts_for(tx, context(), person(role)); });
    }
    static std::vector<WantedRecount> as_seen(const std::vector<Recount>& all) {
        std::vector<WantedRecount> out;
        for (const auto& each : all)
            out.push_back({each.before.id, each.after.due_at});
        return out;
    }
    base::Result<int> counted(const std::vector<WantedRecount>& wanted, std::string_view reason) {
        return database().write(
            [&](db::Tx& tx) { return recount(tx, context(), person(Role::coordinator), wanted, reason); });
    }
    deadlines::Deadline resolve() {
        const auto all = database().read(
            [&](db::Tx& tx) { return deadlines::deadlines_of(tx, case_.agency, {"case", case_.id.value}); });
        return *std::ranges::find(all, "resolve", &deadlines::Deadline::name);
    }
    int moves() {
        const auto all = database().read(
            [&](db::Tx& tx) { return events::timeline(tx, case_.agency, "case", case_.id.value); });
        return static_cast<int>(std::ranges::count(all, "deadline.moved", &events::Stored::kind));
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
    base::Day ends_on_{};
    Case case_;
};
DB_TEST_ON_EACH_ENGINE(Provisional);

TEST_P(Provisional, deadlines_are_offered_once_their_year_is_known_and_never_move_alone) {
    ASSERT_TRUE(resolve().is_provisional);
    EXPECT_TRUE(offered().empty()) << "the year is still unknown";
    const auto before = resolve().due_at;
    import_next_year();
    const auto all = offered();
    ASSERT_FALSE(all.empty());
    EXPECT_TRUE(offered(Role::operator_).empty());
    EXPECT_EQ(resolve().due_at, before);
    EXPECT_EQ(moves(), 0);
    EXPECT_EQ(counted(as_seen(all), " ").error().code, "case.needs_reason");
    EXPECT_EQ(counted(as_seen(all), "SKB 3 Menteri").value(), std::ssize(all));
    EXPECT_FALSE(resolve().is_provisional);
    EXPECT_GT(resolve().due_at, before) << "holidays of the new year are left out";
    EXPECT_EQ(moves(), std::ssize(all)) << "each with its reason";
    EXPECT_TRUE(offered().empty());
    EXPECT_EQ(counted(as_seen(all), "SKB 3 Menteri").value(), 0);
}

TEST_P(Provisional, deadlines_that_changed_since_they_were_seen_stay) {
    import_next_year();
    const auto seen = as_seen(offered());
    ASSERT_FALSE(seen.empty());
    put([&](db::Tx& tx, const agency::Change& change) {
        return agency::put_day(tx, change, w().agency,
                               {.day = ends_on_ + std::chrono::days(8),
                                .name = "Libur tambahan",
                                .kind = agency::DayKind::national});
    });
    put([&](db::Tx& tx, const agency::Change& change) {
        return agency::put_day(tx, change, w().agency,
                               {.day = ends_on_ + std::chrono::days(11),
                                .name = "Libur tambahan",
                                .kind = agency::DayKind::national});
    });
    put([&](db::Tx& tx, const agency::Change& change) {
        return agency::put_day(tx, change, w().agency,
                               {.day = ends_on_ + std::chrono::days(12),
                                .name = "Libur tambahan",
                                .kind = agency::DayKind::national});
    });
    const auto done = counted(seen, "SKB").value();
    EXPECT_LT(done, std::ssize(seen)) << "the one that falls on another day by now waits for another look";
    EXPECT_TRUE(resolve().is_provisional);
}

} // namespace
} // namespace cases
