#include "cases/sharing_actions.h"
#include "cases/sharing_jobs.h"
#include "events/event_actions.h"
#include "staff/absence_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

TEST(Sharing, gives_to_the_least_work_or_in_turn) {
    const std::vector<Officer> all{{StaffId{3}, 2}, {StaffId{1}, 5}, {StaffId{2}, 2}};
    const struct {
        SharedBy how;
        std::optional<StaffId> last, chosen;
    } rows[] = {
        {SharedBy::least_work, {}, StaffId{2}},         {SharedBy::least_work, StaffId{2}, StaffId{3}},
        {SharedBy::least_work, StaffId{3}, StaffId{2}}, {SharedBy::turn, {}, StaffId{1}},
        {SharedBy::turn, StaffId{1}, StaffId{2}},       {SharedBy::turn, StaffId{3}, StaffId{1}},
        {SharedBy::turn, StaffId{9}, StaffId{1}},
    };
    for (const auto& row : rows)
        EXPECT_EQ(choose(row.how, all, row.last), row.chosen) << row.last.value_or(StaffId{}).value;
    EXPECT_FALSE(choose(SharedBy::turn, {}, {}));
}

class SharingActions : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        directory_ = *w().directories.of(w().agency);
        for (const char* login : {"ani", "budi", "citra"})
            people_.push_back(database()
                                  .write([&](db::Tx& tx) {
                                      return staff::add_person(
                                          tx, {w().ids, w().now}, w().agency,
                                          {.login = login,
                                           .name = login,
                                           .password_hash = "hash",
                                           .roles = {{staff::Role::field_officer, w().south}}});
                                  })
                                  .value()
                                  .id);
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }

    void share(std::optional<SharedBy> how) {
        database().write([&](db::Tx& tx) { return set_sharing(tx, *directory_, w().south, how); }).value();
    }
    /// A case that a coordinator sent to the office, with what happens by itself.
    Case sent(std::optional<StaffId> person = {}, std::optional<OfficeId> conduct = {}) {
        const Actor everyone{.party = Party::staff,
                             .staff = StaffId{5},
                             .roles = {staff::Role::coordinator, staff::Role::operator_}};
        auto c = database()
                     .write([&](db::Tx& tx) -> base::Result<Case> {
                         NewCase wanted;
                         wanted.account = agency::AccountId{61};
                         wanted.secret_hash = "hash";
                         wanted.received_at = w().now;
                         auto opened = open_case(tx, context(), wanted);
                         if (!opened) return opened;
                         if (conduct) {
                             auto named =
                                 act(tx, context(), *opened, everyone, Reclassify{.conduct_office = conduct});
                             if (!named) return named;
                         }
                         return act(tx, context(), *opened, everyone,
                                    Assign{.office = w().south, .person = person});
                     })
                     .value();
        follow(c);
        return now(c);
    }
    void follow(const Case& c) {
        for (const auto& event : timeline(c))
            database().write([&](db::Tx& tx) { return share_on(tx, context(), event); }).value();
    }
    Case now(const Case& c) {
        return *database().read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    }
    std::vector<events::Stored> timeline(const Case& c) {
        return database().read(
            [&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
    }
    void away(StaffId who, std::optional<StaffId> substitute) {
        database()
            .write([&](db::Tx& tx) {
                const std::string today = base::to_iso(base::local_day(w().now, base::Zone::wib));
                return staff::note_absence(tx, {w().ids, w().now}, w().agency,
                                           {.id = {},
                                            .staff = who,
                                            .first_day = today,
                                            .last_day = today,
                                            .substitute = substitute});
            })
            .value();
    }
    void relieve() { ASSERT_TRUE(relieve_people(database(), *directory_, w().ids, random_, w().now)); }

    std::unique_ptr<staff::testing::World> world_;
    agency::DirectoryPtr directory_;
    base::Random random_ = staff::testing::random_bytes;
    std::vector<StaffId> people_;
};
DB_TEST_ON_EACH_ENGINE(SharingActions);

TEST_P(SharingActions, leave_cases_without_a_person_where_the_office_gives_them_by_hand) {
    EXPECT_FALSE(sent().person);
    share(SharedBy::turn);
    EXPECT_TRUE(sent().person);
    share({});
    EXPECT_FALSE(sent().person);
}

TEST_P(SharingActions, give_in_turn_and_to_whom_has_least) {
    share(SharedBy::turn);
    std::vector<std::optional<StaffId>> got;
    for (int i = 0; i < 4; ++i)
        got.push_back(sent().person);
    EXPECT_EQ(got, (std::vector<std::optional<StaffId>>{people_[0], people_[1], people_[2], people_[0]}));
    share(SharedBy::least_work);
    EXPECT_EQ(sent().person, people_[1]) << "the first has two, the others one";
    EXPECT_EQ(sent().person, people_[2]);
}

TEST_P(SharingActions, happen_once_however_often_the_event_comes) {
    share(SharedBy::turn);
    const Case c = sent();
    follow(c);
    follow(c);
    EXPECT_EQ(std::ranges::count(timeline(c), "case.entrusted", &events::Stored::kind), 1);
    EXPECT_EQ(now(c), c);
}

TEST_P(SharingActions, pass_over_whoever_is_away_and_ask_who_stands_in) {
    share(SharedBy::turn);
    away(people_[0], people_[2]);
    EXPECT_EQ(sent().person, people_[1]);
    EXPECT_EQ(sent(people_[0]).person, people_[2]) << "named by the coordinator, and away";
}

TEST_P(SharingActions, never_choose_for_a_complaint_about_conduct) {
    share(SharedBy::turn);
    EXPECT_FALSE(sent({}, w().west).person);
}

TEST_P(SharingActions, leave_nothing_with_somebody_who_left) {
    const Case first = sent(people_[0]), second = sent(people_[0]), other = sent(people_[1]);
    relieve();
    EXPECT_EQ(now(first).person, people_[0]);
    database()
        .write([&](db::Tx& tx) { return staff::suspend(tx, {w().ids, w().now}, w().agency, people_[0]); })
        .value();
    relieve();
    EXPECT_FALSE(now(first).person) << "nobody is chosen where cases are given by hand";
    EXPECT_EQ(now(first).office, w().south);
    EXPECT_EQ(now(first).state, State::assigned);
    EXPECT_FALSE(now(second).person);
    EXPECT_EQ(now(other).person, people_[1]);
    relieve();
    EXPECT_EQ(std::ranges::count(timeline(first), "case.entrusted", &events::Stored::kind), 1);
}

TEST_P(SharingActions, give_what_somebody_away_has_to_who_stands_in_and_no_further) {
    const Case c = sent(people_[0]);
    away(people_[0], people_[1]);
    away(people_[1], people_[0]);
    relieve();
    EXPECT_EQ(now(c).person, people_[0]) << "both are away: it waits";
    away(people_[2], {});
    EXPECT_EQ(now(c).person, people_[0]);
}

} // namespace
} // namespace cases
