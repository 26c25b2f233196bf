#include "outgoing/outgoing_pages.h"

#include "base/spoken_time.h"
#include "html/forms.h"
#include "html/marks.h"
#include "outgoing/builtin_words.h"
#include "outgoing/outgoing_words.h"

#include <fmt/format.h>

namespace outgoing {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

Markup state_chip(State state, base::Language l) {
    const auto word = words::name_of(state).in(l);
    switch (state) {
    case State::unknown: return html::chip(Tone::wait, Icon::help, word);
    case State::failed: return html::chip(Tone::neutral, Icon::refused, word);
    case State::queued: return html::chip(Tone::info, Icon::wait, word);
    case State::sending: return html::chip(Tone::work, Icon::send, word);
    case State::sent: return html::chip(Tone::good, Icon::check2, word);
    case State::cancelled: return html::chip(Tone::line, Icon::cross, word);
    case State::recalled: return html::chip(Tone::line, Icon::undo, word);
    }
    return {};
}

std::string count_words(std::size_t count) {
    return count >= counted_at_most ? std::to_string(counted_at_most) + "+" : std::to_string(count);
}

Markup state_pills(const OutgoingView& view) {
    auto pill = [&](const words::StateWords& each) {
        auto counted = view.counts.find(each.state);
        const Markup count = counted == view.counts.end()
                                 ? Markup{}
                                 : markup<R"( <span class="count">{}</span>)">(count_words(counted->second));
        return markup<R"(<a class="pill" href="{}"{}>{}{}</a>)">(
            html::url<"/meja/keluar?status={}">(base::code_of(each.state)),
            html::attribute_if(each.state == view.state, "aria-current", "page"), each.name.in(view.language),
            count);
    };
    return markup<R"(<nav class="pills" aria-label="{}">{}</nav>)">(words::states_label.in(view.language),
                                                                    html::join(words::states, pill));
}

/// "Server penerima menolak surel ini (kode jawaban 550), percobaan ke-2"
std::string remark(const Outgoing& o, base::Language l) {
    std::string out;
    if (o.problem) {
        out = words::problem_of(*o.problem).in(l);
        if (const auto at = o.problem->find(':'); at != std::string::npos)
            out += " (" + fmt::format(fmt::runtime(words::answer.in(l)), o.problem->substr(at + 1)) + ")";
    }
    if (o.attempts > 1) {
        if (!out.empty()) out += ", ";
        out += fmt::format(fmt::runtime(words::attempts.in(l)), o.attempts);
    }
    return out;
}

Markup button(const OutgoingView& view, const Listed& row, Settlement settlement, base::Text text) {
    const std::string whose = row.code.empty()
                                  ? std::string()
                                  : fmt::format(fmt::runtime(words::about.in(view.language)), row.code);
    return markup<
        R"(<form method="post" action="{}">{}{}<button class="btn" name="hasil" value="{}">{}<span class="vh"> {}</span></button></form>)">(
        html::url<"/meja/keluar/{}/penyelesaian">(row.outgoing.id), html::hidden("_csrf", view.csrf),
        html::hidden("status", base::code_of(view.state)), base::code_of(settlement), text.in(view.language),
        whose);
}

Markup buttons(const OutgoingView& view, const Listed& row) {
    if (!row.may_settle) return {};
    Markup out;
    switch (row.outgoing.state) {
    case State::unknown:
        out += button(view, row, Settlement::arrived, words::arrived);
        if (!row.outgoing.letter.empty())
            out += button(view, row, Settlement::send_again, words::not_arrived);
        break;
    case State::failed:
        if (!row.outgoing.letter.empty()) out += button(view, row, Settlement::send_again, words::send_again);
        out += button(view, row, Settlement::cancel, words::cancel);
        break;
    case State::queued: out += button(view, row, Settlement::cancel, words::cancel); break;
    case State::sending:
    case State::sent:
    case State::cancelled:
    case State::recalled: return {};
    }
    return markup<R"(<div class="row outgoing-do">{}</div>)">(out);
}

Markup row_of(const OutgoingView& view, const Listed& row) {
    const auto l = view.language;
    const Outgoing& o = row.outgoing;
    Markup code = Markup::text(words::sealed_case.in(l));
    if (o.is_own_post())
        code = Markup::text(row.account);
    else if (!row.code.empty())
        code =
            markup<R"(<a class="code" href="{}">{}</a>)">(html::url<"/meja/laporan/{}">(row.code), row.code);
    const std::string said = remark(o, l);
    return markup<
        R"(<li class="outgoing-row" id="kiriman-{}"><div><p class="outgoing-what"><b>{}</b> <span>{}</span> <span class="muted small">{}</span> {}</p><p class="muted"><time datetime="{}">{}</time>{}</p></div>{}</li>)">(
        o.id, code, (o.is_own_post() ? words::own_post : words::builtin(o.key).name).in(l),
        (o.channel == Channel::mail ? words::by_mail : words::by_network).in(l), state_chip(o.state, l),
        base::to_iso(o.changed_at, view.zone), base::short_time(o.changed_at, view.zone, l),
        said.empty() ? Markup{} : markup<R"( · <span>{}</span>)">(said), buttons(view, row));
}

Markup list(const OutgoingView& view) {
    const auto l = view.language;
    if (view.page.rows.empty() && !view.page.next)
        return html::empty_state(
            {.icon = Icon::check2,
             .title =
                 std::string((view.state == State::unknown ? words::nothing_unknown : words::nothing).in(l)),
             .text = Markup::text(words::nothing_text.in(l))});
    Markup out = markup<R"(<ul class="outgoing-list">{}</ul>)">(
        html::join(view.page.rows, [&](const Listed& row) { return row_of(view, row); }));
    if (view.page.next)
        out += html::more_link(
            html::url<"/meja/keluar?status={}&sebelum={}">(base::code_of(view.state), *view.page.next),
            words::more.in(l));
    return out;
}

} // namespace

html::Markup outgoing_page(const OutgoingView& view) {
    const auto l = view.language;
    Markup above;
    if (!view.has_relay)
        above += html::notice(Tone::info, Icon::net_mail, Markup::text(words::no_relay.in(l)));
    if (view.state == State::unknown && !view.page.rows.empty())
        above += html::notice(Tone::wait, Icon::help, Markup::text(words::unknown_help.in(l)));
    return markup<R"(<h1>{}</h1><p class="lede">{}</p>{}{}<h2 class="vh">{}</h2>{})">(
        words::title.in(l), words::lede.in(l), above, state_pills(view), words::list_title.in(l), list(view));
}

} // namespace outgoing
