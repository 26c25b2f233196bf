#include "deadlines/deadline.h"

#include "base/text.h"
#include "deadlines/counted.h"

#include <algorithm>
#include <charconv>

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

base::Day first_day(const Deadline& deadline, const Calendar& calendar) {
    return base::local_day(deadline.started_at, calendar.zone());
}

/// The calendar as it was for the days that were counted already; mostly that of today.
class ItsCalendar {
public:
    ItsCalendar(const Deadline& deadline, const Spec& spec, const Calendar& now) : now_(now) {
        const base::Day first = first_day(deadline, now);
        const auto last = counted_until(deadline.counted, first);
        if (last && counted_with(now, spec.mode, first, *last) != deadline.counted)
            then_ = as_counted(deadline.counted, first, now);
    }
    const Calendar& operator*() const { return then_ ? *then_ : now_; }

private:
    const Calendar& now_;
    std::optional<Calendar> then_;
};

Due count(const Deadline& deadline, const Spec& spec, const Calendar& calendar) {
    auto pauses = pauses_of(deadline);
    // One that stands and has a limit counts as if it stood until then.
    if (deadline.paused_at && deadline.pause_ends_at)
        pauses.push_back({*deadline.paused_at, *deadline.pause_ends_at});
    return due(spec, deadline.started_at, calendar, deadline.class_code, pauses,
               deadline.extended_at ? Extension::granted : Extension::none);
}

/// Where the row does not tell all that it was counted with (it is older than the record), the due time moves
/// by as much as what is known would move it.
base::Time shifted(base::Time due_at, const Due& before, const Due& after, const Spec& spec,
                   const Calendar& calendar) {
    const base::Zone zone = calendar.zone();
    switch (spec.mode) {
    case Mode::calendar_hours: return due_at + (after.at - before.at);
    case Mode::working_days: {
        const auto next = [&](base::Time at) { return base::local_day(at, zone) + std::chrono::days{1}; };
        const int more = calendar.workdays(next(before.at), next(due_at));
        return base::end_of_day(calendar.advance(base::local_day(after.at, zone), more), zone);
    }
    case Mode::office_hours: return calendar.add_open(after.at, calendar.open_between(before.at, due_at));
    }
    return after.at;
}

/// Takes over the changed facts of `changed` and what they make of the due time.
Deadline recount(const Deadline& deadline, Deadline changed, const Spec& spec, const Calendar& calendar) {
    const ItsCalendar of_row(deadline, spec, calendar);
    const Calendar& its = *of_row;
    const Due before = count(deadline, spec, its), after = count(changed, spec, its);
    const bool is_known = before.at == deadline.due_at || !deadline.counted.empty();
    changed.due_at = is_known ? after.at : shifted(deadline.due_at, before, after, spec, its);
    changed.is_provisional = after.is_provisional;
    if (!changed.counted.empty()) {
        const base::Day first = first_day(deadline, calendar);
        const base::Day last = base::local_day(changed.due_at, calendar.zone());
        const auto told = counted_until(deadline.counted, first);
        if (told && last > *told) changed.counted = counted_with(its, spec.mode, first, last);
    }
    return changed;
}

std::string with_pause(const std::string& pauses, const Pause& pause) {
    return pauses + (pauses.empty() ? "" : ",") + std::to_string(base::to_ms(pause.from)) + "-" +
           std::to_string(base::to_ms(pause.until));
}

std::optional<base::Time> read_ms(std::string_view text) {
    std::int64_t ms = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), ms);
    return read.ec == std::errc{} ? std::optional(base::time_from_ms(ms)) : std::nullopt;
}

/// The pause that stands is over at `until`; the due time is not touched.
Deadline stood_until(Deadline deadline, base::Time until) {
    deadline.pauses = with_pause(deadline.pauses, {*deadline.paused_at, until});
    deadline.paused_ms += until - *deadline.paused_at;
    deadline.paused_at.reset();
    deadline.pause_ends_at.reset();
    return deadline;
}

} // namespace

bool is_overdue(const Deadline& deadline, base::Time now) noexcept {
    // A pause with a limit ends by itself, and its due time is that after the whole of it.
    return deadline.is_running() && (!deadline.paused_at || deadline.pause_ends_at) && now > deadline.due_at;
}

std::vector<Pause> pauses_of(const Deadline& deadline) {
    std::vector<Pause> out;
    if (deadline.pauses.empty()) return out;
    for (std::string_view each : base::split(deadline.pauses, ',')) {
        const std::size_t dash = each.find('-', 1);
        if (dash == std::string_view::npos) continue;
        const auto from = read_ms(each.substr(0, dash)), until = read_ms(each.substr(dash + 1));
        if (from && until) out.push_back({*from, *until});
    }
    return out;
}

base::Time due_soon_at(const Deadline& deadline) noexcept {
    return deadline.due_at - (deadline.due_at - deadline.started_at - deadline.paused_ms) / 4;
}

State state_of(const Deadline& deadline, base::Time now) noexcept {
    if (deadline.met_at) return *deadline.met_at > deadline.due_at ? State::met_late : State::met;
    if (deadline.ended_at) return State::ended;
    if (deadline.paused_at && !(deadline.pause_ends_at && now > *deadline.pause_ends_at))
        return State::paused;
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
    out.is_provisional = counted.is_provisional;
    out.class_code = class_code;
    out.counted = counted_with(calendar, spec.mode, base::local_day(start, calendar.zone()),
                               base::local_day(counted.at, calendar.zone()));
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
    deadline.pause_ends_at.reset();
    deadline.next_crossing_at.reset();
    return deadline;
}

Deadline ended(Deadline deadline, base::Time at) {
    if (!deadline.is_running()) return deadline;
    deadline.ended_at = at;
    deadline.paused_at.reset();
    deadline.pause_ends_at.reset();
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

Deadline paused(Deadline deadline, const Spec& spec, base::Time at, const Calendar& calendar) {
    if (!deadline.is_running() || deadline.paused_at || at > deadline.due_at) return deadline;
    const auto limit = pause_ends_at(spec, deadline.started_at, at, *ItsCalendar(deadline, spec, calendar),
                                     pauses_of(deadline));
    if (limit && *limit <= at) return deadline;
    const Deadline before = deadline;
    deadline.paused_at = at;
    deadline.pause_ends_at = limit;
    deadline.next_crossing_at = limit;
    return limit ? recount(before, std::move(deadline), spec, calendar) : deadline;
}

Deadline resumed(Deadline deadline, const Spec& spec, base::Time at, const Calendar& calendar) {
    if (!deadline.paused_at) return deadline;
    base::Time until = std::max(at, *deadline.paused_at);
    if (deadline.pause_ends_at) until = std::min(until, *deadline.pause_ends_at);
    deadline = recount(deadline, stood_until(deadline, until), spec, calendar);
    deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

Deadline ran_on(Deadline deadline, base::Time now) {
    if (!deadline.paused_at || !deadline.pause_ends_at || now <= *deadline.pause_ends_at) return deadline;
    const base::Time until = *deadline.pause_ends_at;
    deadline = stood_until(std::move(deadline), until);
    deadline.next_crossing_at = next_crossing(deadline);
    return deadline;
}

base::Result<Deadline> extended(Deadline deadline, const Spec& spec, base::Time now,
                                const Calendar& calendar) {
    if (!spec.extension || !deadline.is_running())
        return base::fail(base::Kind::conflict, "deadline.not_extendable");
    if (deadline.extended_at) return base::fail(base::Kind::conflict, "deadline.extended_already");
    if (is_overdue(deadline, now)) return base::fail(base::Kind::conflict, "deadline.passed");
    Deadline longer = deadline;
    longer.extended_at = now;
    longer = recount(deadline, std::move(longer), spec, calendar);
    if (!longer.paused_at) longer.next_crossing_at = next_crossing(longer);
    return longer;
}

Deadline recounted(Deadline deadline, const Spec& spec, std::string_view class_code,
                   const Calendar& calendar) {
    Deadline changed = deadline;
    changed.class_code = class_code;
    if (spec.amount_for(deadline.class_code) == spec.amount_for(class_code)) return changed;
    changed = recount(deadline, std::move(changed), spec, calendar);
    if (changed.is_running() && !changed.paused_at && changed.next_crossing_at)
        changed.next_crossing_at = next_crossing(changed);
    return changed;
}

Deadline moved(Deadline deadline, const Profile& profile, const Spec& spec, const Calendar& calendar) {
    deadline.profile = profile.id;
    deadline.profile_version = profile.version;
    if (!spec.extension) deadline.extended_at.reset();
    if (deadline.paused_at)
        deadline.pause_ends_at =
            pause_ends_at(spec, deadline.started_at, *deadline.paused_at, calendar, pauses_of(deadline));
    const Due counted = count(deadline, spec, calendar);
    deadline.due_at = counted.at;
    deadline.is_provisional = counted.is_provisional;
    deadline.counted = counted_with(calendar, spec.mode, first_day(deadline, calendar),
                                    base::local_day(counted.at, calendar.zone()));
    deadline.crossed = Crossed::none;
    deadline.next_crossing_at = deadline.paused_at ? deadline.pause_ends_at : next_crossing(deadline);
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
