// People and their roles, as a setup file has them.
#include "administration/setup_step_actions.h"
#include "base/text.h"
#include "staff/staff_actions.h"

#include <algorithm>

namespace administration {
namespace {

staff::StaffChange staff_change(const SetupStep& step) {
    const auto& change = step.run.change;
    return {change.ids, change.now,
            change.staff ? std::optional(staff::StaffId{*change.staff}) : std::nullopt};
}

base::Result<std::vector<staff::HeldRole>> roles_of(const SetupStep& step, const SetupPerson& given) {
    std::vector<staff::HeldRole> out;
    for (const auto& text : given.roles) {
        const auto split = text.find('@');
        auto role = base::from_code<staff::Role>(text.substr(0, split), "roles");
        if (!role) return base::pass(role);
        if (split == std::string::npos)
            return base::fail_field("roles", "field.invalid",
                                    "a role is written operator@code-of-the-office");
        auto office = step.office(text.substr(split + 1), "roles");
        if (!office) return base::pass(office);
        if (std::ranges::find(out, staff::HeldRole{*role, *office}) == out.end())
            out.push_back({*role, *office});
    }
    return out;
}

base::Result<void> add(SetupStep& step, const SetupPerson& given, std::vector<staff::HeldRole> roles) {
    auto hash = step.run.password_hashes.find(given.login);
    if (hash == step.run.password_hashes.end())
        return base::fail_field("login", "field.invalid", "no password was made for this login");
    auto added = staff::add_person(
        step.tx, staff_change(step), step.agency,
        {.login = given.login, .name = given.name, .password_hash = hash->second, .roles = std::move(roles)});
    if (!added) return base::pass(added);
    step.note("person " + added->login + " added");
    if (given.active.value_or(true)) return {};
    return staff::suspend(step.tx, staff_change(step), step.agency, added->id);
}

base::Result<void> change(SetupStep& step, const SetupPerson& given, const staff::Person& stored,
                          const std::vector<staff::HeldRole>& roles) {
    const auto change = staff_change(step);
    if (base::trim(given.name) != stored.name) {
        if (auto done = staff::rename(step.tx, change, step.agency, stored.id, given.name); !done)
            return done;
        step.note("person " + stored.login + " renamed");
    }
    for (const auto& role : roles) {
        if (std::ranges::find(stored.roles, role) != stored.roles.end()) continue;
        if (auto done = staff::give_role(step.tx, change, step.agency, stored.id, role); !done) return done;
        step.note("person " + stored.login + " is " + std::string(base::code_of(role.role)));
    }
    for (const auto& role : stored.roles) {
        if (!step.prunes() || std::ranges::find(roles, role) != roles.end()) continue;
        if (auto done = staff::take_role(step.tx, change, step.agency, stored.id, role); !done) return done;
        step.note("person " + stored.login + " is no longer " + std::string(base::code_of(role.role)));
    }
    if (given.active.value_or(stored.is_active) == stored.is_active) return {};
    step.note("person " + stored.login + (stored.is_active ? " suspended" : " restored"));
    return stored.is_active ? staff::suspend(step.tx, change, step.agency, stored.id)
                            : staff::restore(step.tx, change, step.agency, stored.id);
}

} // namespace

base::Result<void> apply_people(SetupStep& step) {
    for (std::size_t i = 0; i < step.setup.people.size(); ++i) {
        const SetupPerson& given = step.setup.people[i];
        auto roles = roles_of(step, given);
        if (!roles) return at("people", i, roles.error());
        auto stored = staff::find_person(step.tx, step.agency, given.login);
        auto done = stored ? change(step, given, *stored, *roles) : add(step, given, *roles);
        if (!done) return at("people", i, done.error());
    }
    if (!step.prunes() || step.setup.people.empty()) return {};
    for (const auto& person : staff::all_people(step.tx, step.agency)) {
        auto is_named = [&](const SetupPerson& each) {
            return base::lower_ascii(base::trim(each.login)) == person.login;
        };
        if (!person.is_active || std::ranges::any_of(step.setup.people, is_named)) continue;
        auto done = staff::suspend(step.tx, staff_change(step), step.agency, person.id);
        if (!done) return done;
        step.note("person " + person.login + " suspended");
    }
    return {};
}

} // namespace administration
