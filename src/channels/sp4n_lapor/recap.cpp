#include "channels/sp4n_lapor/recap.h"

#include "cases/standing.h"
#include "channels/sp4n_lapor/recap_words.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

bool is_solved(cases::State state) {
    return state == cases::State::resolved || state == cases::State::closed;
}

const deadlines::Deadline* resolving(const RecapCase& one) {
    // A request for information is solved by its answer.
    for (const char* name : {"resolve", "answer"}) {
        auto found = std::ranges::find(one.deadlines, name, &deadlines::Deadline::name);
        if (found != one.deadlines.end()) return &*found;
    }
    return nullptr;
}

/// When it was solved: what is solved has met its deadline at that moment.
std::optional<base::Time> solved_at(const RecapCase& one) {
    if (!is_solved(one.c.state)) return std::nullopt;
    const auto* deadline = resolving(one);
    return deadline && deadline->met_at ? *deadline->met_at : one.c.changed_at;
}

double days_between(base::Time from, base::Time until) {
    return std::max(0.0, static_cast<double>((until - from).count()) / (24.0 * 3'600'000));
}

void add(Group& group, const RecapCase& one, base::Time now) {
    ++group.received;
    if (cases::is_open(one.c.state)) ++group.open;
    if (one.c.contests > 0) ++group.contested;
    const auto* deadline = resolving(one);
    if (auto solved = solved_at(one)) {
        ++group.solved;
        group.days += days_between(one.c.received_at, *solved);
        if (deadline && *solved > deadline->due_at)
            ++group.late;
        else
            ++group.in_time;
    } else if (cases::is_open(one.c.state) && deadline && deadlines::is_overdue(*deadline, now)) {
        ++group.overdue;
    }
}

void add(DeadlineCount& count, const deadlines::Deadline& deadline, base::Time now) {
    switch (deadlines::state_of(deadline, now)) {
    case deadlines::State::met: ++count.in_time; break;
    case deadlines::State::met_late: ++count.late; break;
    case deadlines::State::overdue: ++count.running_late; break;
    case deadlines::State::ended: ++count.ended; break;
    case deadlines::State::running:
    case deadlines::State::due_soon:
    case deadlines::State::paused: ++count.running; break;
    }
}

RecapLine line_of(const RecapCase& one, const std::string& topic, const std::string& unit, base::Zone zone) {
    RecapLine out{.code = one.c.code,
                  .tracking_id = one.tracking_id,
                  .received = base::local_day(one.c.received_at, zone),
                  .solved = {},
                  .kind = one.c.kind,
                  .case_class = {},
                  .topic = topic,
                  .unit = unit,
                  .state = one.c.state,
                  .days = {},
                  .in_time = {},
                  .contests = one.c.contests};
    if (one.c.kind == triage::Kind::complaint)
        out.case_class = one.c.case_class.value_or(cases::Class::no_oversight);
    if (auto solved = solved_at(one)) {
        const auto* deadline = resolving(one);
        out.solved = base::local_day(*solved, zone);
        out.days = days_between(one.c.received_at, *solved);
        out.in_time = !deadline || *solved <= deadline->due_at;
    }
    return out;
}

} // namespace

Recap recap_of(std::span<const RecapCase> cases, const agency::Directory& directory, const Month& month,
               base::Time now) {
    Recap out;
    out.month = month;
    out.at = now;
    std::map<agency::OfficeId, Group> units;
    std::map<std::string, Group> topics;
    for (const RecapCase& one : cases) {
        add(out.all, one, now);
        const bool is_complaint = one.c.kind == triage::Kind::complaint;
        ++out.by_kind[{one.c.kind, is_complaint ? std::string(cases::class_code(one.c)) : std::string()}];
        ++out.by_state[one.c.state];
        for (const auto& deadline : one.deadlines)
            add(out.by_deadline[deadline.name], deadline, now);
        const auto* office = one.c.office ? directory.office(*one.c.office) : nullptr;
        const auto* topic = one.c.topic ? directory.topic(*one.c.topic) : nullptr;
        const std::string unit_name = office ? office->name : std::string(words::no_unit.id);
        const std::string topic_name = topic ? topic->name_id : std::string(words::no_topic.id);
        auto& unit = units[office ? office->id : agency::OfficeId{}];
        unit.name = unit_name;
        add(unit, one, now);
        auto& group = topics[topic ? topic->code : std::string()];
        group.name = topic_name;
        add(group, one, now);
        out.list.push_back(line_of(one, topic_name, unit_name, directory.agency().zone));
    }
    // What nobody has yet stands first: it is what a coordinator can do something about.
    if (auto none = units.find(agency::OfficeId{}); none != units.end()) out.units.push_back(none->second);
    for (const auto& office : directory.offices().all())
        if (auto found = units.find(office.id); found != units.end()) out.units.push_back(found->second);
    if (auto none = topics.find(""); none != topics.end()) out.topics.push_back(none->second);
    for (const auto& topic : directory.topics())
        if (auto found = topics.find(topic.code); found != topics.end()) out.topics.push_back(found->second);
    return out;
}

} // namespace channels::sp4n_lapor
