#include "deadlines/happening.h"

#include <algorithm>

namespace deadlines {
namespace {

bool names(const std::vector<std::string>& events, std::string_view event) {
    return std::ranges::find(events, event) != events.end();
}

/// What another agency gives back runs on as after an objection: what referring it had ended.
std::string_view reopening(std::string_view event) {
    return event == "handed_back" ? "objected" : event;
}

Deadline after(Deadline deadline, const Happening& happening, const Spec& spec, const Calendar& calendar) {
    if (names(spec.reopened_by, reopening(happening.event))) deadline = reopened(std::move(deadline));
    if (names(spec.pauses_on, happening.event))
        deadline = paused(std::move(deadline), spec, happening.at, calendar);
    if (names(spec.resumes_on, happening.event))
        deadline = resumed(std::move(deadline), spec, happening.at, calendar);
    if (names(spec.met_by, happening.event)) deadline = met(std::move(deadline), happening.at);
    if (names(spec.ended_by, happening.event)) deadline = ended(std::move(deadline), happening.at);
    return deadline;
}

/// "janji-roya/resolve"
std::string row_name(const Profile& profile, const Spec& spec) {
    return profile.id + "/" + spec.name;
}

/// When it starts with this; empty when it does not.
std::optional<base::Time> start_of(const Spec& spec, const Happening& happening) {
    if (spec.starts_on == happening.event) return happening.at;
    const bool is_over = names(spec.met_by, happening.event) || names(spec.ended_by, happening.event);
    return spec.starts_on == "received" && !is_over ? happening.received_at : std::nullopt;
}

} // namespace

std::string_view name_in_profile(const Deadline& deadline) noexcept {
    const std::string_view name = deadline.name;
    return name.substr(name.rfind('/') + 1); // none: npos + 1 is the whole
}

Rule rule_of(const Deadline& deadline, const Profiles& profiles) noexcept {
    const Profile* profile = profiles.version(deadline.profile, deadline.profile_version);
    const Spec* spec = profile ? profile->find(name_in_profile(deadline)) : nullptr;
    return spec ? Rule{profile, spec} : Rule{};
}

std::string spoken_name(const Deadline& deadline, const Profiles& profiles, base::Language language) {
    const auto rule = rule_of(deadline, profiles);
    if (!rule.spec) return deadline.name;
    return language == base::Language::en ? rule.spec->name_en : rule.spec->name_id;
}

Changes follow(const Subject& subject, const Happening& happening, const Profile& profile,
               const Profiles& profiles, std::span<const Deadline> running, const Calendar& calendar,
               std::span<const Profile* const> beside) {
    Changes out;
    for (const Deadline& deadline : running) {
        const auto [under, spec] = rule_of(deadline, profiles);
        if (!spec) continue;
        Deadline changed = after(deadline, happening, *spec, calendar);
        if (spec->restarts.value_or(false) && spec->starts_on == happening.event) {
            changed = start_for(subject, *under, *spec, happening.at, calendar, happening.class_code,
                                happening.announce);
            changed.id = deadline.id;
            changed.name = deadline.name;
        }
        if (changed != deadline) out.changed.push_back(std::move(changed));
    }
    const auto is_there = [&](std::string_view name) {
        return std::ranges::find(running, name, &Deadline::name) != running.end();
    };
    for (const Spec& spec : profile.deadlines)
        if (spec.starts_on == happening.event && !is_there(spec.name))
            out.started.push_back(start_for(subject, profile, spec, happening.at, calendar,
                                            happening.class_code, happening.announce));
    for (const Profile* other : beside) {
        if (other->id == profile.id) continue;
        for (const Spec& spec : other->deadlines) {
            const auto start = start_of(spec, happening);
            if (!start || is_there(row_name(*other, spec))) continue;
            out.started.push_back(
                start_for(subject, *other, spec, *start, calendar, happening.class_code, happening.announce));
            out.started.back().name = row_name(*other, spec);
        }
    }
    return out;
}

} // namespace deadlines
