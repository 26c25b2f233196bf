#include "cases/routing.h"
#include "cases/rule_cover.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

using agency::RoutingRule;
using agency::RoutingRuleId;
using agency::RuleConditions;
using testing::at;

const std::vector<agency::Account> accounts{{agency::AccountId{1}, {}, "form", "Formulir"},
                                            {agency::AccountId{2}, {}, "mail", "Surel"}};

RuleSet only(RuleConditions more) {
    const agency::OfficeTree offices({{OfficeId{1}, {}, "Dinas", "Dinas"}});
    const std::vector<RoutingRule> rules{{RoutingRuleId{1}, 1, {}, {}, OfficeId{1}, std::move(more)}};
    return {rules, offices, accounts, base::Zone::wib};
}

TEST(RuleConditions, hold_for_the_cases_they_name) {
    const RuleConditions words{.words = {"jembatan ambrol", "perbaiki"}};
    const RuleConditions hours{.days = "12345", .from = "16:00", .until = "07:30"};
    const RuleConditions office_hours{.from = "07:30", .until = "16:00"};
    const RuleConditions november{.first_day = "2026-11-01", .last_day = "2026-11-30"};
    const RuleConditions near{.circle = agency::RuleCircle{-6.2, 106.8, 1}};
    const RuleConditions square{.polygon = {{-6.1, 106.7}, {-6.3, 106.7}, {-6.3, 106.9}, {-6.1, 106.9}}};
    const struct {
        std::string_view what;
        RuleConditions asked;
        Matter matter;
        std::optional<Miss> miss;
    } rows[] = {
        {"kind", {.kinds = {"question"}}, {.kind = Kind::question}, {}},
        {"other kind", {.kinds = {"question"}}, {.kind = Kind::complaint}, Miss::kind},
        {"network", {.networks = {"mail"}}, {.account = agency::AccountId{2}}, {}},
        {"other network", {.networks = {"mail"}}, {.account = agency::AccountId{1}}, Miss::channel},
        {"account", {.accounts = {agency::AccountId{1}}}, {.account = agency::AccountId{1}}, {}},
        {"network without account", {.networks = {"x"}}, {.account = agency::AccountId{1}}, Miss::channel},
        {"phrase", words, {.text = "Di sini JEMBATAN  ambrol, tolong"}, {}},
        {"stem", words, {.text = "mohon diperbaiki"}, {}},
        {"half a phrase", words, {.text = "jembatan lama yang ambrol"}, Miss::words},
        {"no text", words, {}, Miss::words},
        {"words of punctuation", {.words = {"!!!"}}, {.text = "!!!"}, Miss::words},
        {"Monday evening", hours, {.received_at = at("2026-11-16T10:00Z")}, {}}, // 17.00 WIB
        {"past midnight", hours, {.received_at = at("2026-11-16T23:00Z")}, {}},  // Tuesday 06.00
        {"Saturday", hours, {.received_at = at("2026-11-21T10:00Z")}, Miss::time},
        {"the first minute", office_hours, {.received_at = at("2026-11-16T00:30Z")}, {}},
        {"the end is out", office_hours, {.received_at = at("2026-11-16T09:00Z")}, Miss::time},
        {"the last day", november, {.received_at = at("2026-11-30T10:00Z")}, {}},
        {"the day after, here", november, {.received_at = at("2026-11-30T18:00Z")}, Miss::time},
        {"in the circle", near, {.lat = -6.205, .lon = 106.8}, {}},
        {"out of the circle", near, {.lat = -6.22, .lon = 106.8}, Miss::place},
        {"no point", near, {.area = "31.74"}, Miss::place},
        {"in the square", square, {.lat = -6.2, .lon = 106.8}, {}},
        {"beside the square", square, {.lat = -6.2, .lon = 106.95}, Miss::place},
    };
    for (const auto& row : rows) {
        const auto set = only(row.asked);
        EXPECT_EQ(set.route(row.matter).rule.has_value(), !row.miss) << row.what;
        const auto passed = set.passed(row.matter);
        ASSERT_EQ(passed.size(), row.miss ? 1U : 0U) << row.what;
        if (row.miss) {
            EXPECT_EQ(passed[0].miss, *row.miss) << row.what;
        }
    }
}

TEST(RuleConditions, say_which_rule_takes_all_of_another) {
    auto rule = [](RuleConditions more, std::optional<std::string> topic = {}) {
        return RoutingRule{RoutingRuleId{1}, 1, std::move(topic), {}, OfficeId{1}, std::move(more)};
    };
    const struct {
        std::string_view what;
        RoutingRule earlier, later;
        bool takes_all, may_meet;
    } rows[] = {
        {"everything", rule({}), rule({.kinds = {"question"}}), true, true},
        {"a part", rule({.kinds = {"question"}}), rule({}), false, true},
        {"other kinds", rule({.kinds = {"question"}}), rule({.kinds = {"aspiration"}}), false, false},
        {"longer phrase", rule({.words = {"jembatan"}}), rule({.words = {"jembatan ambrol"}}), true, true},
        {"shorter phrase", rule({.words = {"jembatan ambrol"}}), rule({.words = {"jembatan"}}), false, true},
        {"network and its account", rule({.networks = {"mail"}}), rule({.accounts = {agency::AccountId{2}}}),
         true, true},
        {"another account", rule({.networks = {"mail"}}), rule({.accounts = {agency::AccountId{1}}}), false,
         false},
        {"longer hours", rule({.from = "07:00", .until = "17:00"}), rule({.from = "08:00", .until = "16:00"}),
         true, true},
        {"other days", rule({.days = "12"}), rule({.days = "67"}), false, false},
        {"wider circle", rule({.circle = agency::RuleCircle{0, 110, 9}}),
         rule({.circle = agency::RuleCircle{0, 110.01, 2}}), true, true},
        {"far circle", rule({.circle = agency::RuleCircle{0, 110, 9}}),
         rule({.circle = agency::RuleCircle{0, 111, 2}}), false, false},
        {"open end", rule({.first_day = "2026-01-01"}), rule({.last_day = "2026-12-31"}), false, true},
        {"other topics", rule({}, "jalan"), rule({}, "lampu"), false, false},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(takes_all_of(row.earlier, row.later, accounts), row.takes_all) << row.what;
        EXPECT_EQ(may_meet(row.earlier, row.later, accounts), row.may_meet) << row.what;
        EXPECT_EQ(may_meet(row.later, row.earlier, accounts), row.may_meet) << row.what;
    }
}

} // namespace
} // namespace cases
