#include "deadlines/deadline_actions.h"

#include "base/text.h"
#include "deadlines/crossing.h"
#include "deadlines/deadline_store.h"
#include "events/event_actions.h"

#include <algorithm>

namespace deadlines {
namespace {

/// The version of the profile that the subject has already, else the one in force when it happened.
base::Result<const Profile*> profile_for(std::string_view id, std::span<const Deadline> running,
                                         const Happening& happening, const Profiles& profiles,
                                         const Calendar& calendar) {
    const auto begun = std::ranges::find(running, id, &Deadline::profile);
    if (begun != running.end())
        if (const Profile* version = profiles.version(id, begun->profile_version)) return version;
    return profiles.in_force(id, base::local_day(happening.at, calendar.zone()));
}

void append_crossing(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, base::Time now,
                     const Deadline& deadline, Crossed was) {
    events::append(tx, ids, agency,
                   {.subject_kind = deadline.subject_kind,
                    .subject = deadline.subject,
                    .kind = kind_of(deadline.crossed),
                    .at = now,
                    .actor_kind = "system",
                    .actor = std::nullopt,
                    .is_public = false,
                    .data = to_data({.deadline = deadline.name,
                                     .due = deadline.due_at,
                                     .profile = deadline.profile,
                                     .was = std::string(base::code_of(was))})});
}

base::Result<Deadline> running_one(db::Tx& tx, base::AgencyId agency, const Subject& subject,
                                   std::string_view name, const ByHand& by) {
    if (base::trim(by.reason).empty()) return base::fail_field("reason", "case.needs_reason");
    const auto running = find_of(tx, agency, subject);
    const auto found = std::ranges::find(running, name, &Deadline::name);
    if (found == running.end()) return base::fail(base::Kind::not_found, "deadline.unknown");
    return *found;
}

/// Saves it and writes the event of the person who changed it.
void save_by_hand(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Deadline& was,
                  const Deadline& is, std::string_view kind, const ByHand& by) {
    save(tx, agency, is);
    const base::json::Object data{{"public", {{"deadline", is.name}, {"due", base::to_iso(is.due_at)}}},
                                  {"staff",
                                   {{"reason", by.reason},
                                    {"was", base::to_iso(was.due_at)},
                                    {"version", is.profile_version},
                                    {"was_version", was.profile_version}}}};
    events::append(tx, ids, agency,
                   {.subject_kind = is.subject_kind,
                    .subject = is.subject,
                    .kind = std::string(kind),
                    .at = by.now,
                    .actor_kind = "staff",
                    .actor = by.staff,
                    .is_public = false,
                    .data = boost::json::serialize(data)});
}

} // namespace

base::Result<void> follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Subject& subject,
                          const Happening& happening, std::string_view profile_id, const Profiles& profiles,
                          const Calendar& calendar, const Matter& matter) {
    auto done = follow(tx, ids, agency, subject, happening, profile_id, profiles, calendar, matter,
                       find_of(tx, agency, subject));
    if (!done) return base::pass(done);
    return {};
}

base::Result<std::vector<Deadline>> follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                           const Subject& subject, const Happening& happening,
                                           std::string_view profile_id, const Profiles& profiles,
                                           const Calendar& calendar, const Matter& matter,
                                           std::vector<Deadline> known) {
    auto profile = profile_for(profile_id, known, happening, profiles, calendar);
    if (!profile) return base::pass(profile);
    const base::Day day = base::local_day(happening.received_at.value_or(happening.at), calendar.zone());
    auto beside = profiles.beside(matter.topic, matter.kind, day);
    for (const Profile*& each : beside)
        each = profile_for(each->id, known, happening, profiles, calendar).value_or(each);
    Changes changes = follow(subject, happening, **profile, profiles, known, calendar, beside);
    for (Deadline& changed : changes.changed) {
        save(tx, agency, changed);
        const auto same = std::ranges::find(known, changed.id, &Deadline::id);
        if (same != known.end()) *same = std::move(changed);
    }
    bool is_known = true;
    for (Deadline& started : changes.started) {
        started.id = ids.next<DeadlineId>();
        // Another unit of work may have started it meanwhile; then that one counts.
        if (!insert(tx, agency, started)) is_known = false;
        known.push_back(std::move(started));
    }
    return is_known ? std::move(known) : find_of(tx, agency, subject);
}

void end_running(db::Tx& tx, base::AgencyId agency, const Subject& subject, base::Time at) {
    for (const Deadline& deadline : find_of(tx, agency, subject))
        if (deadline.is_running()) save(tx, agency, ended(deadline, at));
}

void recount(db::Tx& tx, base::AgencyId agency, const Subject& subject, std::string_view new_class,
             const Profiles& profiles, const Calendar& calendar) {
    for (const Deadline& deadline : find_of(tx, agency, subject)) {
        const Spec* spec = rule_of(deadline, profiles).spec;
        if (!spec) continue;
        const Deadline changed = recounted(deadline, *spec, new_class, calendar);
        if (changed != deadline) save(tx, agency, changed);
    }
}

base::Result<Deadline> extend(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Subject& subject,
                              std::string_view name, const ByHand& by, const Profiles& profiles,
                              const Calendar& calendar) {
    auto found = running_one(tx, agency, subject, name, by);
    if (!found) return found;
    const Spec* spec = rule_of(*found, profiles).spec;
    if (!spec) return base::fail(base::Kind::not_found, "deadline.unknown");
    auto longer = extended(*found, *spec, by.now, calendar);
    if (longer) save_by_hand(tx, ids, agency, *found, *longer, "deadline.extended", by);
    return longer;
}

std::optional<Deadline> if_moved(const Deadline& deadline, base::Time now, const Profiles& profiles,
                                 const Calendar& calendar) {
    if (!deadline.is_running()) return std::nullopt;
    auto profile = profiles.in_force(deadline.profile, base::local_day(now, calendar.zone()));
    const Spec* spec = profile ? (*profile)->find(name_in_profile(deadline)) : nullptr;
    if (!spec) return std::nullopt;
    Deadline there = moved(deadline, **profile, *spec, calendar);
    const bool is_same = there.due_at == deadline.due_at && there.is_provisional == deadline.is_provisional &&
                         there.profile_version == deadline.profile_version;
    return is_same ? std::nullopt : std::optional(std::move(there));
}

base::Result<Deadline> move(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Subject& subject,
                            std::string_view name, const ByHand& by, const Profiles& profiles,
                            const Calendar& calendar) {
    auto found = running_one(tx, agency, subject, name, by);
    if (!found) return found;
    auto there = if_moved(*found, by.now, profiles, calendar);
    if (!there) return base::fail(base::Kind::conflict, "deadline.unmoved");
    save_by_hand(tx, ids, agency, *found, *there, "deadline.moved", by);
    return *there;
}

std::vector<Deadline> provisional_deadlines(db::Tx& tx, base::AgencyId agency, int most) {
    return find_provisional(tx, agency, most);
}

std::vector<Deadline> deadlines_of(db::Tx& tx, base::AgencyId agency, const Subject& subject) {
    return find_of(tx, agency, subject);
}

DeadlinesBySubject deadlines_of_all(db::Tx& tx, base::AgencyId agency, std::string_view kind,
                                    std::span<const std::int64_t> subjects) {
    auto found = find_of_all(tx, agency, kind, subjects);
    std::ranges::sort(found, {}, &Deadline::id);
    DeadlinesBySubject out;
    for (auto& deadline : found)
        out[deadline.subject].push_back(std::move(deadline));
    return out;
}

std::vector<Subject> cross_due(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, base::Time now,
                               int limit) {
    std::vector<Subject> out;
    for (const Deadline& deadline : find_to_cross(tx, agency, now, limit)) {
        if (deadline.paused_at) {
            // Its pause came to the limit; what that crosses is told next.
            const Deadline running = ran_on(deadline, now);
            if (running == deadline) continue;
            save(tx, agency, running);
            out.push_back({deadline.subject_kind, deadline.subject});
            continue;
        }
        const bool is_silent = deadline.crossed == Crossed::overdue;
        const Crossed crossed = is_silent ? Crossed::overdue : to_announce(deadline, now);
        if (crossed == Crossed::none) continue;
        const Deadline told = announced(deadline, crossed);
        if (!save_crossing(tx, agency, told, deadline.crossed)) continue;
        if (!is_silent) append_crossing(tx, ids, agency, now, told, deadline.crossed);
        out.push_back({deadline.subject_kind, deadline.subject});
    }
    return out;
}

} // namespace deadlines
