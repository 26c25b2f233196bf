// Topics, rules and accounts, as a setup file has them.
#include "administration/setup_step_actions.h"
#include "deadlines/own_profiles.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace administration {
namespace {

bool same(const agency::Topic& a, const agency::Topic& b) {
    return a.name_id == b.name_id && a.name_en == b.name_en && a.proof == b.proof && a.profile == b.profile &&
           a.words == b.words && a.ordinal == b.ordinal && a.is_active == b.is_active;
}

base::Result<agency::Topic> topic_of(const SetupTopic& given, const agency::Directory& directory,
                                     const agency::Topic* stored, std::size_t index) {
    agency::Topic out{.code = given.code,
                      .name_id = given.name,
                      .name_en = given.name_en ? *given.name_en
                                 : stored      ? stored->name_en
                                               : "",
                      .proof = given.proof,
                      .profile = given.profile ? given.profile
                                 : stored      ? stored->profile
                                               : std::nullopt,
                      .words = given.words.empty() && stored ? stored->words : given.words,
                      .ordinal =
                          given.ordinal.value_or(stored ? stored->ordinal : static_cast<int>(index + 1) * 10),
                      .is_active = given.active.value_or(stored ? stored->is_active : true)};
    const auto ids = deadlines::profiles_of(directory).ids();
    if (out.profile && std::ranges::find(ids, *out.profile) == ids.end()) return base::fail_field("profile");
    return agency::checked(out);
}

struct Rule {
    std::optional<std::string> topic, area;
    agency::OfficeId office;
    bool operator==(const Rule&) const = default;
};

base::Result<Rule> rule_of(const SetupStep& step, const agency::Directory& directory, std::size_t index) {
    const SetupRule& given = step.setup.rules[index];
    if (given.topic && !directory.topic(*given.topic))
        return base::fail_field(path_of("rules", index, "topic"), "topic.unknown", "no such topic");
    if (given.area && !places::gazetteer().find(*given.area))
        return base::fail_field(path_of("rules", index, "area"), "area.unknown", "no area has this code");
    auto office = step.office(given.office, path_of("rules", index, "office"));
    if (!office) return base::pass(office);
    return Rule{given.topic, given.area, *office};
}

/// The rules of the file come first, in its order; others keep theirs behind them.
base::Result<void> put_in_order(SetupStep& step, const std::vector<Rule>& wanted) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    std::vector<agency::RoutingRule> left(directory->rules().begin(), directory->rules().end());
    std::vector<agency::RoutingRuleId> order;
    auto take = [&](auto found) {
        order.push_back(found->id);
        left.erase(found);
    };
    for (const Rule& rule : wanted) {
        auto is_same = [&](const auto& each) { return Rule{each.topic, each.area, each.office} == rule; };
        take(std::ranges::find_if(left, is_same));
    }
    while (!left.empty())
        take(left.begin());
    bool is_ordered = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& rule = directory->rules()[i];
        is_ordered = is_ordered && rule.id == order[i] && rule.ordinal == static_cast<int>(i + 1) * 10;
    }
    if (is_ordered) return {};
    step.note("rules put in order");
    return agency::order_rules(step.tx, step.run.change, step.agency, order);
}

} // namespace

base::Result<void> apply_topics(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    for (std::size_t i = 0; i < step.setup.topics.size(); ++i) {
        const SetupTopic& given = step.setup.topics[i];
        const auto* stored = directory->topic(given.code);
        auto wanted = topic_of(given, *directory, stored, i);
        if (!wanted) return at("topics", i, wanted.error());
        if (stored && same(*wanted, *stored)) continue;
        if (auto put = agency::put_topic(step.tx, step.run.change, step.agency, *wanted); !put)
            return at("topics", i, put.error());
        step.note("topic " + given.code + (stored ? " changed" : " added"));
    }
    if (!step.prunes() || step.setup.topics.empty()) return {};
    for (agency::Topic topic : directory->topics()) {
        if (!topic.is_active ||
            std::ranges::find(step.setup.topics, topic.code, &SetupTopic::code) != step.setup.topics.end())
            continue;
        topic.is_active = false;
        if (auto put = agency::put_topic(step.tx, step.run.change, step.agency, topic); !put) return put;
        step.note("topic " + topic.code + " retired");
    }
    return {};
}

base::Result<void> apply_rules(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    if (step.setup.rules.empty()) return {};
    std::vector<Rule> wanted;
    for (std::size_t i = 0; i < step.setup.rules.size(); ++i) {
        auto rule = rule_of(step, *directory, i);
        if (!rule) return base::pass(rule);
        if (std::ranges::find(wanted, *rule) != wanted.end())
            return base::fail_field(path_of("rules", i, ""), "field.invalid", "the rule stands there twice");
        wanted.push_back(*rule);
    }
    std::vector<Rule> stored;
    for (const auto& rule : directory->rules()) {
        const Rule each{rule.topic, rule.area, rule.office};
        const bool is_named = std::ranges::find(wanted, each) != wanted.end();
        const bool is_twice = std::ranges::find(stored, each) != stored.end();
        // The file gives this topic and area to another office.
        const bool is_replaced = !is_named && std::ranges::any_of(wanted, [&](const Rule& other) {
            return other.topic == each.topic && other.area == each.area;
        });
        if ((is_named && !is_twice) || (!is_named && !is_replaced && !step.prunes())) {
            stored.push_back(each);
            continue;
        }
        if (auto gone = agency::remove_rule(step.tx, step.run.change, step.agency, rule.id); !gone)
            return gone;
        step.note("rule of " + rule.topic.value_or("every topic") + " in " + rule.area.value_or("all") +
                  " removed");
    }
    for (const Rule& rule : wanted) {
        if (std::ranges::find(stored, rule) != stored.end()) continue;
        auto added = agency::add_rule(
            step.tx, step.run.change, step.agency,
            {.id = {}, .ordinal = 100'000, .topic = rule.topic, .area = rule.area, .office = rule.office});
        if (!added) return base::pass(added);
        step.note("rule of " + rule.topic.value_or("every topic") + " in " + rule.area.value_or("all") +
                  " added");
    }
    return put_in_order(step, wanted);
}

base::Result<void> apply_accounts(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    std::vector<agency::AccountId> named;
    auto apply = [&](const SetupAccount& given) -> base::Result<void> {
        agency::Account wanted{.id = {}, .office = {}, .network = given.network, .name = given.name};
        if (given.office) {
            auto office = step.office(*given.office, "office");
            if (!office) return base::pass(office);
            wanted.office = *office;
        }
        auto checked = agency::checked(wanted);
        if (!checked) return base::pass(checked);
        auto stored = std::ranges::find_if(directory->accounts(), [&](const auto& each) {
            return each.network == checked->network && each.name == checked->name;
        });
        const std::string title = checked->network + " " + checked->name;
        if (stored == directory->accounts().end()) {
            auto added = agency::add_account(step.tx, step.run.change, step.agency, *checked);
            if (!added) return base::pass(added);
            step.note("account " + title + " added");
            named.push_back(added->id);
            if (given.active.value_or(true)) return {};
            return agency::set_account_active(step.tx, step.run.change, step.agency, added->id,
                                              /*is_active=*/false);
        }
        named.push_back(stored->id);
        checked->id = stored->id;
        checked->is_active = given.active.value_or(stored->is_active);
        if (!given.office) checked->office = stored->office;
        if (checked->office == stored->office && checked->is_active == stored->is_active) return {};
        step.note("account " + title + " changed");
        return agency::change_account(step.tx, step.run.change, step.agency, *checked);
    };
    for (std::size_t i = 0; i < step.setup.accounts.size(); ++i)
        if (auto done = apply(step.setup.accounts[i]); !done) return at("accounts", i, done.error());
    if (directory->accounts().empty() && step.setup.accounts.empty())
        return apply({.network = std::string(agency::form_network), .name = directory->agency().name});
    if (!step.prunes() || step.setup.accounts.empty()) return {};
    for (const auto& account : directory->accounts()) {
        if (!account.is_active || std::ranges::find(named, account.id) != named.end()) continue;
        auto closed = agency::set_account_active(step.tx, step.run.change, step.agency, account.id,
                                                 /*is_active=*/false);
        if (!closed) return closed;
        step.note("account " + account.network + " " + account.name + " closed");
    }
    return {};
}

} // namespace administration
