#include "deadlines/clock_pages.h"

#include "base/spoken_time.h"
#include "base/text.h"
#include "deadlines/deadline_words.h"

#include <fmt/format.h>

namespace deadlines {
namespace {

const base::Text& unit_of(Mode mode) {
    switch (mode) {
    case Mode::calendar_hours: return words::hours;
    case Mode::working_days: return words::working_days;
    case Mode::office_hours: return words::office_hours;
    }
    return words::hours;
}

std::string line_of(const ClockLine& line, base::Zone zone, base::Language language) {
    const base::Text& unit = unit_of(line.mode);
    std::string out = fmt::format("{:<10} {:>3} {} {} {}: {} {}", line.name, line.why.amount,
                                  unit.in(language), words::from.in(language), line.starts_on,
                                  words::due.in(language), base::to_iso(line.due.at, zone));
    if (line.is_assumed) out += fmt::format(" ({} {})", line.starts_on, words::assumed.in(language));
    if (line.due.is_provisional)
        out +=
            fmt::format(" ({} {})", words::provisional.in(language), base::to_iso(line.why.calendar_ends_on));
    return out + "\n";
}

std::string note_of(const ExplainedDay& day, base::Language language) {
    std::vector<std::string> notes;
    if (day.is_start) notes.emplace_back(words::start.in(language));
    switch (day.state) {
    case DayState::workday: break;
    case DayState::weekend: notes.emplace_back(words::weekend.in(language)); break;
    case DayState::collective_leave:
        notes.push_back(fmt::format("{} ({})", day.name, words::collective_leave.in(language)));
        break;
    case DayState::holiday:
    case DayState::own: notes.push_back(day.name); break;
    }
    if (day.is_paused) notes.emplace_back(words::paused.in(language));
    if (day.count > 0) notes.push_back(fmt::format("{}{}", words::nth.in(language), day.count));
    if (!day.open.empty())
        notes.push_back(
            fmt::format("{} ({})", agency::to_text(day.open), base::spoken_span(day.counted, language)));
    if (day.is_due) notes.emplace_back(words::due.in(language));
    return base::join(notes, ", ");
}

std::string pause_of(const Pause& pause, base::Zone zone, base::Language language) {
    return fmt::format("  {}: {} / {}\n", words::paused.in(language), base::to_iso(pause.from, zone),
                       base::to_iso(pause.until, zone));
}

std::string strip_of(const Explanation& why, base::Language language) {
    std::string out;
    for (const ExplainedDay& day : why.days) {
        // Hours run through every day: only the first and the last say something.
        if (why.mode == Mode::calendar_hours && !day.is_start && !day.is_due) continue;
        const std::string note = note_of(day, language);
        out += fmt::format("  {}{}{}\n", base::to_iso(day.day), note.empty() ? "" : "  ", note);
    }
    for (const Pause& pause : why.pauses)
        out += pause_of(pause, why.zone, language);
    out += fmt::format("  {} {} {} {}, {} {}. {}: {}\n", words::rule.in(language), why.profile,
                       words::version.in(language), why.version, words::in_force_from.in(language),
                       why.effective_from, words::source.in(language), why.source);
    if (why.mode != Mode::calendar_hours && !why.holiday_sources.empty())
        out += fmt::format("  {} {}\n", words::holidays.in(language), base::join(why.holiday_sources, "; "));
    return out;
}

} // namespace

std::string to_text(const ClockReport& report, base::Language language) {
    std::string out =
        fmt::format("{} {} {}, {} {}\n", report.profile, words::version.in(language), report.version,
                    words::start.in(language), base::to_iso(report.start, report.zone));
    for (const ClockLine& line : report.deadlines)
        out += line_of(line, report.zone, language);
    return out;
}

std::string to_explanation(const ClockReport& report, base::Language language) {
    std::string out;
    for (const ClockLine& line : report.deadlines)
        out += line_of(line, report.zone, language) + strip_of(line.why, language);
    return out;
}

} // namespace deadlines
