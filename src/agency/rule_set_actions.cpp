#include "agency/rule_set_actions.h"

#include "agency/agency_store.h"
#include "agency/note_actions.h"
#include "agency/rule_set_store.h"

#include <algorithm>
#include <set>

namespace agency {
namespace {

using Rules = std::vector<RoutingRule>;

std::unexpected<base::Problem> not_found(std::string code) {
    return base::fail(base::Kind::not_found, std::move(code));
}

/// Ids for new ones, ordinals by place; every name is known.
base::Result<Rules> settled(db::Tx& tx, const Change& change, base::AgencyId agency, Rules rules) {
    if (rules.size() > max_rules) return base::fail(base::Kind::limited, "limit.reached");
    const OfficeTree offices(store::offices(tx, agency));
    std::set<std::string> topics;
    for (const Topic& topic : store::topics(tx, agency))
        topics.insert(topic.code);
    std::set<RoutingRuleId> ids;
    int ordinal = 0;
    for (RoutingRule& rule : rules) {
        if (!offices.find(rule.office)) return not_found("office.unknown");
        if (rule.topic && !topics.contains(*rule.topic)) return not_found("topic.unknown");
        if (rule.area && (rule.area->empty() || rule.area->size() > 13)) return base::fail_field("area");
        auto more = checked(std::move(rule.more));
        if (!more) return base::pass(more);
        rule.more = std::move(*more);
        rule.ordinal = ordinal += 10;
        if (!rule.id || !ids.insert(rule.id).second) rule.id = change.ids.next<RoutingRuleId>();
        ids.insert(rule.id);
    }
    return rules;
}

bool is_equal(const RoutingRule& a, const RoutingRule& b) {
    return a.id == b.id && a.ordinal == b.ordinal && a.says_the_same(b);
}

/// Who changes the rules at the same moment makes the same version: the second does not.
base::Result<void> keep_version(db::Tx& tx, const Change& change, base::AgencyId agency, const Rules& rules,
                                std::string_view what) {
    const int version = store::last_rule_version(tx, agency) + 1;
    if (!store::insert_rule_version(tx, agency,
                                    {.version = version,
                                     .at = change.now,
                                     .staff = change.staff,
                                     .what = std::string(what),
                                     .n = static_cast<int>(rules.size())},
                                    to_text(rules)))
        return base::fail(base::Kind::conflict, "rule.changed_meanwhile");
    if (version > kept_versions) store::delete_rule_versions(tx, agency, version - kept_versions);
    return {};
}

} // namespace

std::vector<RoutingRule> current_rules(db::Tx& tx, base::AgencyId agency) {
    return store::rules(tx, agency);
}

base::Result<void> put_rules(db::Tx& tx, const Change& change, base::AgencyId agency, Rules given,
                             std::string_view what) {
    auto wanted = settled(tx, change, agency, std::move(given));
    if (!wanted) return base::pass(wanted);
    const Rules stored = store::rules(tx, agency);
    if (std::ranges::equal(stored, *wanted, is_equal)) return {};
    // What was there before the first change that was counted can be had back too.
    if (!stored.empty() && store::last_rule_version(tx, agency) == 0)
        if (auto kept = keep_version(tx, change, agency, stored, "begun"); !kept) return kept;
    if (auto kept = keep_version(tx, change, agency, *wanted, what); !kept) return kept;
    for (const RoutingRule& old : stored)
        if (std::ranges::find(*wanted, old.id, &RoutingRule::id) == wanted->end())
            store::delete_rule(tx, agency, old.id);
    for (const RoutingRule& rule : *wanted) {
        auto old = std::ranges::find(stored, rule.id, &RoutingRule::id);
        if (old == stored.end())
            store::insert_rule(tx, agency, rule);
        else if (!is_equal(*old, rule))
            store::update_rule(tx, agency, rule);
    }
    note(tx, change, agency, {.kind = "rules.changed", .data = {{"what", what}, {"rules", wanted->size()}}});
    return {};
}

std::vector<RuleVersion> rule_versions(db::Tx& tx, base::AgencyId agency, int most) {
    return store::rule_versions(tx, agency, most);
}

base::Result<Rules> rules_of_version(db::Tx& tx, base::AgencyId agency, int version) {
    auto text = store::rules_of_version(tx, agency, version);
    if (!text) return not_found("rule.unknown_version");
    return read_rules(*text);
}

base::Result<void> restore_rules(db::Tx& tx, const Change& change, base::AgencyId agency, int version) {
    auto rules = rules_of_version(tx, agency, version);
    if (!rules) return base::pass(rules);
    return put_rules(tx, change, agency, std::move(*rules), "restored");
}

std::optional<RuleDraft> rule_draft(db::Tx& tx, base::AgencyId agency) {
    auto row = store::rule_draft(tx, agency);
    if (!row) return std::nullopt;
    auto rules = read_rules(row->rules);
    if (!rules) throw db::Error("agency.rule_draft: the draft cannot be read");
    return RuleDraft{.at = row->at, .staff = row->staff, .rules = std::move(*rules)};
}

base::Result<void> save_rule_draft(db::Tx& tx, const Change& change, base::AgencyId agency, Rules rules) {
    auto wanted = settled(tx, change, agency, std::move(rules));
    if (!wanted) return base::pass(wanted);
    store::put_rule_draft(tx, agency, {.at = change.now, .staff = change.staff, .rules = to_text(*wanted)});
    return {};
}

void drop_rule_draft(db::Tx& tx, base::AgencyId agency) {
    store::delete_rule_draft(tx, agency);
}

base::Result<void> apply_rule_draft(db::Tx& tx, const Change& change, base::AgencyId agency) {
    auto draft = rule_draft(tx, agency);
    if (!draft) return not_found("rule.no_draft");
    if (auto put = put_rules(tx, change, agency, std::move(draft->rules), "draft"); !put) return put;
    store::delete_rule_draft(tx, agency);
    return {};
}

} // namespace agency
