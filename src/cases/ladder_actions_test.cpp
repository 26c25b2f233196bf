#include "cases/case_jobs.h"
#include "cases/ladder_actions.h"
#include "cases/testing.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/ladder_actions.h"
#include "deadlines/reminder.h"
#include "events/event_actions.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

using staff::Role;
using std::chrono::hours;

/// A topic with 3x24 hours, an office with an operator and a head, an agency with a head and a coordinator.
class Ladder : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        w().now = base::parse_time("2026-11-16T09:00").value(); // a Monday
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                const agency::Change change{.ids = w().ids, .now = w().now};
                auto topic = agency::put_topic(tx, change, w().agency,
                                               {.code = "trotoar",
                                                .name_id = "Trotoar rusak",
                                                .name_en = "Broken pavement",
                                                .proof = agency::ProofKind::answer,
                                                .profile = "3x24-jam",
                                                .words = {}});
                if (!topic) return topic;
                auto rule = agency::add_rule(
                    tx, change, w().agency,
                    {.id = {}, .ordinal = 1, .topic = "trotoar", .area = {}, .office = w().south});
                if (!rule) return base::pass(rule);
                return {};
            })
            .value();
        operator_ = w().add("operator", password, {{Role::operator_, w().south}});
        head_ = w().add("kepala", password, {{Role::head, w().south}});
        top_ = w().add("pimpinan", password, {{Role::head, w().root}});
        coordinator_ = w().add("koordinator", password, {{Role::coordinator, w().root}});
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }

    Case open(double urgency = 0.3, bool is_history = false) {
        return database()
            .write([&](db::Tx& tx) {
                NewCase wanted;
                wanted.topic = "trotoar";
                wanted.urgency = urgency;
                wanted.account = agency::AccountId{61};
                wanted.secret_hash = "hash";
                wanted.proposed_text = "KATA WARGA";
                wanted.received_at = w().now;
                wanted.is_history = is_history;
                return open_case(tx, context(), wanted);
            })
            .value();
    }
    Case done(const Case& c, const Command& command, Actor actor = {}) {
        if (actor.roles.empty() && actor.party == Party::staff)
            actor = {.party = Party::staff,
                     .staff = operator_,
                     .roles = {Role::coordinator, Role::operator_, Role::field_officer}};
        return database()
            .write([&](db::Tx& tx) {
                return act(tx, context(), *case_of_id(tx, c.agency, c.id), actor, command);
            })
            .value();
    }
    void climb_after(hours passed) {
        w().now += passed;
        climb_ladders(database(), *directory_, w().ids, random_, w().now);
    }
    /// "50.assignee operator", in the order of the events.
    std::vector<std::string> told(const Case& c) {
        std::vector<std::string> out;
        for (const auto& event : timeline(c)) {
            const auto reminder = deadlines::read_reminder(event.kind, event.data);
            if (event.kind == "case.escalated") out.emplace_back("escalated");
            if (!reminder) continue;
            EXPECT_FALSE(event.is_public);
            std::string line = std::to_string(reminder->at_percent);
            for (const auto& id : reminder->told)
                line += " " + name_of(*base::parse_id_as<StaffId>(id));
            out.push_back(line);
        }
        return out;
    }
    std::vector<events::Stored> timeline(const Case& c) {
        return database().read(
            [&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
    }
    std::string name_of(StaffId id) {
        return database().read([&](db::Tx& tx) { return staff::find_person(tx, w().agency, id)->login; });
    }
    std::vector<staff::Notice> notices(StaffId who) {
        return database().read([&](db::Tx& tx) { return staff::notices_of(tx, w().agency, who); });
    }
    void away(StaffId who, const char* until) {
        const auto today = base::local_day(w().now, directory_->agency().zone);
        w().change([&](db::Tx& tx, const staff::StaffChange& change) {
               return staff::stay_away(tx, change, w().agency, who, today, base::parse_day(until).value());
           })
            .value();
    }
    void with_email(StaffId who) {
        database().write(
            [&](db::Tx& tx) { staff::set_duty(tx, w().agency, who, {.email = "orang@contoh.go.id"}); });
    }
    Case row(const Case& c) {
        return *database().read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    }

    static constexpr std::string_view password = "kata sandi yang panjang 81";
    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
    StaffId operator_, head_, top_, coordinator_;
};
DB_TEST_ON_EACH_ENGINE(Ladder);

using Told = std::vector<std::string>;

TEST_P(Ladder, tells_the_operator_then_the_head_then_the_agency_head_each_once) {
    const Case c = open();
    climb_after(hours(36));
    EXPECT_EQ(told(c), Told{}) << "due times are inclusive";
    climb_after(hours(1));
    climb_after(hours(0));
    EXPECT_EQ(told(c), Told{"50 operator"});
    climb_after(hours(21)); // 58
    EXPECT_EQ(told(c), (Told{"50 operator", "80 operator"}));
    climb_after(hours(15)); // 73
    EXPECT_EQ(told(c), (Told{"50 operator", "80 operator", "escalated", "100 kepala"}));
    EXPECT_EQ(row(c).level, 1);
    climb_after(hours(18)); // 91: a quarter more
    climb_after(hours(400));
    EXPECT_EQ(told(c), (Told{"50 operator", "80 operator", "escalated", "100 kepala", "125 pimpinan"}));
    EXPECT_EQ(row(c).level, 1);

    // One row for each person: the last that they were told.
    ASSERT_EQ(notices(operator_).size(), 1);
    EXPECT_EQ(notices(operator_)[0].at_percent, 80);
    EXPECT_EQ(notices(operator_)[0].subject, c.id.value);
    EXPECT_EQ(notices(head_).size(), 1);
    EXPECT_EQ(notices(top_).size(), 1);
    EXPECT_EQ(notices(coordinator_).size(), 0);
}

TEST_P(Ladder, catches_up_after_an_outage_with_one_line_for_each_person_and_case) {
    std::vector<Case> opened;
    for (int i = 0; i < 60; ++i) // more than a unit of work takes
        opened.push_back(open());
    climb_after(hours(200));
    for (const Case& c : opened)
        ASSERT_EQ(told(c), (Told{"80 operator", "escalated", "100 kepala", "125 pimpinan"}));
    EXPECT_EQ(database().read([&](db::Tx& tx) { return staff::count_unseen(tx, w().agency, operator_); }),
              60);
    climb_after(hours(200));
    EXPECT_EQ(told(opened[0]).size(), 4);
}

TEST_P(Ladder, passes_over_who_is_away_or_gone) {
    const Case c = done(open(), Assign{.office = w().south, .person = operator_});
    away(operator_, "2026-11-17");
    climb_after(hours(37));
    EXPECT_EQ(told(c), Told{"50 koordinator"});
    climb_after(hours(21)); // the operator is back
    EXPECT_EQ(told(c).back(), "80 operator");
    w().change([&](db::Tx& tx, const staff::StaffChange& change) {
           return staff::suspend(tx, change, w().agency, head_);
       })
        .value();
    climb_after(hours(15));
    EXPECT_EQ(told(c).back(), "100 pimpinan");
}

TEST_P(Ladder, rests_while_the_reporter_is_asked_and_goes_on_afterwards) {
    Case c = open();
    c = done(c, Assign{.office = w().south, .person = {}});
    c = done(c, Ask{"Di sisi mana?"});
    climb_after(hours(100));
    EXPECT_EQ(told(c), Told{});
    c = done(c, Answered{"Sisi utara"});
    climb_after(hours(30));
    EXPECT_EQ(told(c), Told{});
    climb_after(hours(7));
    EXPECT_EQ(told(c), Told{"50 operator"});
}

TEST_P(Ladder, ends_with_the_case_and_goes_on_when_it_is_reopened) {
    Case c = open();
    c = done(c, Assign{.office = w().south, .person = {}});
    climb_after(hours(40));
    EXPECT_EQ(notices(operator_).size(), 1);
    c = done(c, Resolve{testing::answer()});
    EXPECT_EQ(notices(operator_).size(), 0);
    climb_after(hours(10));
    EXPECT_EQ(told(c), Told{"50 operator"});
    c = done(c, Contest{}, reporter());
    climb_after(hours(1));
    EXPECT_EQ(told(c), (Told{"50 operator", "50 operator"})) << "who thought it was over is told again";
    climb_after(hours(1));
    EXPECT_EQ(told(c).size(), 2) << "once";
    climb_after(hours(8));
    EXPECT_EQ(told(c), (Told{"50 operator", "50 operator", "80 operator"})) << "the same deadline goes on";
}

TEST_P(Ladder, is_not_for_history) {
    const Case c = open(0.3, /*is_history=*/true);
    climb_after(hours(1'000));
    EXPECT_EQ(told(c), Told{});
    EXPECT_EQ(row(c).level, 0);
}

TEST_P(Ladder, of_an_agency_counts_for_what_comes_in_from_then_on) {
    const Case before = open();
    w().now += hours(1);
    using enum deadlines::Audience;
    const deadlines::Ladder own{{}, {}, {{30, coordinator, {}}, {100, office_head, true}}};
    const auto change = [&](const deadlines::Ladder& ladder) {
        return database().write([&](db::Tx& tx) {
            return deadlines::change_ladder(tx, {.ids = w().ids, .now = w().now, .staff = {}}, w().agency,
                                            ladder);
        });
    };
    ASSERT_TRUE(change(own));
    ASSERT_TRUE(change(own)) << "the same again is no new version";
    EXPECT_EQ(change({}).error().field, "ladder.steps");
    const auto in_force =
        database().read([&](db::Tx& tx) { return deadlines::ladder_of(tx, w().agency, w().now); });
    EXPECT_EQ(in_force.version, "1");
    EXPECT_EQ(in_force.steps, own.steps);
    w().now += hours(1);
    const Case after = open();
    climb_after(hours(22)); // 30 % of 72 hours
    EXPECT_EQ(told(before), Told{});
    EXPECT_EQ(told(after), Told{"30 koordinator"});
    climb_after(hours(14));
    EXPECT_EQ(told(before), Told{"50 operator"});
    climb_after(hours(500));
    EXPECT_EQ(told(after), (Told{"30 koordinator", "escalated", "100 kepala"}));
}

TEST_P(Ladder, lets_mail_wait_for_the_morning_but_for_emergencies) {
    with_email(operator_);
    w().now = base::parse_time("2026-11-16T09:00").value();
    const Case calm = open(), urgent = open(0.99);
    climb_after(hours(37)); // Tuesday, 22.00
    const auto all = notices(operator_);
    ASSERT_EQ(all.size(), 2);
    for (const auto& notice : all)
        EXPECT_EQ(notice.mail_at,
                  notice.subject == urgent.id.value ? w().now : base::parse_time("2026-11-18T06:00").value());
    EXPECT_FALSE(notices(operator_)[0].seen_at);
}

TEST_P(Ladder, leaves_one_row_for_a_new_case) {
    const auto count = [&] {
        const auto rows = database().read([&](db::Tx& tx) {
            static constexpr db::Query<std::int64_t(base::AgencyId)> rows{
                "test.ladders", "select count(*) from case_ladders where agency = :agency"};
            return *tx.one(rows, w().agency);
        });
        return rows;
    };
    (void)open();
    EXPECT_EQ(count(), 1);
    (void)open(0.3, /*is_history=*/true);
    EXPECT_EQ(count(), 1);
}

} // namespace
} // namespace cases
