#include "cases/routing.h"
#include "cases/rule_cover.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace cases {
namespace {

using agency::RoutingRule;
using agency::RoutingRuleId;

const std::vector<agency::Account>& accounts() {
    static const std::vector<agency::Account> all{{agency::AccountId{1}, {}, "form", "Formulir"},
                                                  {agency::AccountId{2}, {}, "mail", "Surel"},
                                                  {agency::AccountId{3}, {}, "mail", "Surel lama"}};
    return all;
}

agency::OfficeTree tree() {
    std::vector<agency::Office> offices;
    for (std::int64_t id = 1; id <= 6; ++id)
        offices.push_back({OfficeId{id}, {}, "Unit", "Unit", id != 6});
    return agency::OfficeTree(std::move(offices));
}

template <class T> std::vector<T> some_of(const std::vector<T>& all) {
    std::vector<T> out;
    for (const T& each : all)
        if (*rc::gen::inRange(0, 3) == 0) out.push_back(each);
    return out;
}

template <class T> T one_of(const std::vector<T>& all) {
    return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

bool sometimes(int one_in) {
    return *rc::gen::inRange(0, one_in) == 0;
}

const std::vector<std::string> topics{"jalan", "lampu", "sampah"};
const std::vector<std::string> areas{"31",       "31.74", "31.74.01",     "31.74.01.1001", "31.74.01.1002",
                                     "31.74.02", "31.71", "31.71.03.1002"};
const std::vector<std::string> words{"lubang", "jembatan ambrol", "jembatan", "banjir", "lampu mati"};

/// From small sets, so that rules meet each other and cases meet rules.
RoutingRule some_rule(std::int64_t id) {
    RoutingRule rule{RoutingRuleId{id}, static_cast<int>(id), {}, {}, OfficeId{*rc::gen::inRange(1, 7)}};
    if (sometimes(2)) rule.topic = one_of(topics);
    if (sometimes(2)) rule.area = one_of(areas);
    if (sometimes(3)) rule.more.kinds = some_of<std::string>({"complaint", "question", "aspiration"});
    if (sometimes(4)) rule.more.networks = some_of<std::string>({"form", "mail"});
    if (sometimes(5))
        rule.more.accounts =
            some_of<agency::AccountId>({agency::AccountId{1}, agency::AccountId{2}, agency::AccountId{3}});
    if (sometimes(3)) rule.more.words = some_of(words);
    if (sometimes(4)) rule.more.days = one_of<std::string>({"12345", "67", "1", "135"});
    if (sometimes(4)) std::tie(rule.more.from, rule.more.until) = std::pair("07:00", "16:00");
    if (sometimes(5)) std::tie(rule.more.from, rule.more.until) = std::pair("22:00", "06:00");
    if (sometimes(5)) rule.more.first_day = "2026-11-05";
    if (sometimes(5)) rule.more.last_day = "2026-11-09";
    if (sometimes(4)) rule.more.circle = agency::RuleCircle{-6.2, 106.8, one_of<double>({1, 5, 30})};
    if (sometimes(5)) rule.more.polygon = {{-6.1, 106.7}, {-6.3, 106.7}, {-6.3, 106.9}, {-6.1, 106.9}};
    return rule;
}

struct Report {
    Matter matter;
    std::string text;
};

Report some_report() {
    Report out;
    out.matter.kind = one_of<Kind>({Kind::complaint, Kind::question, Kind::aspiration, Kind::appreciation});
    if (!sometimes(6)) out.matter.topic = one_of(topics);
    if (!sometimes(6)) out.matter.area = one_of(areas);
    if (!sometimes(4)) {
        out.matter.lat = -6.4 + 0.01 * *rc::gen::inRange(0, 40);
        out.matter.lon = 106.6 + 0.01 * *rc::gen::inRange(0, 40);
    }
    out.matter.account = agency::AccountId{*rc::gen::inRange(1, 4)};
    out.matter.received_at =
        base::time_from_ms(1'793'800'000'000 + *rc::gen::inRange<std::int64_t>(0, 10'000) * 60'000);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        out.text += "di sini ada " + one_of(words) + " lagi ";
    return out;
}

std::vector<RoutingRule> some_rules(int most) {
    std::vector<RoutingRule> out;
    for (std::int64_t id = 1, n = *rc::gen::inRange(1, most); id <= n; ++id)
        out.push_back(some_rule(id));
    return out;
}

RuleSet set_of(const std::vector<RoutingRule>& rules) {
    return {rules, tree(), accounts(), base::Zone::wib};
}

Matter matter_in(const Report& report) {
    Matter out = report.matter;
    out.text = report.text;
    return out;
}

RC_GTEST_PROP(RuleProperties, the_first_match_wins, ()) {
    const auto rules = some_rules(20);
    const Report report = some_report();
    const Route found = set_of(rules).route(matter_in(report));
    std::optional<RoutingRuleId> first;
    for (const RoutingRule& rule : rules)
        if (!first && set_of({rule}).route(matter_in(report)).rule) first = rule.id;
    RC_ASSERT(found.rule == first);
    RC_ASSERT(set_of(rules).passed(matter_in(report)).size() ==
              (first ? static_cast<std::size_t>(first->value - 1) : rules.size()));
}

RC_GTEST_PROP(RuleProperties, a_rule_that_an_earlier_one_takes_all_of_never_fires, ()) {
    const auto rules = some_rules(12);
    const auto set = set_of(rules);
    std::vector<RoutingRuleId> unreachable;
    const auto offices = tree();
    for (std::size_t later = 1; later < rules.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (offices.find(rules[earlier].office)->is_active &&
                takes_all_of(rules[earlier], rules[later], accounts()))
                unreachable.push_back(rules[later].id);
    RC_CLASSIFY(!unreachable.empty());
    for (int i = 0; i < 20; ++i) {
        const Report report = some_report();
        const Route found = set.route(matter_in(report));
        if (found.rule) RC_ASSERT(std::ranges::find(unreachable, *found.rule) == unreachable.end());
    }
}

RC_GTEST_PROP(RuleProperties, a_rule_for_a_place_fires_for_all_below, ()) {
    RoutingRule rule{RoutingRuleId{1}, 1, {}, one_of(areas), OfficeId{1}};
    Report report = some_report();
    std::string below = *rule.area;
    const std::string deeper[] = {".74", ".01", ".1003"};
    for (auto level = static_cast<std::size_t>(std::ranges::count(below, '.')); level < 3; ++level) {
        report.matter.area = below;
        RC_ASSERT(set_of({rule}).route(matter_in(report)).rule == RoutingRuleId{1});
        below += deeper[level];
    }
    report.matter.area = below;
    RC_ASSERT(set_of({rule}).route(matter_in(report)).rule == RoutingRuleId{1});
}

RC_GTEST_PROP(RuleProperties, the_order_of_rules_that_never_meet_does_not_matter, ()) {
    const auto rules = some_rules(10);
    auto turned = rules;
    int swapped = 0;
    for (std::size_t next = 1; next < rules.size(); ++next) {
        if (turned[next - 1].ordinal != rules[next - 1].ordinal) continue; // its neighbour took its place
        if (may_meet(rules[next - 1], rules[next], accounts())) continue;
        std::swap(turned[next - 1].ordinal, turned[next].ordinal);
        ++swapped;
    }
    RC_CLASSIFY(swapped > 0);
    const auto before = set_of(rules), after = set_of(turned);
    for (int i = 0; i < 20; ++i) {
        const Report report = some_report();
        RC_ASSERT(before.route(matter_in(report)) == after.route(matter_in(report)));
    }
}

RC_GTEST_PROP(RuleProperties, two_rules_that_take_one_case_may_meet, ()) {
    const RoutingRule a = some_rule(1), b = some_rule(2);
    const Report report = some_report();
    const bool both = set_of({a}).route(matter_in(report)).rule && set_of({b}).route(matter_in(report)).rule;
    RC_CLASSIFY(both);
    if (both) RC_ASSERT(may_meet(a, b, accounts()));
}

} // namespace
} // namespace cases
