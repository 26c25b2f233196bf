#include "publishing/policy.h"

#include <algorithm>

namespace publishing {
namespace {

using enum staff::Role;

} // namespace

Policy policy_for(std::span<const Policy> all, const agency::Directory& directory, agency::OfficeId office,
                  Kind kind) {
    const auto path = directory.offices().path(office);
    for (auto at = path.rbegin(); at != path.rend(); ++at)
        for (const auto& each : all)
            if (each.office == (*at)->id && each.kind == kind) return each;
    return {.office = office,
            .kind = kind,
            .rule = kind == Kind::incident ? Rule::off : Rule::second,
            .window_ms = std::chrono::milliseconds(usual_window).count()};
}

bool may_write(const staff::Principal& person, agency::OfficeId office,
               const agency::Directory& directory) noexcept {
    return person.may({communications, operator_, coordinator, approver, head}, office, directory);
}

bool may_see(const staff::Principal& person, agency::OfficeId office,
             const agency::Directory& directory) noexcept {
    return may_write(person, office, directory) || person.may(auditor, office, directory);
}

bool can_approve(Rule rule, const staff::Principal& person, agency::OfficeId office,
                 const agency::Directory& directory) noexcept {
    switch (rule) {
    case Rule::head: return person.may(head, office, directory);
    case Rule::none:
    case Rule::second: return person.may({approver, coordinator, communications, head}, office, directory);
    case Rule::off: return false;
    }
    return false;
}

bool may_approve(Rule rule, const Whole& whole, const staff::Principal& person,
                 const agency::Directory& directory) noexcept {
    return person.is_staff() && !whole.is_author(person.staff) &&
           can_approve(rule, person, whole.post.office, directory);
}

bool suffices(Rule given, Rule asked) noexcept {
    switch (asked) {
    case Rule::off: return false;
    case Rule::none: return true;
    case Rule::second: return given == Rule::second || given == Rule::head;
    case Rule::head: return given == Rule::head;
    }
    return false;
}

bool is_open(State state) noexcept {
    return state == State::draft || state == State::returned || state == State::awaiting;
}

std::vector<agency::OfficeId> offices_to_write(const staff::Principal& person,
                                               const agency::Directory& directory) {
    return person.scope({communications, operator_, coordinator, approver, head}, directory);
}

std::vector<const agency::Account*> accounts_of(const agency::Directory& directory, agency::OfficeId office) {
    std::vector<const agency::Account*> out;
    for (const auto& account : directory.accounts())
        if (account.is_active && (!account.office || directory.is_below(office, *account.office)))
            out.push_back(&account);
    return out;
}

} // namespace publishing
