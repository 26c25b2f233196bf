#include "field/task_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "deadlines/chip_pages.h"
#include "field/field_words.h"
#include "field/live_words.h"
#include "field/spoken.h"
#include "html/forms.h"
#include "places/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>

namespace field {
namespace {

using base::Language;
using html::Icon;
using html::Markup;
using html::markup;

/// The report's photo as a guide; decoration where the title says the same.
Markup guide(const Task& task, Language l) {
    if (!task.picture) return {};
    return markup<R"(<img src="{}" width="224" height="168" loading="lazy" alt="{}">)">(
        html::url<"/lapangan/{}/foto/{}?ukuran=kecil">(task.c.code, *task.picture),
        filled(words::reporter_photo, l, {task.c.title}));
}

Markup about(const Task& task, Language l) {
    std::string text = place_of(task);
    auto add = [&](std::string_view more) {
        if (!more.empty()) text += (text.empty() ? "" : ", ") + std::string(more);
    };
    if (task.km) add(spoken_distance(*task.km, l));
    if (!task.picture) add(words::no_photo.in(l));
    if (task.c.person) add(words::mine.in(l));
    return markup<R"(<p class="muted small">{}</p><p class="muted small"><span class="code">{}</span></p>)">(
        text, task.c.code);
}

Markup standing(const Task& task, const ListView& view) {
    auto l = view.console.language;
    Markup chip;
    if (task.c.planned_day && task.c.state == cases::State::scheduled)
        if (auto day = base::parse_day(*task.c.planned_day))
            chip = html::chip(html::Tone::work, Icon::calendar,
                              filled(words::planned_on, l, {base::short_day(*day, l)}));
    return markup<R"(<p class="row small">{}{}</p>)">(
        clock_of(task, view.now, view.console.directory.agency().zone, l), chip);
}

Markup next_action(const Task& task, const ListView& view) {
    auto l = view.console.language;
    switch (next_step(task)) {
    case NextStep::start: return start_form(task, view.console.csrf, l);
    case NextStep::result: {
        const bool is_photo = demanded(task.c, view.console.directory) == proof::ProofKind::photo;
        return html::button_link(html::Weight::main, html::url<"/lapangan/{}#hasil">(task.c.code),
                                 (is_photo ? words::result_photo : words::result_other).in(l),
                                 is_photo ? Icon::camera : Icon::done);
    }
    case NextStep::look:
        return html::button_link(html::Weight::plain, html::url<"/lapangan/{}">(task.c.code),
                                 words::open_task.in(l), Icon::next);
    }
    return {};
}

Markup more_links(const Task& task, Language l) {
    auto link = [&](cases::CommandName command, Icon icon, base::Text what, const html::Url& url) {
        return html::when(task.can(command), markup<R"(<a class="btn btn-wide" href="{}">{}{}</a>)">(
                                                 url, html::icon(icon), what.in(l)));
    };
    using enum cases::CommandName;
    return html::more(words::more.in(l),
                      markup<R"(<div class="stack-s">{}{}{}</div>)">(
                          link(note, Icon::note, words::note_heading,
                               html::url<"/lapangan/{}?buka=catatan#catatan">(task.c.code)),
                          link(ask, Icon::chat, words::ask_heading,
                               html::url<"/lapangan/{}?buka=pertanyaan#pertanyaan">(task.c.code)),
                          link(note, Icon::refused, words::back_heading,
                               html::url<"/lapangan/{}?buka=pengembalian#pengembalian">(task.c.code))));
}

Markup card(const Task& task, const ListView& view, bool is_first) {
    auto l = view.console.language;
    Markup again;
    if (task.c.contests > 0 && is_first)
        again = markup<R"(<p class="quiet small">{}</p>)">(words::reopened.in(l));
    return markup<
        R"(<article class="{}" aria-labelledby="t-{}"><div class="task-top">{}<div class="grow"><h3 id="t-{}"><a href="{}">{}</a></h3>{}{}</div></div>{}<div class="task-do">{}{}</div>{}</article>)">(
        is_first ? "card task task-now gap-s" : "card task", task.c.code, guide(task, l), task.c.code,
        html::url<"/lapangan/{}">(task.c.code), task.c.title, about(task, l), standing(task, view), again,
        directions(task, l), next_action(task, view), is_first ? more_links(task, l) : Markup{});
}

Markup orders(const ListView& view) {
    auto l = view.console.language;
    const bool is_near = view.order == Order::distance;
    return markup<
        R"(<div class="orders" role="group" aria-label="{}" data-says><a class="pill" href="/lapangan"{}>{}{}</a><form action="/lapangan" method="get" hidden data-nearest data-busy="{}" data-failed="{}"><input type="hidden" name="lat" value=""><input type="hidden" name="lon" value=""><button class="pill"{}>{}{}</button></form><p class="status" role="status"></p></div>)">(
        words::order.in(l), html::attribute_if(!is_near, "aria-current", "true"), html::icon(Icon::clock),
        words::order_due.in(l), words::position_busy.in(l), words::position_failed.in(l),
        html::attribute_if(is_near, "aria-pressed", "true"), html::icon(Icon::target),
        words::order_near.in(l));
}

Markup done_list(const ListView& view) {
    if (view.done_today.empty()) return {};
    auto l = view.console.language;
    return markup<
        R"(<section class="card done-today" aria-labelledby="h-selesai"><h2 class="pad-head" id="h-selesai">{}</h2><ul class="rows">{}</ul></section>)">(
        filled(words::done_today, l, {std::to_string(view.done_today.size())}),
        html::join(view.done_today, [&](const Task& task) {
            return markup<R"(<li><a href="{}">{}</a>{}</li>)">(
                html::url<"/lapangan/{}">(task.c.code), task.c.title, cases::state_chip(task.c.state, l));
        }));
}

Markup tasks(const ListView& view) {
    auto l = view.console.language;
    if (view.open.empty())
        return html::empty_state({.icon = Icon::check2,
                                  .title = std::string(words::nothing_title.in(l)),
                                  .text = Markup::text(words::nothing_text.in(l)),
                                  .action = html::button_link(html::Weight::plain, html::url<"/lapangan">(),
                                                              words::reload.in(l), Icon::reload)});
    Markup out;
    for (std::size_t i = 0; i < view.open.size(); ++i)
        out += card(view.open[i], view, i == 0);
    if (view.all > view.open.size())
        out += markup<R"(<p class="muted small gap-s">{}</p>)">(
            filled(words::shown_of, l, {std::to_string(view.open.size())}));
    return out;
}

std::string degrees(double value) {
    return fmt::format("{:.6f}", value);
}

} // namespace

Markup clock_of(const Task& task, base::Time now, base::Zone zone, Language l) {
    if (!task.clock) return {};
    // Planning met the clock; the planned day stands beside it.
    if (task.c.state == cases::State::scheduled && !task.clock->is_running()) return {};
    return deadlines::clock_chip(*task.clock, now, zone, l);
}

std::string place_of(const Task& task) {
    const auto& place = task.c.place_name;
    const bool is_in_title = place && task.c.area && task.c.title.find(*place) != std::string::npos;
    if (task.may_see_words && place && !is_in_title) return *place;
    return task.c.area ? places::gazetteer().full_name(*task.c.area) : std::string{};
}

Markup directions(const Task& task, Language l) {
    if (!task.c.lat || !task.c.lon) return {};
    // The label after the point names the pin in map applications (RFC 5870 with Android's q).
    const auto lat = degrees(*task.c.lat), lon = degrees(*task.c.lon);
    return html::button_link(html::Weight::plain, html::url<"geo:{},{}?q={},{}">(lat, lon, lat, lon),
                             words::directions.in(l), Icon::map);
}

Markup start_form(const Task& task, std::string_view csrf, Language l) {
    return markup<
        R"(<form action="{}" method="post">{}{}<button class="btn btn-main btn-wide">{}{}</button></form>)">(
        html::url<"/lapangan/{}/mulai">(task.c.code), html::hidden("_csrf", csrf),
        html::hidden("version", std::to_string(task.c.version)), html::icon(Icon::work), words::start.in(l));
}

Markup list_page(const ListView& view) {
    auto l = view.console.language;
    Markup said;
    if (!view.said.empty())
        said = markup<R"(<div role="status">{}</div>)">(
            html::notice(html::Tone::good, Icon::check, Markup::text(view.said)));
    auto body = markup<
        R"(<main class="field-list" id="isi"><h1 class="vh">{}</h1>{}<div class="row">{}{}</div><div class="row gap-top"><h2>{}</h2>{}</div><div class="tasks">{}</div>{}</main>)">(
        words::title.in(l), said,
        html::button_link(html::Weight::plain, html::url<"/lapangan/langsung">(), live_words::open.in(l),
                          Icon::camera),
        html::button_link(html::Weight::bare, html::url<"/dinding">(), live_words::see_wall.in(l)),
        filled(words::my_tasks, l, {std::to_string(view.all)}), orders(view), tasks(view), done_list(view));
    return staff::console_page(view.console, body);
}

} // namespace field
