#include "cases/case_actions.h"
#include "cases/case_jobs.h"
#include "cases/testing.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

class CaseActions : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                const agency::Change change{.ids = w().ids, .now = w().now};
                auto topic = agency::put_topic(
                    tx, change, w().agency,
                    {.code = "trotoar", .name_id = "Trotoar rusak", .name_en = "Broken pavement"});
                if (!topic) return topic;
                auto rule = agency::add_rule(
                    tx, change, w().agency,
                    {.id = {}, .ordinal = 1, .topic = "trotoar", .area = "31.74", .office = w().south});
                if (!rule) return base::pass(rule);
                rule_ = rule->id;
                return {};
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }

    Case open(std::optional<std::string> topic) {
        return database()
            .write([&](db::Tx& tx) {
                NewCase wanted;
                wanted.topic = std::move(topic);
                wanted.area = "31.74.01.1002";
                wanted.account = agency::AccountId{61};
                wanted.secret_hash = "hash";
                wanted.proposed_text = "Ubin pecah di depan toko";
                wanted.received_at = w().now;
                return open_case(tx, context(), wanted);
            })
            .value();
    }
    Case done(const Case& c, const Command& command) {
        Actor everyone{.party = Party::staff,
                       .staff = StaffId{5},
                       .roles = {staff::Role::coordinator, staff::Role::operator_}};
        return database().write([&](db::Tx& tx) { return act(tx, context(), c, everyone, command); }).value();
    }
    Case verified(const Case& c) {
        return done(c, Verify{.kind = c.kind,
                              .topic = "trotoar",
                              .area = c.area,
                              .no_place = {},
                              .public_text = c.proposed_text});
    }
    Case now(const Case& c) {
        return *database().read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    }
    std::vector<events::Stored> timeline(const Case& c) {
        return database().read(
            [&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
    }
    /// Announces what crossed and climbs, as often as said.
    void sweep(const Case& c, int times) {
        database().write(
            [&](db::Tx& tx) { return deadlines::cross_due(tx, w().ids, c.agency, w().now, 100).size(); });
        for (int i = 0; i < times; ++i)
            climb_ladders(database(), *directory_, w().ids, random_, w().now);
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
    agency::RoutingRuleId rule_;
};
DB_TEST_ON_EACH_ENGINE(CaseActions);

TEST_P(CaseActions, verifying_sends_a_case_without_an_office_where_the_rules_say) {
    auto c = open(std::nullopt);
    EXPECT_FALSE(c.office);
    c = verified(c);
    EXPECT_EQ(c.state, State::verified);
    EXPECT_EQ(c.office, w().south);
    auto data = base::json::parse(timeline(c).back().data).value();
    EXPECT_EQ(std::get<Verified>(read_body("case.verified", data).value()).rule, rule_);
}

TEST_P(CaseActions, the_event_names_the_rule_that_chose_the_office) {
    auto c = open("trotoar");
    EXPECT_EQ(c.office, w().south);
    auto data = base::json::parse(timeline(c).front().data).value();
    auto body = read_body("case.received", data);
    ASSERT_TRUE(body) << body.error().field << " " << body.error().detail << timeline(c).front().data;
    EXPECT_EQ(std::get<Received>(*body).rule, rule_);
}

TEST_P(CaseActions, a_case_leaves_the_office_that_it_turns_out_to_complain_about) {
    auto c = open("trotoar");
    c = done(c, Reclassify{.kind = {},
                           .case_class = {},
                           .topic = {},
                           .urgency = {},
                           .area = {},
                           .conduct_office = w().south});
    EXPECT_EQ(c.office, w().root);
    EXPECT_EQ(c.conduct_office, w().south);
    // One that another office complains about stays where it is.
    auto other = done(open("trotoar"), Reclassify{.kind = {},
                                                  .case_class = {},
                                                  .topic = {},
                                                  .urgency = {},
                                                  .area = {},
                                                  .conduct_office = w().west});
    EXPECT_EQ(other.office, w().south);
}

TEST_P(CaseActions, an_overdue_case_goes_one_level_up_and_once) {
    auto c = verified(open("trotoar"));
    sweep(c, 1);
    EXPECT_EQ(now(c).level, 0);
    w().now += std::chrono::hours(73);
    sweep(c, 3);
    EXPECT_EQ(now(c).level, 1);
    EXPECT_EQ(now(c).state, State::verified);
    sweep(c, 3);
    EXPECT_EQ(now(c).level, 1);
    auto events = timeline(c);
    EXPECT_EQ(std::ranges::count(events, "case.escalated", &events::Stored::kind), 1);
}

TEST_P(CaseActions, what_waits_for_the_reporter_is_not_escalated) {
    auto c = done(verified(open("trotoar")), Assign{.office = w().south, .person = {}});
    c = done(c, Ask{.question = "Di depan toko yang mana?"});
    w().now += std::chrono::hours(73);
    sweep(c, 1);
    EXPECT_EQ(now(c).level, 0);
}

TEST(Escalation, is_as_high_as_the_offices_above) {
    agency::OfficeTree tree(
        {{.id = agency::OfficeId{1}, .parent = {}, .name = "Dinas", .short_name = ""},
         {.id = agency::OfficeId{2}, .parent = agency::OfficeId{1}, .name = "Suku dinas", .short_name = ""}});
    Case c;
    EXPECT_EQ(top_level(c, tree), 1);
    c.office = agency::OfficeId{1};
    EXPECT_EQ(top_level(c, tree), 1);
    c.office = agency::OfficeId{2};
    EXPECT_EQ(top_level(c, tree), 2);
}

} // namespace
} // namespace cases
