#include "agency/directory.h"

#include <algorithm>
#include <tuple>

namespace agency {

Directory::Directory(DirectoryRows rows)
    : agency_(std::move(rows.agency)), offices_(std::move(rows.offices)), topics_(std::move(rows.topics)),
      rules_(std::move(rows.rules)), accounts_(std::move(rows.accounts)), days_(std::move(rows.days)),
      services_(std::move(rows.services)), arbiter_(rows.arbiter), hours_(std::move(rows.hours)),
      profiles_(std::move(rows.profiles)), words_(std::move(rows.words)) {
    std::ranges::sort(topics_, {}, [](const Topic& topic) { return std::tie(topic.ordinal, topic.code); });
    std::ranges::sort(rules_, {}, [](const RoutingRule& rule) { return std::tie(rule.ordinal, rule.id); });
    std::ranges::sort(accounts_, {}, &Account::id);
    std::ranges::sort(days_, {}, &OwnDay::day);
}

Directory Directory::with_rules(std::vector<RoutingRule> rules) const {
    const auto offices = offices_.all();
    return Directory({.agency = agency_,
                      .offices = {offices.begin(), offices.end()},
                      .topics = topics_,
                      .rules = std::move(rules),
                      .accounts = accounts_,
                      .days = days_,
                      .services = services_,
                      .arbiter = arbiter_,
                      .hours = hours_,
                      .profiles = profiles_,
                      .words = words_});
}

const Topic* Directory::topic(std::string_view code) const noexcept {
    auto found = std::ranges::find(topics_, code, &Topic::code);
    return found == topics_.end() ? nullptr : &*found;
}

const std::string& Directory::profile_of(std::string_view code) const noexcept {
    const Topic* found = topic(code);
    return found && found->profile ? *found->profile : agency_.profile;
}

const Account* Directory::account(AccountId id) const noexcept {
    auto found = std::ranges::lower_bound(accounts_, id, {}, &Account::id);
    return found != accounts_.end() && found->id == id ? &*found : nullptr;
}

const Account* Directory::form_account() const noexcept {
    auto is_form = [](const Account& account) {
        return account.is_active && account.network == form_network;
    };
    auto found = std::ranges::find_if(accounts_, is_form);
    return found == accounts_.end() ? nullptr : &*found;
}

} // namespace agency
