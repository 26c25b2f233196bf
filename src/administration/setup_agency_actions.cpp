// The agency, its offices and its own days, as a setup file has them.
#include "administration/office_actions.h"
#include "administration/setup_step_actions.h"
#include "deadlines/ladder_actions.h"
#include "deadlines/own_profiles.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace administration {
namespace {

/// Built in, or one of the file's own, which are put after the agency.
bool is_profile(const Setup& setup, const agency::Directory* directory, const std::string& id) {
    const auto ids =
        directory ? deadlines::profiles_of(*directory).ids() : deadlines::shipped_profiles().ids();
    return std::ranges::find(ids, id) != ids.end() ||
           std::ranges::any_of(setup.profiles, [&](const base::json::Value& each) {
               auto read = deadlines::own_profile_of(boost::json::serialize(each));
               return read && read->id == id;
           });
}

base::Result<void> take_over(const SetupStep& step, const agency::Directory* directory, agency::Agency& to) {
    const SetupAgency& from = step.setup.agency;
    to.name = from.name;
    if (from.short_name) to.short_name = *from.short_name;
    if (from.organiser) to.organiser = *from.organiser;
    if (from.host) to.host = from.host;
    if (from.accent) to.accent = *from.accent;
    if (from.emergency_from) to.emergency_from = *from.emergency_from;
    if (from.collective_leave_is_off) to.leave_is_off = *from.collective_leave_is_off;
    if (from.zone) {
        auto zone = base::zone_from(*from.zone);
        if (!zone) return base::fail_field("agency.zone");
        to.zone = *zone;
    }
    if (from.profile) {
        if (!is_profile(step.setup, directory, *from.profile)) return base::fail_field("agency.profile");
        to.profile = *from.profile;
    }
    for (const auto& region : from.regions)
        if (!places::gazetteer().find(region))
            return base::fail_field("agency.regions", "area.unknown", "no area has the code " + region);
    if (!from.regions.empty()) to.regions = from.regions;
    return {};
}

bool same(const agency::Agency& a, const agency::Agency& b) {
    return a.name == b.name && a.short_name == b.short_name && a.organiser == b.organiser &&
           a.host == b.host && a.zone == b.zone && a.accent == b.accent && a.profile == b.profile &&
           a.emergency_from == b.emergency_from && a.regions == b.regions && a.leave_is_off == b.leave_is_off;
}

std::unexpected<base::Problem> of_agency(base::Problem problem) {
    if (!problem.field.starts_with("agency.")) problem.field = "agency." + problem.field;
    return std::unexpected(std::move(problem));
}

bool same(const agency::Office& a, const agency::Office& b) {
    return a.parent == b.parent && a.name == b.name && a.short_name == b.short_name &&
           a.is_active == b.is_active && a.code == b.code;
}

base::Result<void> apply_office(SetupStep& step, const agency::Directory& directory, std::size_t index) {
    const SetupOffice& given = step.setup.offices[index];
    agency::Office wanted{.id = {}, .parent = {}, .name = given.name, .short_name = "", .code = given.code};
    if (given.parent) {
        auto parent = step.office(*given.parent, path_of("offices", index, "parent"));
        if (!parent) return base::pass(parent);
        wanted.parent = *parent;
    }
    const auto known = step.offices.find(given.code);
    const auto* stored = known == step.offices.end() ? nullptr : directory.office(known->second);
    wanted.short_name = given.short_name ? *given.short_name : stored ? stored->short_name : "";
    wanted.is_active = given.active.value_or(stored ? stored->is_active : true);
    auto checked = agency::checked(wanted);
    if (!checked) return at("offices", index, checked.error());
    if (!stored) {
        auto added = agency::add_office(step.tx, step.run.change, step.agency, *checked);
        if (!added) return at("offices", index, added.error());
        step.offices[given.code] = added->id;
        step.note("office " + given.code + " added");
        return {};
    }
    checked->id = stored->id;
    if (same(*checked, *stored)) return {};
    auto changed = administration::change_office(step.tx, step.run.change, step.agency, *checked);
    if (!changed) return at("offices", index, changed.error());
    step.note("office " + given.code + " changed");
    return {};
}

} // namespace

base::Result<void> apply_agency(SetupStep& step, std::optional<base::AgencyId> id) {
    const SetupAgency& given = step.setup.agency;
    agency::Agency wanted;
    if (!id) {
        wanted.prefix = given.prefix.value_or("TGP");
        if (auto taken = take_over(step, nullptr, wanted); !taken) return taken;
        auto made = agency::create_agency(step.tx, step.run.change, step.run.random, wanted);
        if (!made) return of_agency(made.error());
        step.agency = made->id;
        step.note("agency " + made->name + " made");
        return {};
    }
    step.agency = *id;
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    const agency::Agency& stored = directory->agency();
    wanted = stored;
    if (given.prefix && *given.prefix != stored.prefix)
        return base::fail_field("agency.prefix", "field.invalid", "the prefix of case codes never changes");
    if (auto taken = take_over(step, &*directory, wanted); !taken) return taken;
    auto checked = agency::checked(wanted);
    if (!checked) return of_agency(checked.error());
    if (same(*checked, stored)) return {};
    if (auto changed = agency::change_agency(step.tx, step.run.change, *checked); !changed)
        return of_agency(changed.error());
    step.note("agency changed");
    return {};
}

base::Result<void> apply_offices(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    for (const auto& [id, code] : agency::codes_of(directory->offices()))
        step.offices[code] = id;
    for (std::size_t i = 0; i < step.setup.offices.size(); ++i) {
        if (step.setup.offices[i].code.empty())
            return base::fail_field(path_of("offices", i, "code"), "field.missing", "an office needs a code");
        if (auto done = apply_office(step, *directory, i); !done) return done;
    }
    if (!step.offices.empty()) return {};
    // An agency needs a place where roles are held.
    const auto& agency = directory->agency();
    auto root = agency::add_office(
        step.tx, step.run.change, step.agency,
        {.id = {}, .parent = {}, .name = agency.organiser, .short_name = agency.short_name, .code = "pusat"});
    if (!root) return base::pass(root);
    step.offices["pusat"] = root->id;
    step.note("office pusat added");
    return {};
}

base::Result<void> apply_days(SetupStep& step) {
    auto directory = step.directory();
    if (!directory) return base::pass(directory);
    std::vector<base::Day> named;
    for (std::size_t i = 0; i < step.setup.days.size(); ++i) {
        const SetupDay& given = step.setup.days[i];
        auto day = base::parse_day(given.day);
        if (!day)
            return base::fail_field(path_of("days", i, "day"), "field.invalid", "a day like 2026-05-31");
        auto hours = agency::parse_intervals(given.hours.value_or(""), "hours");
        if (!hours) return at("days", i, hours.error());
        auto wanted = agency::checked(agency::OwnDay{.day = *day,
                                                     .name = given.name,
                                                     .is_closed = !given.open.value_or(false),
                                                     .kind = given.kind.value_or(agency::DayKind::own),
                                                     .source = given.source.value_or(""),
                                                     .hours = std::move(*hours)});
        if (!wanted) return at("days", i, wanted.error());
        named.push_back(*day);
        if (std::ranges::find(directory->days(), *wanted) != directory->days().end()) continue;
        if (auto put = agency::put_day(step.tx, step.run.change, step.agency, *wanted); !put)
            return at("days", i, put.error());
        step.note("day " + given.day + " put");
    }
    if (!step.prunes() || step.setup.days.empty()) return {};
    for (const auto& day : directory->days()) {
        if (std::ranges::find(named, day.day) != named.end()) continue;
        if (auto gone = agency::remove_day(step.tx, step.run.change, step.agency, day.day); !gone)
            return gone;
        step.note("day " + base::to_iso(day.day) + " removed");
    }
    return {};
}

base::Result<void> apply_ladder(SetupStep& step) {
    if (!step.setup.ladder) return {};
    const auto now = step.run.change.now;
    const auto before = deadlines::ladder_of(step.tx, step.agency, now).version;
    if (auto done = deadlines::change_ladder(step.tx, step.run.change, step.agency, *step.setup.ladder);
        !done)
        return done;
    if (deadlines::ladder_of(step.tx, step.agency, now).version != before) step.note("ladder changed");
    return {};
}

base::Result<void> close_other_offices(SetupStep& step) {
    auto directory = step.directory();
    if (!directory || step.setup.offices.empty()) return {};
    const auto all = directory->offices().all();
    // In preorder what stands below comes later: from the end, so that nothing open is left below.
    for (auto office = all.rbegin(); office != all.rend(); ++office) {
        auto is_named = [&](const SetupOffice& each) { return step.offices[each.code] == office->id; };
        if (!office->is_active || std::ranges::any_of(step.setup.offices, is_named)) continue;
        agency::Office closed = *office;
        closed.is_active = false;
        auto done = administration::change_office(step.tx, step.run.change, step.agency, closed);
        if (!done) {
            done.error().field = "offices";
            done.error().detail = "the office " + office->name + " cannot be closed yet";
            return done;
        }
        step.note("office " + office->name + " closed");
    }
    return {};
}

} // namespace administration
