#include "agency/directory_actions.h"
#include "cases/case_actions.h"
#include "deadlines/deadline_actions.h"
#include "staff_world.h"
#include "world.h"

namespace administration {
namespace {

using namespace std::chrono;

class OwnDays : public db::testing::OnEachEngine {
protected:
    OwnDays() {
        change([&](db::Tx& tx, const agency::Change& by) {
            auto agency = agency::read_directory(tx, world_.agency)->agency();
            agency.profile = "sp4n-lapor";
            return agency::change_agency(tx, by, agency);
        });
        account_ =
            world_.database
                .write([&](db::Tx& tx) {
                    return agency::add_account(tx, {world_.ids, world_.now}, world_.agency,
                                               {.id = {}, .office = {}, .network = "form", .name = "Lapor"});
                })
                .value()
                .id;
    }

    template <class F> void change(F&& act) {
        auto done =
            database().write([&](db::Tx& tx) { return act(tx, agency::Change{world_.ids, world_.now}); });
        ASSERT_TRUE(done) << done.error().code;
    }
    void close(base::Day day) {
        change([&](db::Tx& tx, const agency::Change& by) {
            return agency::put_day(tx, by, world_.agency, {day, "Hari jadi kota", true});
        });
    }
    cases::Case open() {
        return database()
            .write([&](db::Tx& tx) {
                const auto directory = agency::read_directory(tx, world_.agency).value();
                const auto context = cases::context_for(directory, world_.ids, random_, world_.now);
                cases::NewCase wanted;
                wanted.account = account_;
                wanted.received_at = world_.now;
                return cases::open_case(tx, context, wanted);
            })
            .value();
    }
    base::Day due_of(const cases::Case& c) {
        for (const auto& deadline : database().read([&](db::Tx& tx) {
                 return deadlines::deadlines_of(tx, world_.agency, {"case", c.id.value});
             }))
            if (deadline.name == "verify") return base::local_day(deadline.due_at, base::Zone::wib);
        return {};
    }

    staff::testing::World world_{database()};
    base::Random random_ = staff::testing::random_bytes;
    agency::AccountId account_;
};
DB_TEST_ON_EACH_ENGINE(OwnDays);

TEST_P(OwnDays, count_for_cases_that_come_later_and_move_no_running_deadline) {
    const base::Day monday = 2026y / July / 13;
    world_.now = base::at_local(monday, hours{9}, base::Zone::wib);
    const auto before = open();
    EXPECT_EQ(due_of(before), monday + days{3});
    close(monday + days{1});
    close(monday + days{2});
    const auto after = open();
    EXPECT_EQ(due_of(after), monday + days{7});
    EXPECT_EQ(due_of(before), monday + days{3});
}

} // namespace
} // namespace administration
