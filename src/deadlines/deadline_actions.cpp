#include "deadlines/deadline_actions.h"

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

const Spec* spec_of(const Deadline& deadline, const Profiles& profiles) {
    const Profile* profile = profiles.version(deadline.profile, deadline.profile_version);
    return profile ? profile->find(deadline.name) : nullptr;
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

/// Its event tells it; the due time does not, for the calendar may have changed since the start.
bool was_extended(db::Tx& tx, base::AgencyId agency, const Subject& subject, std::string_view name) {
    return std::ranges::any_of(
        events::timeline(tx, agency, subject.kind, subject.id), [&](const events::Stored& event) {
            if (event.kind != "deadline.extended") return false;
            const auto data = base::json::parse(event.data);
            const auto* of = data && data->is_object() ? data->get_object().if_contains("public") : nullptr;
            const auto* named = of && of->is_object() ? of->get_object().if_contains("deadline") : nullptr;
            return named && named->is_string() && named->get_string() == name;
        });
}

} // namespace

base::Result<void> follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Subject& subject,
                          const Happening& happening, std::string_view profile_id, const Profiles& profiles,
                          const Calendar& calendar) {
    auto done = follow(tx, ids, agency, subject, happening, profile_id, profiles, calendar,
                       find_of(tx, agency, subject));
    if (!done) return base::pass(done);
    return {};
}

base::Result<std::vector<Deadline>> follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                           const Subject& subject, const Happening& happening,
                                           std::string_view profile_id, const Profiles& profiles,
                                           const Calendar& calendar, std::vector<Deadline> known) {
    auto profile = profile_for(profile_id, known, happening, profiles, calendar);
    if (!profile) return base::pass(profile);
    Changes changes = follow(subject, happening, **profile, profiles, known, calendar);
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

void recount(db::Tx& tx, base::AgencyId agency, const Subject& subject, std::string_view old_class,
             std::string_view new_class, const Profiles& profiles, const Calendar& calendar) {
    for (const Deadline& deadline : find_of(tx, agency, subject)) {
        const Spec* spec = spec_of(deadline, profiles);
        if (!spec) continue;
        const Deadline moved = recounted(deadline, *spec, old_class, new_class, calendar);
        if (moved != deadline) save(tx, agency, moved);
    }
}

base::Result<Deadline> extend(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const Subject& subject,
                              std::string_view name, std::string_view reason, std::int64_t staff,
                              base::Time now, const Profiles& profiles, const Calendar& calendar) {
    if (reason.empty()) return base::fail_field("reason", "case.needs_reason");
    const auto running = find_of(tx, agency, subject);
    const auto found = std::ranges::find(running, name, &Deadline::name);
    const Spec* spec = found == running.end() ? nullptr : spec_of(*found, profiles);
    if (!spec) return base::fail(base::Kind::not_found, "deadline.unknown");
    auto longer = extended(*found, *spec, calendar, was_extended(tx, agency, subject, name));
    if (!longer) return base::pass(longer);
    save(tx, agency, *longer);
    base::json::Object data{{"public", {{"deadline", name}, {"due", base::to_iso(longer->due_at)}}},
                            {"staff", {{"reason", reason}, {"was", base::to_iso(found->due_at)}}}};
    events::append(tx, ids, agency,
                   {.subject_kind = subject.kind,
                    .subject = subject.id,
                    .kind = "deadline.extended",
                    .at = now,
                    .actor_kind = "staff",
                    .actor = staff,
                    .is_public = false,
                    .data = boost::json::serialize(data)});
    return longer;
}

std::vector<Deadline> deadlines_of(db::Tx& tx, base::AgencyId agency, const Subject& subject) {
    return find_of(tx, agency, subject);
}

std::vector<Subject> cross_due(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, base::Time now,
                               int limit) {
    std::vector<Subject> out;
    for (const Deadline& deadline : find_to_cross(tx, agency, now, limit)) {
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
