// What every request needs to know of one agency, read once and shared: offices, topics, rules, accounts,
// days. Immutable: a change makes a new one (see directory_actions.h). Lookups of unknown things give null.
#pragma once
#include "agency/account.h"
#include "agency/agency.h"
#include "agency/arbiter.h"
#include "agency/office.h"
#include "agency/office_service.h"
#include "agency/own_day.h"
#include "agency/own_lexicon.h"
#include "agency/own_profile.h"
#include "agency/routing_rule.h"
#include "agency/topic.h"

#include <map>
#include <memory>
#include <mutex>
#include <typeindex>

namespace agency {

/// The rows of one agency, as the store reads them.
struct DirectoryRows {
    Agency agency;
    std::vector<Office> offices;
    std::vector<Topic> topics;
    std::vector<RoutingRule> rules;
    std::vector<Account> accounts;
    std::vector<OwnDay> days = {};
    std::vector<OfficeService> services = {};
    std::optional<Arbiter> arbiter = {};
    OfficeHours hours = usual_office_hours();
    std::vector<OwnProfile> profiles = {};
    OwnWords words = {};
};

class Directory {
public:
    explicit Directory(DirectoryRows rows);

    [[nodiscard]] base::AgencyId id() const noexcept { return agency_.id; }
    [[nodiscard]] const Agency& agency() const noexcept { return agency_; }

    [[nodiscard]] const OfficeTree& offices() const noexcept { return offices_; }
    [[nodiscard]] const Office* office(OfficeId id) const noexcept { return offices_.find(id); }
    [[nodiscard]] bool is_below(OfficeId office, OfficeId ancestor) const noexcept {
        return offices_.is_below(office, ancestor);
    }
    [[nodiscard]] std::string path_name(OfficeId office) const { return offices_.path_name(office); }

    /// By ordinal, retired topics too: old cases still show their names.
    [[nodiscard]] std::span<const Topic> topics() const noexcept { return topics_; }
    [[nodiscard]] const Topic* topic(std::string_view code) const noexcept;
    /// The deadline profile of a topic: its own, else the agency's.
    [[nodiscard]] const std::string& profile_of(std::string_view topic) const noexcept;

    /// By ordinal.
    [[nodiscard]] std::span<const RoutingRule> rules() const noexcept { return rules_; }

    [[nodiscard]] std::span<const Account> accounts() const noexcept { return accounts_; }
    [[nodiscard]] const Account* account(AccountId id) const noexcept;
    /// The account behind the agency's report page; null when the agency has closed it.
    [[nodiscard]] const Account* form_account() const noexcept;

    /// Own days, by day.
    [[nodiscard]] std::span<const OwnDay> days() const noexcept { return days_; }
    /// When people are at work, in a week without holidays.
    [[nodiscard]] const OfficeHours& office_hours() const noexcept { return hours_; }
    /// Every version of its own deadline profiles, the oldest first.
    [[nodiscard]] std::span<const OwnProfile> own_profiles() const noexcept { return profiles_; }

    /// Its own slang and abbreviations.
    [[nodiscard]] const OwnWords& own_words() const noexcept { return words_; }

    /// What offices say that they serve, by office.
    [[nodiscard]] std::span<const OfficeService> services() const noexcept { return services_; }
    /// Who settles what two offices refused; null: the coordinators of the agency.
    [[nodiscard]] const std::optional<Arbiter>& arbiter() const noexcept { return arbiter_; }

    /// The same agency with other rules: to see what they would do.
    [[nodiscard]] Directory with_rules(std::vector<RoutingRule> rules) const;

    /// What a room above makes of this directory (its calendar, for instance): made at the first call, kept
    /// as long as the directory or a copy of it. One value per type; thread-safe.
    template <class T, class Make> [[nodiscard]] const T& derived(Make make) const {
        std::lock_guard lock(derived_->mutex);
        auto& slot = derived_->values[typeid(T)];
        if (!slot) slot = std::make_shared<const T>(make());
        return *static_cast<const T*>(slot.get());
    }

private:
    struct Derived {
        std::mutex mutex;
        std::map<std::type_index, std::shared_ptr<const void>> values;
    };

    Agency agency_;
    OfficeTree offices_;
    std::vector<Topic> topics_;
    std::vector<RoutingRule> rules_;
    std::vector<Account> accounts_;
    std::vector<OwnDay> days_;
    std::vector<OfficeService> services_;
    std::optional<Arbiter> arbiter_;
    OfficeHours hours_;
    std::vector<OwnProfile> profiles_;
    OwnWords words_;
    std::shared_ptr<Derived> derived_ = std::make_shared<Derived>();
};

using DirectoryPtr = std::shared_ptr<const Directory>;

} // namespace agency
