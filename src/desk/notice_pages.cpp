#include "desk/notice_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "deadlines/chip_pages.h"
#include "deadlines/happening.h"
#include "deadlines/own_profiles.h"
#include "desk/notice_words.h"
#include "html/forms.h"
#include "outgoing/notice_letter.h"

#include <algorithm>

namespace desk {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;
namespace words = notice_words;

std::string name_of(const NoticeRow& row, const agency::Directory& directory, base::Language l) {
    return row.clock ? deadlines::spoken_name(*row.clock, deadlines::profiles_of(directory), l)
                     : row.notice.deadline;
}

bool is_of_handover(const NoticeRow& row) {
    return row.notice.subject_kind == staff::handover_subject;
}

std::string said_of(const NoticeRow& row, base::Time due, const NoticesPage& page) {
    const auto l = page.language;
    if (is_of_handover(row)) return outgoing::said_of_handover(row.notice.deadline, l);
    return base::filled(words::step, l,
                        {name_of(row, page.directory, l),
                         base::spoken_time(due, page.directory.agency().zone, l),
                         outgoing::said_of(outgoing::percent_now(row.notice.at_percent, due, page.now), l)});
}

Markup row_of(const NoticeRow& row, const NoticesPage& page) {
    const auto l = page.language;
    const auto zone = page.directory.agency().zone;
    const base::Time due = row.clock ? row.clock->due_at : row.notice.due_at;
    Markup marks = cases::state_chip(row.c.state, l);
    if (is_of_handover(row))
        marks += markup<R"(<a class="small" href="{}">{}</a>)">(
            html::url<"/meja/serah-terima?status={}">(row.notice.deadline), words::to_handovers.in(l));
    if (row.clock) marks += deadlines::clock_chip(*row.clock, page.now, zone, l);
    if (!row.notice.seen_at) marks = html::chip(Tone::info, Icon::bell, words::fresh.in(l)) + marks;
    return markup<
        R"(<li><p class="notice-head"><a href="{}"><span class="code small">{}</span> {}</a></p><p class="small">{}</p><p class="row">{}<span class="tiny muted row-end">{}</span></p></li>)">(
        html::url<"/meja/laporan/{}">(row.c.code), row.c.code, row.c.title, said_of(row, due, page), marks,
        base::short_time(row.notice.at, zone, l));
}

Markup list(const NoticesPage& page) {
    const auto l = page.language;
    const auto& rows = page.notices.rows;
    if (rows.empty())
        return html::empty_state({.icon = Icon::bell,
                                  .title = std::string(words::none_title.in(l)),
                                  .text = Markup::text(words::none_text.in(l))});
    Markup button;
    const bool has_fresh =
        std::ranges::any_of(rows, [](const NoticeRow& row) { return !row.notice.seen_at.has_value(); });
    if (has_fresh)
        button = markup<
            R"(<form class="gap-top" method="post" action="/meja/pengingat/dibaca">{}{}<p><button class="btn">{}{}</button></p></form>)">(
            html::hidden("_csrf", page.csrf),
            html::hidden("sampai", std::to_string(base::to_ms(rows.front().notice.at))),
            html::icon(Icon::check2), words::mark_seen.in(l));
    return markup<R"({}<section class="section card" aria-label="{}"><ul class="notices">{}</ul></section>)">(
        button, words::list.in(l), html::join(rows, [&](const NoticeRow& row) { return row_of(row, page); }));
}

Markup mine(const NoticesPage& page) {
    const auto l = page.language;
    const auto problem = [&](bool is_wrong, base::Text text) {
        return is_wrong ? std::string(text.in(l)) : std::string();
    };
    const std::vector<html::Option> languages{{"id", std::string(words::mail_indonesian.in(l))},
                                              {"en", std::string(words::mail_english.in(l))}};
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-saya"><h2 id="h-saya">{}</h2><form method="post" action="/meja/pengingat/saya">{}{}{}{}<p class="gap-top"><button class="btn btn-main">{}</button></p></form></section>)">(
        words::mine.in(l), html::hidden("_csrf", page.csrf),
        html::input({.id = "surel",
                     .label = std::string(words::email.in(l)),
                     .hint = std::string(words::email_hint.in(l)),
                     .value = page.email,
                     .problem = problem(page.is_email_wrong, words::email_wrong),
                     .need = html::Need::optional,
                     .more = html::attribute("type", "email") + html::attribute("maxlength", "254") +
                             html::attribute("autocomplete", "email")},
                    l),
        html::select({.id = "bahasa-surel",
                      .label = std::string(words::mail_language.in(l)),
                      .value = page.mail_language == base::Language::en ? "en" : "id",
                      .name = "bahasa_surel"},
                     languages, l),
        html::input({.id = "berhalangan",
                     .label = std::string(words::away.in(l)),
                     .hint = std::string(words::away_hint.in(l)),
                     .value = page.away,
                     .problem = problem(page.is_away_wrong, words::away_wrong),
                     .need = html::Need::optional,
                     .more = html::attribute("type", "date")},
                    l),
        words::save.in(l));
}

} // namespace

Markup notices_page(const NoticesPage& page) {
    const auto l = page.language;
    Markup above;
    if (page.is_saved)
        above = markup<R"(<div role="status">{}</div>)">(
            html::notice(Tone::good, Icon::check, Markup::text(words::saved.in(l))));
    return markup<R"(<h1>{}</h1><p class="lede">{}</p>{}{}{})">(words::title.in(l), words::lede.in(l), above,
                                                                list(page), mine(page));
}

Markup unseen_count(std::int64_t count, base::Language language) {
    if (count <= 0) return {};
    const std::string number = count > 99 ? "99+" : std::to_string(count);
    return markup<
        R"(<span class="count count-bad"><span aria-hidden="true">{}</span><span class="vh">{}</span></span>)">(
        number, base::filled(words::unseen, language, std::to_string(count)));
}

} // namespace desk
