// Topics, rules and accounts, as a setup file has them.
#include "administration/setup_step_actions.h"
#include "agency/duty_actions.h"
#include "agency/rule_set_actions.h"
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

base::Result<agency::RoutingRule> wanted_rule(const SetupStep& step, const agency::Directory& directory,
                                              std::size_t index) {
    auto rule = rule_of(step.setup.rules[index], directory);
    if (!rule) return at("rules", index, rule.error());
    return rule;
}

std::string title_of(const agency::RoutingRule& rule) {
    return "rule of " + rule.topic.value_or("every topic") + " in " + rule.area.value_or("all");
}

/// Both are about the same cases, whatever office gets them.
bool is_about_the_same(const agency::RoutingRule& a, const agency::RoutingRule& b) {
    return a.topic == b.topic && a.area == b.area && a.more == b.more;
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

/// The rules of the file come first, in its order; others keep theirs behind them, unless the file gives
/// their cases to another office or it is pruned.
base::Result<void> apply_rules(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    if (step.setup.rules.empty()) return {};
    std::vector<agency::RoutingRule> wanted, left(directory->rules().begin(), directory->rules().end());
    for (std::size_t i = 0; i < step.setup.rules.size(); ++i) {
        auto rule = wanted_rule(step, *directory, i);
        if (!rule) return base::pass(rule);
        if (std::ranges::any_of(wanted, [&](const auto& each) { return each.says_the_same(*rule); }))
            return base::fail_field(path_of("rules", i, ""), "field.invalid", "the rule stands there twice");
        auto stored = std::ranges::find_if(left, [&](const auto& each) { return each.says_the_same(*rule); });
        if (stored == left.end()) {
            step.note(title_of(*rule) + " added");
        } else {
            rule->id = stored->id;
            left.erase(stored);
        }
        wanted.push_back(std::move(*rule));
    }
    const auto of_file = wanted.size();
    for (const auto& rule : left) {
        const bool is_replaced = std::ranges::any_of(std::span(wanted).first(of_file), [&](const auto& each) {
            return is_about_the_same(each, rule);
        });
        if (is_replaced || step.prunes())
            step.note(title_of(rule) + " removed");
        else
            wanted.push_back(rule);
    }
    const bool is_ordered = std::ranges::equal(wanted, directory->rules(), {}, &agency::RoutingRule::id,
                                               &agency::RoutingRule::id);
    const bool has_new = std::ranges::any_of(wanted, [](const auto& rule) { return !rule.id; });
    if (!is_ordered && !has_new && wanted.size() == directory->rules().size())
        step.note("rules put in order");
    return agency::put_rules(step.tx, step.run.change, step.agency, std::move(wanted), "setup");
}

base::Result<void> apply_services(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    std::vector<agency::OfficeServiceId> named;
    for (std::size_t i = 0; i < step.setup.serves.size(); ++i) {
        const auto& given = step.setup.serves[i];
        auto office = step.office(given.office, path_of("serves", i, "office"));
        if (!office) return base::pass(office);
        if (given.area && !places::gazetteer().find(*given.area))
            return base::fail_field(path_of("serves", i, "area"), "area.unknown", "no area has this code");
        auto stored = std::ranges::find_if(directory->services(), [&](const auto& each) {
            return each.office == *office && each.topic == given.topic && each.area == given.area;
        });
        if (stored != directory->services().end()) {
            named.push_back(stored->id);
            continue;
        }
        auto added =
            agency::add_service(step.tx, step.run.change, step.agency,
                                {.id = {}, .office = *office, .topic = given.topic, .area = given.area});
        if (!added && added.error().code == "service.known") continue;
        if (!added) return at("serves", i, added.error());
        step.note("office " + given.office + " serves " + given.topic.value_or("every topic"));
    }
    if (!step.prunes() || step.setup.serves.empty()) return {};
    for (const auto& service : directory->services()) {
        if (std::ranges::find(named, service.id) != named.end()) continue;
        if (auto gone = agency::remove_service(step.tx, step.run.change, step.agency, service.id); !gone)
            return gone;
        step.note("an office serves " + service.topic.value_or("every topic") + " no more");
    }
    return {};
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
