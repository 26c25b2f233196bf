#include "desk/presence_actions.h"
#include "staff_world.h"
#include "world.h"

namespace desk {
namespace {

class Presence : public db::testing::OnEachEngine {
protected:
    template <class F> auto change(F&& act) { return database().write(std::forward<F>(act)); }
    std::vector<Looking> others_of(cases::CaseId c, staff::StaffId me, base::Time now) {
        return database().read([&](db::Tx& tx) { return others(tx, world.agency, c, me, now); });
    }
    void looks(cases::CaseId c, staff::StaffId who, base::Time now) {
        change([&](db::Tx& tx) { look(tx, world.agency, c, who, now); });
    }
    staff::testing::World world{database()};
    staff::StaffId sari = world.add("sari", "sandi-panjang-sekali");
    staff::StaffId yusuf = world.add("yusuf", "sandi-panjang-sekali");
    const cases::CaseId pothole{71}, lamp{72};
};
DB_TEST_ON_EACH_ENGINE(Presence);

TEST_P(Presence, others_are_seen_for_45_seconds_and_oneself_never) {
    looks(pothole, yusuf, world.now);
    looks(pothole, sari, world.now);
    auto seen = others_of(pothole, sari, world.now + std::chrono::seconds(44));
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0], (Looking{yusuf, "Petugas yusuf", world.now}));
    EXPECT_TRUE(others_of(lamp, sari, world.now).empty());
    EXPECT_TRUE(others_of(pothole, sari, world.now + presence_length).empty());
}

TEST_P(Presence, looking_again_counts_from_then) {
    looks(pothole, yusuf, world.now);
    looks(pothole, yusuf, world.now + std::chrono::seconds(40));
    EXPECT_EQ(others_of(pothole, sari, world.now + std::chrono::seconds(80)).size(), 1u);
}

TEST_P(Presence, rows_of_a_list_know_all_cases_at_once) {
    looks(pothole, yusuf, world.now);
    looks(lamp, yusuf, world.now);
    looks(lamp, sari, world.now);
    auto all = database().read([&](db::Tx& tx) { return all_others(tx, world.agency, sari, world.now); });
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[lamp].size(), 1u);
}

TEST_P(Presence, the_sweep_takes_out_what_no_longer_counts) {
    looks(pothole, yusuf, world.now);
    looks(lamp, yusuf, world.now + presence_length + std::chrono::milliseconds(1));
    const auto later = world.now + presence_length + std::chrono::milliseconds(1);
    change([&](db::Tx& tx) { sweep_presence(tx, world.agency, later); });
    EXPECT_TRUE(others_of(pothole, sari, world.now).empty());
    EXPECT_EQ(others_of(lamp, sari, later).size(), 1u);
}

} // namespace
} // namespace desk
