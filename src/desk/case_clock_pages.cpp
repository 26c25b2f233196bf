#include "desk/case_clock_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "deadlines/chip_pages.h"
#include "desk/case_text.h"
#include "desk/case_words.h"
#include "desk/deadline_form_pages.h"
#include "html/proof.h"

#include <algorithm>

namespace desk {
namespace {

using base::Language;
using base::Zone;
using html::Markup;
using html::markup;
namespace words = case_words;

base::Text weekday(base::Day day) {
    static constexpr base::Text names[] = {{"Min", "Sun"}, {"Sen", "Mon"}, {"Sel", "Tue"}, {"Rab", "Wed"},
                                           {"Kam", "Thu"}, {"Jum", "Fri"}, {"Sab", "Sat"}};
    return names[std::chrono::weekday(day).c_encoding()];
}

std::string day_number(base::Day day) {
    return std::to_string(static_cast<unsigned>(std::chrono::year_month_day(day).day()));
}

/// "18.23"
std::string time_of_day(base::Time time, Zone zone) {
    const auto minutes =
        std::chrono::floor<std::chrono::minutes>(base::local_time_of_day(time, zone)).count();
    auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + "." + two(minutes % 60);
}

base::Text event_words(std::string_view event) {
    if (event == "received") return words::from_received;
    if (event == "assigned") return words::from_assigned;
    if (event == "resolved") return words::from_resolved;
    return words::from_other;
}

std::string name_of_day_off(const deadlines::ExplainedDay& day, Language l) {
    if (!day.name.empty()) return day.name;
    switch (day.state) {
    case deadlines::DayState::holiday: return spoken(words::holiday, l);
    case deadlines::DayState::collective_leave: return spoken(words::leave, l);
    case deadlines::DayState::own: return spoken(words::own_day, l);
    case deadlines::DayState::weekend: return spoken(words::weekend, l);
    case deadlines::DayState::workday: break;
    }
    return spoken(words::closed_day, l);
}

html::StripDay strip_day(const deadlines::ExplainedDay& day, const deadlines::Explanation& why, Language l) {
    html::StripDay out;
    out.is = day.is_today ? html::DayIs::today : html::DayIs::another;
    out.above = spoken(weekday(day.day), l);
    out.middle = day_number(day.day);
    if (day.is_start) {
        out.kind = html::DayKind::start;
        out.below = spoken(event_words(why.starts_on), l);
    } else if (day.is_due) {
        out.kind = html::DayKind::due;
        out.below = spoken(words::due_short, l);
    } else if (why.mode == deadlines::Mode::office_hours) {
        out.kind = day.is_paused             ? html::DayKind::held
                   : day.counted.count() > 0 ? html::DayKind::counted
                                             : html::DayKind::off;
        out.below = day.counted.count() > 0 ? "+" + base::spoken_span(day.counted, l)
                    : day.is_paused         ? spoken(words::paused_short, l)
                                            : name_of_day_off(day, l);
    } else if (day.is_paused) {
        out.kind = html::DayKind::held;
        out.below = spoken(words::paused_short, l);
    } else if (day.count > 0) {
        out.below = filled(day.is_today ? words::nth_today : words::nth, l, {std::to_string(day.count)});
    } else {
        out.kind = html::DayKind::off;
        out.below = name_of_day_off(day, l);
    }
    return out;
}

/// Hours have no days to count: start, pauses, due.
std::vector<html::StripDay> strip_of_hours(const deadlines::Explanation& why, Language l) {
    auto cell = [&](html::DayKind kind, base::Time at, std::string middle, std::string below) {
        const auto day = base::local_day(at, why.zone);
        return html::StripDay{.kind = kind,
                              .is = html::DayIs::another,
                              .above = spoken(weekday(day), l) + " " + day_number(day),
                              .middle = std::move(middle),
                              .below = std::move(below)};
    };
    std::vector<html::StripDay> out{cell(html::DayKind::start, why.start, time_of_day(why.start, why.zone),
                                         spoken(event_words(why.starts_on), l))};
    for (const auto& pause : why.pauses)
        out.push_back(cell(html::DayKind::held, pause.from, base::spoken_span(pause.until - pause.from, l),
                           spoken(words::paused_short, l)));
    out.push_back(
        cell(html::DayKind::due, why.due.at, time_of_day(why.due.at, why.zone), spoken(words::due_short, l)));
    return out;
}

base::Text rule_words(deadlines::Mode mode) {
    switch (mode) {
    case deadlines::Mode::calendar_hours: return words::rule_hours;
    case deadlines::Mode::working_days: return words::rule_days;
    case deadlines::Mode::office_hours: return words::rule_office_hours;
    }
    return words::rule_hours;
}

std::string rule_of(const deadlines::Explanation& why, std::string_view name, Language l) {
    const bool has_days = why.mode != deadlines::Mode::calendar_hours;
    std::string out =
        filled(rule_words(why.mode), l, {std::to_string(why.amount), event_words(why.starts_on).in(l)});
    if (why.extension > 0)
        out +=
            " " + filled(words::rule_extended, l, {std::to_string(why.extension), unit_of(why.mode).in(l)});
    if (why.paused.count() > 0)
        out += " " + filled(words::rule_paused, l, {base::spoken_span(why.paused, l)});
    std::string from = why.effective_from;
    if (auto day = base::parse_day(why.effective_from)) from = base::spoken_day(*day, l);
    out += " " + filled(words::rule_version, l, {name, why.version, from, why.source});
    if (has_days && !why.holiday_sources.empty()) {
        std::string sources;
        for (const auto& each : why.holiday_sources)
            sources += (sources.empty() ? "" : "; ") + each;
        out += " " + filled(words::rule_holidays, l, {sources});
    }
    if (why.due.is_provisional)
        out += " " + filled(words::rule_provisional, l, {base::spoken_day(why.calendar_ends_on, l)});
    return out;
}

Markup why_strip(const RunningDeadline& deadline, Language l) {
    if (!deadline.why) return {};
    const auto& why = *deadline.why;
    const std::string& name = l == Language::id ? deadline.name_id : deadline.name_en;
    std::vector<html::StripDay> days;
    if (why.mode == deadlines::Mode::calendar_hours) {
        days = strip_of_hours(why, l);
    } else {
        for (const auto& day : why.days)
            days.push_back(strip_day(day, why, l));
    }
    const std::string due = base::short_day(base::local_day(deadline.row.due_at, why.zone), l);
    return html::more(filled(words::why, l, {name + " " + due}),
                      html::strip(days, filled(words::strip_label, l, {name}), rule_of(why, name, l)));
}

Markup pauses_list(const CaseView& view, Zone zone, Language l) {
    const deadlines::Explanation* longest = nullptr;
    for (const auto& each : view.deadlines)
        if (each.why && (!longest || each.why->pauses.size() > longest->pauses.size())) longest = &*each.why;
    if (!longest || longest->pauses.empty()) return {};
    Markup lines;
    for (const auto& pause : longest->pauses)
        lines += markup<"<li>{}</li>">(
            filled(words::pause_line, l,
                   {base::short_time(pause.from, zone, l), base::short_time(pause.until, zone, l),
                    base::spoken_span(pause.until - pause.from, l)}));
    return markup<
        R"(<div class="gap-top"><h3 class="h-plain small">{}</h3><ul class="small quiet">{}</ul></div>)">(
        words::pauses.in(l), lines);
}

} // namespace

Markup case_clock(const deadlines::Deadline& deadline, base::Time now, Zone zone, Language l) {
    Markup chip = deadlines::clock_chip(deadline, now, zone, l);
    return chip.empty() ? markup<R"(<span class="quiet">{}</span>)">(words::ended.in(l)) : chip;
}

Markup deadlines_card(const CaseView& view, std::string_view csrf, base::Time now, Zone zone, Language l) {
    Markup rows, strips;
    for (const auto& each : view.deadlines) {
        Markup due;
        if (each.row.is_running())
            due = markup<"<small>{}{}</small>">(
                base::spoken_time(each.row.due_at, zone, l),
                each.row.is_provisional ? " (" + spoken(words::provisional, l) + ")" : std::string());
        rows += markup<"<li><span>{}</span>{}{}</li>">(l == Language::id ? each.name_id : each.name_en,
                                                       case_clock(each.row, now, zone, l), due);
        strips += why_strip(each, l) + deadline_forms(each, view.c.code, csrf, zone, l);
    }
    Markup body = view.deadlines.empty() ? markup<R"(<p class="quiet">{}</p>)">(words::no_deadlines.in(l))
                                         : markup<R"(<ul class="clocks">{}</ul>)">(rows);
    return markup<
        R"(<section class="card pad why" id="kenapa" aria-labelledby="h-tenggat"><h2 id="h-tenggat">{}</h2>{}{}{}</section>)">(
        words::deadlines.in(l), body, pauses_list(view, zone, l), strips);
}

} // namespace desk
