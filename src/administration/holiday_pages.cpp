#include "administration/holiday_pages.h"

#include "administration/calendar_words.h"
#include "administration/frame_words.h"
#include "administration/office_pages.h"
#include "administration/readiness.h"
#include "base/filled.h"
#include "base/spoken_time.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

int year_of(base::Day day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

struct Row {
    base::Day day;
    std::string name;
    std::string source;
    base::Text kind;
    bool is_own = false;
};

base::Text kind_of(const Frame& frame, const agency::OwnDay& own) {
    if (!own.is_closed) return words::own_open;
    switch (own.kind) {
    case agency::DayKind::own: return words::own_closed;
    case agency::DayKind::national: return words::national;
    case agency::DayKind::collective_leave:
        return frame.directory.agency().leave_is_off ? words::leave : words::leave_worked;
    }
    return words::own_closed;
}

std::vector<Row> rows_of(const Frame& frame, int year) {
    std::vector<Row> out;
    for (const auto& holiday : deadlines::shipped_holidays()) {
        if (year_of(holiday.day) != year) continue;
        const bool is_leave = holiday.kind == deadlines::HolidayKind::collective_leave;
        const base::Text kind = !is_leave                               ? words::national
                                : frame.directory.agency().leave_is_off ? words::leave
                                                                        : words::leave_worked;
        out.push_back({holiday.day, holiday.name, holiday.source, kind});
    }
    for (const auto& own : frame.directory.days()) {
        if (year_of(own.day) != year) continue;
        const std::string hours = own.hours.empty() ? "" : " (" + agency::to_text(own.hours) + ")";
        out.push_back({own.day, own.name + hours,
                       own.source.empty() ? frame.directory.agency().organiser : own.source,
                       kind_of(frame, own), true});
    }
    std::ranges::sort(out, {}, &Row::day);
    return out;
}

Markup list(const Frame& frame, int year) {
    auto l = frame.language;
    const auto rows = rows_of(frame, year);
    if (rows.empty()) return markup<"<p>{}</p>">(words::no_days.in(l));
    const std::vector<std::string> heads{
        std::string(words::day.in(l)), std::string(words::day_name.in(l)), std::string(words::day_kind.in(l)),
        std::string(words::day_source.in(l)), std::string(words::actions.in(l))};
    auto row = [&](const Row& each) {
        Markup remove;
        if (each.is_own)
            remove = post_button(frame, html::url<"/meja/atur/libur/{}/hapus">(base::to_iso(each.day)),
                                 words::remove_day.in(l), html::Icon::cross, each.name);
        return markup<
            R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td class="small">{}</td><td>{}</td></tr>)">(
            base::spoken_day(each.day, l), each.name, each.kind.in(l), each.source, remove);
    };
    return table(heads, html::join(rows, row), base::filled(words::year_of, l, std::to_string(year)));
}

Markup years(const Frame& frame, const deadlines::Calendar& calendar, int year) {
    auto l = frame.language;
    Markup out;
    const int last = std::max(year_of(calendar.ends_on()) + 1, year);
    for (int each = std::min(2024, year); each <= last; ++each)
        out += markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
            html::url<"/meja/atur/libur?tahun={}">(each),
            html::attribute_if(each == year, "aria-current", "true"), each);
    return markup<R"(<nav class="pills" aria-label="{}">{}</nav>)">(words::years.in(l), out);
}

Markup add_form(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    auto day = field(frame, filled, "day", words::day_date);
    day.more = html::attribute("type", "date");
    auto name = field(frame, filled, "name", words::day_name, {}, words::day_hint);
    name.more = html::attribute("maxlength", "120");
    auto hours = field(frame, filled, "hours", words::day_hours, {}, words::day_hours_hint);
    hours.need = html::Need::optional;
    hours.more = html::attribute("maxlength", "80") + html::attribute("autocomplete", "off");
    const std::vector<html::Choice> states{
        {"tutup", std::string(words::we_close.in(l)), std::string(words::we_close_note.in(l))},
        {"buka", std::string(words::we_open.in(l)), std::string(words::we_open_note.in(l))}};
    return markup<R"(<section class="section card pad"><h2>{}</h2>{}</section>)">(
        words::add_day.in(l),
        post_form(
            frame, html::url<"/meja/atur/libur">(),
            html::input(day, l) + html::input(name, l) +
                html::choices(field(frame, filled, "state", words::closed_or_open, "tutup"), states, l) +
                html::input(hours, l) + save_button(frame, words::add_day.in(l))));
}

Markup leave_form(const Frame& frame) {
    auto l = frame.language;
    return markup<R"(<section class="section card pad"><h2>{}</h2>{}</section>)">(
        words::leave_title.in(l),
        post_form(
            frame, html::url<"/meja/atur/libur/cuti-bersama">(),
            html::tick("libur",
                       {"ya", std::string(words::leave_tick.in(l)), std::string(words::leave_note.in(l))},
                       frame.directory.agency().leave_is_off ? html::Ticked::yes : html::Ticked::no) +
                save_button(frame, words::save.in(l))));
}

Markup csv_form(const Frame& frame) {
    auto l = frame.language;
    return markup<
        R"(<section class="section card pad"><h2>{}</h2><p class="hint">{}</p><form method="post" action="/meja/atur/libur/csv" enctype="multipart/form-data">{}<div class="field"><label class="label" for="berkas">{}</label><input class="input" type="file" id="berkas" name="berkas" accept=".csv,text/csv" required></div>{}</form></section>)">(
        words::csv_days.in(l), words::csv_days_note.in(l), html::hidden("_csrf", frame.csrf),
        words::csv_days.in(l), save_button(frame, words::csv_days_button.in(l)));
}

/// Whole years come as a calendar, when their decree is out.
Markup calendar_form(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    const std::vector<html::Option> kinds{{"libur_nasional", std::string(words::national.in(l))},
                                          {"cuti_bersama", std::string(words::leave.in(l))},
                                          {"libur_sendiri", std::string(words::own_closed.in(l))}};
    auto source = field(frame, filled, "source", words::decree, {}, words::decree_hint);
    source.more = html::attribute("maxlength", "200");
    return markup<
        R"(<section class="section card pad"><h2>{}</h2><p class="hint">{}</p><form method="post" action="/meja/atur/libur/kalender" enctype="multipart/form-data">{}<div class="field"><label class="label" for="kalender">{}</label><input class="input" type="file" id="kalender" name="kalender" accept=".ics,text/calendar" required></div>{}{}{}</form><p><a href="/meja/atur/libur.ics">{}</a></p></section>)">(
        words::calendar_title.in(l), words::calendar_note.in(l), html::hidden("_csrf", frame.csrf),
        words::calendar_file.in(l),
        html::select(field(frame, filled, "kind", words::calendar_kind, "libur_nasional"), kinds, l),
        html::input(source, l), save_button(frame, words::calendar_button.in(l)), words::calendar_out.in(l));
}

/// Long before it ends: what is due later is provisional.
Markup reach(const Frame& frame, const deadlines::Calendar& calendar, base::Day today) {
    auto l = frame.language;
    const bool is_near = calendar.ends_on() - today < days_before_calendar_ends;
    return html::notice(is_near ? html::Tone::wait : html::Tone::info,
                        is_near ? html::Icon::alert : html::Icon::calendar,
                        markup<R"(<span>{} <a href="/meja/tenggat-sementara">{}</a></span>)">(
                            base::filled(is_near ? words::ends_soon : words::known_until, l,
                                         base::spoken_day(calendar.ends_on(), l)),
                            words::to_provisional.in(l)));
}

} // namespace

Markup holidays_page(const Frame& frame, const deadlines::Calendar& calendar, base::Day today, int year,
                     const Filled& filled) {
    auto l = frame.language;
    return settings_page(
        frame, Section::holidays, words::holidays_title.in(l),
        markup<
            R"(<p class="lede">{}</p>{}{}<section class="section"><h2>{}</h2>{}</section><div class="settings-two">{}<div>{}{}{}</div></div>)">(
            words::holidays_lede.in(l), reach(frame, calendar, today), years(frame, calendar, year),
            base::filled(words::year_of, l, std::to_string(year)), list(frame, year), add_form(frame, filled),
            leave_form(frame), calendar_form(frame, filled), csv_form(frame)),
        filled.problem);
}

} // namespace administration
