#include "referral/delivery_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "html/forms.h"
#include "html/marks.h"
#include "referral/delivery_words.h"

namespace referral {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

constexpr std::array shown{State::unknown, State::failed,  State::returned, State::finished,
                           State::queued,  State::tokened, State::followed};

Markup state_chip(State state, base::Language l) {
    const auto word = words::name_of(state).in(l);
    switch (state) {
    case State::unknown: return html::chip(Tone::wait, Icon::help, word);
    case State::failed: return html::chip(Tone::neutral, Icon::refused, word);
    case State::queued: return html::chip(Tone::info, Icon::wait, word);
    case State::sending: return html::chip(Tone::work, Icon::send, word);
    case State::sent:
    case State::tokened: return html::chip(Tone::out, Icon::send, word);
    case State::followed: return html::chip(Tone::out, Icon::seen, word);
    case State::finished: return html::chip(Tone::good, Icon::done, word);
    case State::returned: return html::chip(Tone::wait, Icon::undo, word);
    case State::answered: return html::chip(Tone::good, Icon::check2, word);
    case State::cancelled: return html::chip(Tone::line, Icon::cross, word);
    }
    return {};
}

std::string remark(const Delivery& d, base::Language l) {
    std::string out;
    if (d.problem) {
        out = words::problem_of(*d.problem).in(l);
        if (const auto at = d.problem->find(':'); at != std::string::npos)
            out += " (" + base::filled(words::answer, l, d.problem->substr(at + 1)) + ")";
    }
    if (d.attempts > 1 && d.state != State::followed && d.state != State::finished) {
        if (!out.empty()) out += ", ";
        out += base::filled(words::attempts, l, std::to_string(d.attempts));
    }
    return out;
}

/// What the other agency's server tells of it.
std::string there(const Delivery& d, base::Zone zone, base::Language l) {
    std::vector<std::string> out;
    if (d.receipt) out.push_back(base::filled(words::number, l, *d.receipt));
    if (d.there) {
        out.emplace_back((*d.there == There::closed ? words::there_closed : words::there_open).in(l));
        if (d.there_at)
            out.back() += " " + base::filled(words::there_since, l, base::short_time(*d.there_at, zone, l));
    }
    if (d.asked_at) out.push_back(base::filled(words::asked_last, l, base::short_time(*d.asked_at, zone, l)));
    return base::join(out, ", ");
}

Markup there_lines(const Delivery& d, base::Zone zone, base::Language l) {
    Markup out;
    if (const auto line = there(d, zone, l); !line.empty()) out += markup<R"(<p class="small">{}</p>)">(line);
    if (d.there_note) out += markup<R"(<blockquote class="small">{}</blockquote>)">(*d.there_note);
    return out;
}

base::Text way_word(agency::OutsideWay way) {
    return way == agency::OutsideWay::mail ? words::by_mail : words::by_open311;
}

Markup button(const DeliveriesView& view, const Progress& row, std::string_view as, base::Text text) {
    return markup<
        R"(<form method="post" action="{}">{}{}<button class="btn" name="hasil" value="{}">{}<span class="vh"> {}</span></button></form>)">(
        html::url<"/meja/serah-terima/{}">(row.delivery.id), html::hidden("_csrf", view.csrf),
        html::hidden("status", base::code_of(view.state)), as, text.in(view.language),
        base::filled(words::about, view.language, row.code));
}

Markup row_of(const DeliveriesView& view, const Progress& row) {
    const auto l = view.language;
    const auto& d = row.delivery;
    const std::string said = remark(d, l);
    Markup buttons;
    if (waits_for_person(d.state)) {
        if (d.state == State::unknown) buttons += button(view, row, "sampai", words::arrived);
        buttons += d.state == State::finished ? button(view, row, "dicatat", words::noted)
                                              : button(view, row, "kirim-lagi", words::send_again);
        buttons = markup<R"(<div class="row outgoing-do">{}</div>)">(buttons);
    }
    return markup<
        R"(<li class="outgoing-row"><div><p class="outgoing-what"><b><a class="code" href="{}">{}</a></b> <span>{}</span> <span class="muted small">{}</span> {}</p><p class="muted"><time datetime="{}">{}</time>{}</p>{}</div>{}</li>)">(
        html::url<"/meja/laporan/{}">(row.code), row.code, row.outside, way_word(d.way).in(l),
        state_chip(d.state, l), base::to_iso(d.changed_at, view.zone),
        base::short_time(d.changed_at, view.zone, l),
        said.empty() ? Markup{} : markup<R"( · <span>{}</span>)">(said), there_lines(d, view.zone, l),
        buttons);
}

} // namespace

Markup deliveries_page(const DeliveriesView& view) {
    const auto l = view.language;
    Markup pills;
    for (const State state : shown)
        pills += markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
            html::url<"/meja/serah-terima?status={}">(base::code_of(state)),
            html::attribute_if(state == view.state, "aria-current", "page"), words::name_of(state).in(l));
    Markup above;
    if (view.state == State::unknown && !view.rows.empty())
        above = html::notice(Tone::wait, Icon::help, Markup::text(words::unknown_help.in(l)));
    if (view.state == State::finished && !view.rows.empty())
        above = html::notice(Tone::info, Icon::seen, Markup::text(words::finished_help.in(l)));
    const Markup list = view.rows.empty()
                            ? html::empty_state({.icon = Icon::check2,
                                                 .title = std::string(words::nothing.in(l)),
                                                 .text = Markup::text(words::nothing_text.in(l))})
                            : markup<R"(<ul class="outgoing-list">{}</ul>)">(html::join(
                                  view.rows, [&](const Progress& row) { return row_of(view, row); }));
    return markup<
        R"(<h1>{}</h1><p class="lede">{}</p>{}<nav class="pills" aria-label="{}">{}</nav><h2 class="vh">{}</h2>{})">(
        words::title.in(l), words::lede.in(l), above, words::states_label.in(l), pills,
        words::list_title.in(l), list);
}

Markup delivery_card(const Progress& progress, base::Zone zone, base::Language l) {
    const auto& d = progress.delivery;
    const std::string said = remark(d, l);
    return markup<
        R"(<section class="card pad stack-s" aria-labelledby="h-serah"><h2 id="h-serah">{}</h2><p>{} <span class="muted small">{}</span></p><p>{}</p><p class="muted small"><time datetime="{}">{}</time>{}</p>{}{}</section>)">(
        words::card_title.in(l), progress.outside, way_word(d.way).in(l), state_chip(d.state, l),
        base::to_iso(d.changed_at, zone), base::short_time(d.changed_at, zone, l),
        said.empty() ? Markup{} : markup<R"( · {})">(said), there_lines(d, zone, l),
        html::when(
            waits_for_person(d.state),
            markup<R"(<p><a href="{}">{}</a></p>)">(
                html::url<"/meja/serah-terima?status={}">(base::code_of(d.state)), words::card_link.in(l))));
}

} // namespace referral
