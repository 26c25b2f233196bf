#include "deadlines/happening.h"

#include <algorithm>

namespace deadlines {
namespace {

bool names(const std::vector<std::string>& events, std::string_view event) {
    return std::ranges::find(events, event) != events.end();
}

Deadline after(Deadline deadline, const Happening& happening, const Spec& spec, const Calendar& calendar) {
    if (names(spec.reopened_by, happening.event)) deadline = reopened(std::move(deadline));
    if (names(spec.pauses_on, happening.event)) deadline = paused(std::move(deadline), happening.at);
    if (names(spec.resumes_on, happening.event))
        deadline = resumed(std::move(deadline), spec, happening.at, calendar);
    if (names(spec.met_by, happening.event)) deadline = met(std::move(deadline), happening.at);
    if (names(spec.ended_by, happening.event)) deadline = ended(std::move(deadline), happening.at);
    return deadline;
}

} // namespace

Changes follow(const Subject& subject, const Happening& happening, const Profile& profile,
               const Profiles& profiles, std::span<const Deadline> running, const Calendar& calendar) {
    Changes out;
    for (const Deadline& deadline : running) {
        const Profile* under = profiles.version(deadline.profile, deadline.profile_version);
        const Spec* spec = under ? under->find(deadline.name) : nullptr;
        if (!spec) continue;
        Deadline changed = after(deadline, happening, *spec, calendar);
        if (spec->restarts.value_or(false) && spec->starts_on == happening.event) {
            changed = start_for(subject, *under, *spec, happening.at, calendar, happening.class_code,
                                happening.announce);
            changed.id = deadline.id;
        }
        if (changed != deadline) out.changed.push_back(std::move(changed));
    }
    for (const Spec& spec : profile.deadlines) {
        if (spec.starts_on != happening.event) continue;
        if (std::ranges::find(running, spec.name, &Deadline::name) != running.end()) continue;
        out.started.push_back(start_for(subject, profile, spec, happening.at, calendar, happening.class_code,
                                        happening.announce));
    }
    return out;
}

} // namespace deadlines
