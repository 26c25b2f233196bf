#include "cases/ladder_actions.h"

#include "cases/case_lock_store.h"
#include "cases/ladder_store.h"
#include "cases/reminded.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/happening.h"
#include "deadlines/ladder_actions.h"
#include "deadlines/reminder.h"
#include "events/event_actions.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"

#include <algorithm>

namespace cases {
namespace {

using deadlines::Climb;
using deadlines::Deadline;
using deadlines::DueStep;

constexpr std::string_view subject = "case";

/// One turn over the cases whose time has come. People are read when somebody is to be told, once.
class Climber {
public:
    Climber(db::Tx& tx, const Context& context)
        : tx_(tx), context_(context), agency_(context.directory.id()), now_(context.now) {}

    void look_at(CaseId id) {
        (void)lock_case(tx_, agency_, id);
        const auto c = case_of_id(tx_, agency_, id);
        std::optional<base::Time> next;
        if (c && is_waiting_for_the_agency(c->state)) {
            const auto ladder = deadlines::ladder_of(tx_, agency_, c->received_at);
            const auto taken = find_taken_steps(tx_, agency_, id);
            for (const Deadline& deadline :
                 deadlines::deadlines_of(tx_, agency_, {std::string(subject), id.value}))
                sooner(next, climb_one(*c, deadline, ladder, taken));
        }
        save_next_look(tx_, agency_, id, next);
    }

private:
    static void sooner(std::optional<base::Time>& next, std::optional<base::Time> other) {
        if (other && (!next || *other < *next)) next = other;
    }

    std::optional<base::Time> climb_one(const Case& c, const Deadline& deadline,
                                        const deadlines::Ladder& ladder,
                                        std::span<const TakenStep> all_taken) {
        const auto* spec = deadlines::rule_of(deadline, context_.profiles).spec;
        if (!spec) return std::nullopt;
        std::vector<std::string> taken;
        for (const auto& each : all_taken)
            if (each.deadline == deadline.name) taken.push_back(each.step);
        const Climb climb{deadline, *spec, ladder, context_.calendar, class_code(c), taken};
        for (const DueStep& due : deadlines::due_steps(climb, now_))
            take(c, deadline, ladder, due);
        return deadlines::next_step_at(climb, now_);
    }

    void take(const Case& c, const Deadline& deadline, const deadlines::Ladder& ladder, const DueStep& due) {
        const TakenStep step{deadline.name, key_of(due.step)};
        if (!insert_taken_step(tx_, agency_, c.id, step, now_)) return;
        if (due.step.escalates.value_or(false))
            // It may be at the top, or was taken up before: those who are asked now are told all the same.
            (void)escalate(tx_, context_, c.id, {.name = deadline.name, .due = deadline.due_at});
        if (due.is_passed_over) return;
        deadlines::Reminder reminder{.deadline = deadline.name,
                                     .due = deadline.due_at,
                                     .at_percent = due.step.at_percent,
                                     .tells = due.step.tells,
                                     .ladder = ladder.version.value_or(""),
                                     .told = {}};
        for (const StaffId person : reminded(c, due.step.tells, people(), context_.directory.offices())) {
            reminder.told.push_back(base::to_string(person));
            tell(c, deadline, due.step, person);
        }
        events::append(tx_, context_.ids, agency_,
                       {.subject_kind = std::string(subject),
                        .subject = c.id.value,
                        .kind = std::string(deadlines::reminded_kind),
                        .at = now_,
                        .actor_kind = "system",
                        .actor = std::nullopt,
                        .is_public = false,
                        .data = to_data(reminder)});
    }

    void tell(const Case& c, const Deadline& deadline, const deadlines::Step& step, StaffId person) {
        const auto known = std::ranges::find(people(), person, &staff::OnDuty::id);
        const bool is_emergency = c.urgency >= context_.directory.agency().emergency_from;
        std::optional<base::Time> mail_at;
        if (known->has_email)
            mail_at = is_emergency ? now_ : deadlines::may_ring_at(hours(), context_.calendar, now_);
        staff::tell(tx_, agency_,
                    {.id = context_.ids.next<staff::NoticeId>(),
                     .staff = person,
                     .subject_kind = std::string(subject),
                     .subject = c.id.value,
                     .deadline = deadline.name,
                     .at_percent = step.at_percent,
                     .audience = std::string(base::code_of(step.tells)),
                     .due_at = deadline.due_at,
                     .at = now_,
                     .mail_at = mail_at,
                     .seen_at = {}});
    }

    const std::vector<staff::OnDuty>& people() {
        if (!people_)
            people_ =
                staff::people_on_duty(tx_, agency_, base::local_day(now_, context_.directory.agency().zone));
        return *people_;
    }
    /// Quiet hours are those of today, whatever ladder a case began with.
    const deadlines::Ladder& hours() {
        if (!hours_) hours_ = deadlines::ladder_of(tx_, agency_, now_);
        return *hours_;
    }

    db::Tx& tx_;
    const Context& context_;
    base::AgencyId agency_;
    base::Time now_;
    std::optional<std::vector<staff::OnDuty>> people_;
    std::optional<deadlines::Ladder> hours_;
};

} // namespace

void begin_ladder(db::Tx& tx, const Context& context, const Case& opened, std::span<const Deadline> clocks) {
    std::optional<base::Time> first;
    for (const auto& clock : clocks) {
        const auto* spec = deadlines::rule_of(clock, context.profiles).spec;
        if (!spec) continue;
        const auto look = deadlines::first_look_at(*spec, clock.started_at, class_code(opened));
        if (!first || look < *first) first = look;
    }
    insert_ladder(tx, opened.agency, opened.id, first);
}

void follow_ladder(db::Tx& tx, const Context& context, const Case& after, CommandName command) {
    if (!is_waiting_for_the_agency(after.state)) {
        // Who waits for the reporter may be asked again; what is over is over.
        if (after.state != State::awaiting_reporter)
            staff::end_notices(tx, after.agency, subject, after.id.value, context.now);
        return;
    }
    switch (transition(command).clocks) {
    case ClockEffect::reopens:
        // Whoever was told before it was over thinks that it is: what is due is told again, the furthest
        // only.
        forget_taken_steps(tx, after.agency, after.id);
        [[fallthrough]];
    case ClockEffect::starts:
    case ClockEffect::resumes:
    case ClockEffect::recounts: hasten_ladder(tx, after.agency, after.id, context.now); break;
    case ClockEffect::meets:
        for (const Deadline& deadline :
             deadlines::deadlines_of(tx, after.agency, {std::string(subject), after.id.value}))
            if (!deadline.is_running())
                staff::end_notices(tx, after.agency, subject, after.id.value, context.now, deadline.name);
        break;
    case ClockEffect::none:
    case ClockEffect::pauses:
    case ClockEffect::ends: break;
    }
}

std::size_t climb(db::Tx& tx, const Context& context, std::size_t limit) {
    Climber climber(tx, context);
    const auto due = find_ladders_due(tx, context.directory.id(), context.now, static_cast<int>(limit));
    for (const CaseId id : due)
        climber.look_at(id);
    return due.size();
}

bool is_climbing(db::Tx& tx, base::AgencyId agency, base::Time now) {
    return !find_ladders_due(tx, agency, now, 1).empty();
}

} // namespace cases
