#include "cases/reminded.h"

#include "cases/visibility.h"

#include <algorithm>

namespace cases {
namespace {

using staff::OnDuty;
using staff::Role;

class Search {
public:
    Search(const Case& c, std::span<const OnDuty> people, const agency::OfficeTree& offices)
        : c_(c), people_(people), offices_(offices) {
        // One whose office is not known any more is the task of the whole, like one without an office.
        if (c.office) path_ = offices.path(*c.office);
        if (!path_.empty()) return;
        for (const auto& office : offices.all())
            if (!offices.parent_of(office.id)) path_.push_back(&office);
    }

    [[nodiscard]] std::vector<StaffId> in_charge() const {
        std::vector<StaffId> out;
        if (!c_.person) return out;
        const auto taken = std::ranges::find(people_, *c_.person, &OnDuty::id);
        if (taken == people_.end()) return out;
        for (const OnDuty& person : people_)
            if (person.id == taken->stand_in.value_or(taken->id) && may_be_told(person))
                out.push_back(person.id);
        return out;
    }
    /// Of the office nearest to the case that has such people.
    [[nodiscard]] std::vector<StaffId> nearest(Role role) const {
        for (auto office = path_.rbegin(); office != path_.rend(); ++office)
            if (auto there = holding(role, **office); !there.empty()) return there;
        return {};
    }
    /// Of the office furthest up.
    [[nodiscard]] std::vector<StaffId> topmost(Role role) const {
        for (const auto* office : path_)
            if (auto there = holding(role, *office); !there.empty()) return there;
        return {};
    }

private:
    [[nodiscard]] bool may_be_told(const OnDuty& person) const {
        return !person.is_away && staff_view(c_, actor_for(c_, person.id, person.roles, offices_)).may_see;
    }
    [[nodiscard]] std::vector<StaffId> holding(Role role, const agency::Office& office) const {
        std::vector<StaffId> out;
        for (const OnDuty& person : people_)
            if (std::ranges::find(person.roles, staff::HeldRole{role, office.id}) != person.roles.end() &&
                actor_for(c_, person.id, person.roles, offices_).roles.has(role) && may_be_told(person))
                out.push_back(person.id);
        return out;
    }

    const Case& c_;
    std::span<const OnDuty> people_;
    const agency::OfficeTree& offices_;
    std::vector<const agency::Office*> path_; ///< from the root down
};

template <class... Next> std::vector<StaffId> first_of(const Next&... next) {
    std::vector<StaffId> out;
    (void)((out = next(), !out.empty()) || ...);
    return out;
}

} // namespace

std::vector<StaffId> reminded(const Case& c, deadlines::Audience audience, std::span<const OnDuty> people,
                              const agency::OfficeTree& offices) {
    using enum deadlines::Audience;
    const Search search(c, people, offices);
    const auto in_charge = [&] { return search.in_charge(); };
    const auto operators = [&] { return search.nearest(Role::operator_); };
    const auto coordinators = [&] { return search.nearest(Role::coordinator); };
    const auto heads = [&] { return search.nearest(Role::head); };
    const auto top = [&] { return search.topmost(Role::head); };
    switch (audience) {
    case assignee: return first_of(in_charge, operators, coordinators, heads);
    case coordinator: return first_of(coordinators, heads);
    case office_head: return first_of(heads, coordinators);
    case agency_head: return first_of(top, coordinators);
    }
    return {};
}

} // namespace cases
