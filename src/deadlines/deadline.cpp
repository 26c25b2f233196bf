#include "deadlines/deadline.h"

namespace deadlines {
namespace {

std::optional<base::Time> next_crossing(const Deadline& deadline) noexcept {
    switch (deadline.crossed) {
    case Crossed::none: return due_soon_at(deadline);
    case Crossed::due_soon: return deadline.due_at;
    case Crossed::overdue: return std::nullopt;
    }
    return std::nullopt;
}

/// The due time moved by working days or hours; the calendar may end on the way.
void move(Deadline& deadline, base::Time due_at, const Calendar& calendar) {
    const base::Zone zone = calendar.zone();
    if (!calendar.covers(base::local_day(deadline.due_at, zone), base::local_day(due_at, zone)))
        deadline.is_provisional = true;
    deadline.due_at = due_at;
}

} // namespace

bool is_overdue(const Deadline& deadline, base::Time now) noexcept {
    return deadline.is_running() && !deadline.paused_at && now > deadline.due_at;
}

base::Time due_soon_at(const Deadline& deadline) noexcept {
    return deadline.due_at - (deadline.due_at - deadline.started_at - deadline.paused_ms) / 4;
}

State state_of(const Deadline& deadline, base::Time now) noexcept {
    if (deadline.met_at) return *deadline.met_at > deadline.due_at ? State::met_late : State::met;
    if (deadline.ended_at) return State::ended;
    if (deadline.paused_at) return State::paused;
    if (is_overdue(deadline, now)) return State::overdue;
    return now > due_soon_at(deadline) ? State::due_soon : State::running;
}

Deadline start_for(const Subject& subject, const Profile& profile, const Spec& spec, base::Time start,
                   const Calendar& calendar, std::string_view class_code, Announce announce) {
    const Due counted = due(spec, start, calendar, class_code);
    Deadline out;
    out.subject_kind = subject.kind;
    out.subject = subject.id;
    out.name = spec.name;
    out.profile = profile.id;
    out.profile_version = profile.version;
    out.starts_on = spec.starts_on;
    out.started_at = start;
    out.due_at = counted.at;
    out.is_provisional = counted.is_provisional && spec.mode == Mode::working_days;
    switch (announce) {
    case Announce::crossings: out.next_crossing_at = next_crossing(out); break;
    case Announce::nothing:
        out.crossed = Crossed::overdue;
        out.next_crossing_at = out.due_at; // passes, and nobody is told
        break;
    }
    return out;
}

Deadline met(Deadline deadline, base::Time at) {
    if (!deadline.is_running()) return deadline;
    deadline.met_at = at;
    deadline.paused_at.reset();
    deadline.next_crossing_at.reset();
    return deadline;
}

Deadline ended(Deadline deadline, base::Time at) {
    if (!deadline.is_running()) return deadline;
    deadline.ended_at = at;
    deadline.paused_at.reset();
    deadline.next_crossing_at.reset();
    return deadline;
}

Deadline reopened(Deadline deadline) {
    if (deadline.is_running()) return deadline;
    deadline.met_at.reset();
    deadline.ended_at.reset();
    deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

Deadline paused(Deadline deadline, base::Time at) {
    if (!deadline.is_running() || deadline.paused_at || at > deadline.due_at) return deadline;
    deadline.paused_at = at;
    deadline.next_crossing_at.reset();
    return deadline;
}

Deadline resumed(Deadline deadline, const Spec& spec, base::Time at, const Calendar& calendar) {
    if (!deadline.paused_at) return deadline;
    const base::Time from = *deadline.paused_at;
    const base::Duration stood = std::max(at - from, base::Duration{0});
    const base::Zone zone = calendar.zone();
    switch (spec.mode) {
    case Mode::calendar_hours: deadline.due_at += stood; break;
    case Mode::working_days: {
        // The day of the start does not count, so standing at its end costs nothing.
        const base::Day first = std::max(base::local_day(from, zone),
                                         base::local_day(deadline.started_at, zone) + std::chrono::days{1});
        const int lost = calendar.workdays(first, base::local_day(at, zone));
        const base::Day due_day = calendar.advance(base::local_day(deadline.due_at, zone), lost);
        move(deadline, base::end_of_day(due_day, zone), calendar);
        break;
    }
    }
    deadline.paused_ms += stood;
    deadline.paused_at.reset();
    deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

base::Result<Deadline> extended(Deadline deadline, const Spec& spec, const Calendar& calendar,
                                bool was_extended) {
    if (!spec.extension || !deadline.is_running())
        return base::fail(base::Kind::conflict, "deadline.not_extendable");
    if (was_extended) return base::fail(base::Kind::conflict, "deadline.extended_already");
    switch (spec.mode) {
    case Mode::calendar_hours: deadline.due_at += std::chrono::hours{*spec.extension}; break;
    case Mode::working_days: {
        const base::Day last = base::local_day(deadline.due_at, calendar.zone());
        move(deadline, base::end_of_day(calendar.advance(last, *spec.extension), calendar.zone()), calendar);
        break;
    }
    }
    deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

Deadline recounted(Deadline deadline, const Spec& spec, std::string_view old_class,
                   std::string_view new_class, const Calendar& calendar) {
    const Due before = due(spec, deadline.started_at, calendar, old_class);
    const Due after = due(spec, deadline.started_at, calendar, new_class);
    if (before == after) return deadline;
    const base::Zone zone = calendar.zone();
    switch (spec.mode) {
    case Mode::calendar_hours: deadline.due_at += after.at - before.at; break;
    case Mode::working_days: {
        const auto next = [&](base::Time at) { return base::local_day(at, zone) + std::chrono::days{1}; };
        // Without a pause nothing but a change of the calendar lies between, and that moves no deadline.
        const int moved_by_pauses = deadline.paused_ms == base::Duration::zero()
                                        ? 0
                                        : calendar.workdays(next(before.at), next(deadline.due_at));
        const base::Day due_day = calendar.advance(base::local_day(after.at, zone), moved_by_pauses);
        deadline.due_at = base::end_of_day(due_day, zone);
        deadline.is_provisional = !calendar.covers(base::local_day(deadline.started_at, zone), due_day);
        break;
    }
    }
    if (deadline.is_running() && !deadline.paused_at && deadline.next_crossing_at)
        deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

Crossed to_announce(const Deadline& deadline, base::Time now) noexcept {
    if (!deadline.is_running() || deadline.paused_at || !deadline.next_crossing_at) return Crossed::none;
    if (deadline.crossed != Crossed::overdue && is_overdue(deadline, now)) return Crossed::overdue;
    if (deadline.crossed == Crossed::none && now > due_soon_at(deadline)) return Crossed::due_soon;
    return Crossed::none;
}

Deadline announced(Deadline deadline, Crossed crossed) {
    deadline.crossed = crossed;
    deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

} // namespace deadlines
