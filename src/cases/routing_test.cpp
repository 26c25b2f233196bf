#include "cases/actor.h"
#include "cases/escalation.h"
#include "cases/routing.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

using agency::RoutingRule;
using agency::RoutingRuleId;
using staff::Role;

// 1 the agency; 2 and 3 below it; 21 and 22 below 2; 9 is closed.
agency::OfficeTree tree() {
    return agency::OfficeTree({{OfficeId{1}, {}, "Dinas", "Dinas", true},
                               {OfficeId{2}, OfficeId{1}, "Sudin Selatan", "Selatan", true},
                               {OfficeId{3}, OfficeId{1}, "Inspektorat", "Inspektorat", true},
                               {OfficeId{21}, OfficeId{2}, "Satpel Tebet", "Tebet", true},
                               {OfficeId{22}, OfficeId{2}, "Satpel Pasar Minggu", "PM", true},
                               {OfficeId{9}, OfficeId{1}, "Lama", "Lama", false}});
}

const std::vector<RoutingRule> rules{
    {RoutingRuleId{105}, 50, "jalan-rusak", std::nullopt, OfficeId{2}},
    {RoutingRuleId{101}, 10, "jalan-rusak", "31.74.01", OfficeId{21}},
    {RoutingRuleId{100}, 5, "jalan-rusak", "31.74.01", OfficeId{9}},
    {RoutingRuleId{109}, 90, std::nullopt, "31.74", OfficeId{22}},
};

TEST(Routing, the_first_rule_that_fits_wins) {
    const struct {
        std::optional<std::string> topic;
        std::optional<std::string> area;
        std::optional<std::int64_t> office;
        std::int64_t rule;
        Why why;
    } rows[] = {
        {"jalan-rusak", "31.74.01.1002", 21, 101, Why::rule}, // the closed office's rule is passed over
        {"jalan-rusak", "31.74.02", 2, 105, Why::rule},
        {"jalan-rusak", std::nullopt, 2, 105, Why::rule},
        {"jalan-rusak", "31.74.011", 2, 105, Why::rule}, // another area that begins with the same digits
        {"sampah", "31.74.02", 22, 109, Why::rule},
        {std::nullopt, "31.74", 22, 109, Why::rule},
        {"sampah", "31.7", std::nullopt, 0, Why::no_rule},
        {"sampah", "32.01", std::nullopt, 0, Why::no_rule},
        {std::nullopt, std::nullopt, std::nullopt, 0, Why::no_rule},
    };
    for (const auto& row : rows) {
        const Route found = RuleSet(rules, tree()).route({.topic = row.topic, .area = row.area});
        EXPECT_EQ(found.office ? std::optional(found.office->value) : std::nullopt, row.office)
            << row.topic.value_or("-") << " " << row.area.value_or("-");
        EXPECT_EQ(found.rule ? found.rule->value : 0, row.rule);
        EXPECT_EQ(found.why, row.why);
    }
}

TEST(Routing, a_complaint_about_conduct_goes_above_the_office_it_names) {
    const struct {
        std::int64_t named;
        std::optional<std::int64_t> office;
        Why why;
    } rows[] = {
        {21, 2, Why::conduct_up},            // the rule's own office
        {2, 1, Why::conduct_up},             // an office above it: everything below is hidden too
        {22, 21, Why::rule},                 // somebody else's
        {1, std::nullopt, Why::conduct_top}, // nobody above
    };
    for (const auto& row : rows) {
        const Route found =
            RuleSet(rules, tree())
                .route({.topic = "jalan-rusak", .area = "31.74.01", .conduct_office = OfficeId{row.named}});
        EXPECT_EQ(found.office ? std::optional(found.office->value) : std::nullopt, row.office) << row.named;
        EXPECT_EQ(found.why, row.why) << row.named;
    }
}

TEST(Actor, has_the_roles_that_are_held_at_the_office_or_above) {
    const struct {
        std::optional<std::int64_t> office;
        std::int64_t held_at;
        std::optional<std::int64_t> conduct;
        Role role;
        bool counts;
    } rows[] = {
        {21, 21, {}, Role::operator_, true},
        {21, 2, {}, Role::operator_, true},
        {21, 1, {}, Role::operator_, true},
        {21, 22, {}, Role::operator_, false},
        {2, 21, {}, Role::operator_, false},
        {{}, 1, {}, Role::coordinator, true},
        {{}, 2, {}, Role::coordinator, false},
        {999, 1, {}, Role::coordinator, true}, // an office that is gone: the roots see it
        {2, 2, 21, Role::operator_, true},
        {2, 21, 21, Role::operator_, false},
        {2, 2, 2, Role::head, false},
        {{}, 1, 1, Role::operator_, false},
        {{}, 1, 1, Role::coordinator, true}, // nobody stands above a root
    };
    for (const auto& row : rows) {
        Case c = testing::pothole();
        c.office = row.office ? std::optional(OfficeId{*row.office}) : std::nullopt;
        c.conduct_office = row.conduct ? std::optional(OfficeId{*row.conduct}) : std::nullopt;
        const std::vector<staff::HeldRole> held{{row.role, OfficeId{row.held_at}}};
        EXPECT_EQ(actor_for(c, testing::somebody, held, tree()).roles.has(row.role), row.counts)
            << row.office.value_or(0) << " held at " << row.held_at << " conduct " << row.conduct.value_or(0);
    }
}

TEST(Escalation, goes_one_step_up_once_for_a_passed_deadline) {
    const base::Time due = testing::at("2026-11-16T08:00");
    const struct {
        State state;
        int level;
        bool already;
        base::Time now;
        const char* code;
    } rows[] = {
        {State::assigned, 0, false, testing::now, ""},
        {State::in_progress, 1, false, testing::now, ""},
        {State::assigned, 0, false, due, "case.not_overdue"},
        {State::assigned, 0, true, testing::now, "case.escalated_already"},
        {State::assigned, 2, false, testing::now, "case.already_at_top"},
        {State::resolved, 0, false, testing::now, "case.wrong_state"},
        {State::awaiting_reporter, 0, false, testing::now, "case.wrong_state"},
        {State::archived, 0, false, testing::now, "case.wrong_state"},
    };
    for (const auto& row : rows) {
        Case c = testing::pothole(row.state);
        c.level = row.level;
        const auto event = escalate(c, {"resolve", due, row.already}, /*top=*/2, row.now);
        EXPECT_EQ(event ? "" : event.error().code, row.code) << base::code_of(row.state) << " " << row.level;
        if (event) {
            EXPECT_EQ(evolve(c, *event).level, row.level + 1);
        }
    }
    EXPECT_EQ(role_at(0), Role::operator_);
    EXPECT_EQ(role_at(1), Role::head);
}

} // namespace
} // namespace cases
