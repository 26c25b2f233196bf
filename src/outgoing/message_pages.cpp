#include "outgoing/message_pages.h"

#include "base/spoken_time.h"
#include "html/marks.h"
#include "outgoing/builtin_words.h"
#include "outgoing/outgoing_words.h"

#include <ranges>

namespace outgoing {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

/// What became of the mail beside the page.
Markup mail_mark(const Outgoing& o, const MessagesView& view) {
    const auto l = view.language;
    auto quiet = [&](Icon icon, base::Text words) {
        return markup<R"({}<span>{}</span>)">(html::icon(icon), words.in(l));
    };
    if (o.channel == Channel::page) return quiet(Icon::eye, words::on_page);
    switch (o.state) {
    case State::sent: return quiet(Icon::check2, words::mailed);
    case State::queued:
    case State::sending: return quiet(Icon::wait, words::mail_waits);
    case State::failed:
    case State::cancelled:
        return view.reader == Reader::staff
                   ? html::chip(Tone::neutral, Icon::refused, words::mail_failed.in(l))
                   : quiet(Icon::eye, words::on_page);
    case State::unknown: return html::chip(Tone::wait, Icon::help, words::mail_unknown.in(l));
    }
    return {};
}

Markup settle_link(const Outgoing& o, const MessagesView& view) {
    const bool is_stuck = o.state == State::unknown || o.state == State::failed;
    if (view.reader != Reader::staff || o.channel != Channel::mail || !is_stuck) return {};
    return markup<R"(<a href="{}">{}</a>)">(html::url<"/meja/keluar?status={}">(base::code_of(o.state)),
                                            words::settle_link.in(view.language));
}

Markup bubble(const Outgoing& o, const MessagesView& view) {
    const auto l = view.language;
    const bool is_unknown = o.channel == Channel::mail && o.state == State::unknown;
    return markup<
        R"(<li><article class="bubble {}{}"><div class="bubble-head"><b>{}</b><span>{}</span><time datetime="{}">{}</time></div>{}<div class="bubble-foot">{}{}</div></article></li>)">(
        view.reader == Reader::staff ? "bubble-out" : "bubble-in", is_unknown ? " bubble-unknown" : "",
        view.agency, words::builtin(o.key).name.in(l), base::to_iso(o.created_at, view.zone),
        base::short_time(o.created_at, view.zone, l),
        o.body.empty() ? markup<R"(<p class="muted">{}</p>)">(words::erased.in(l)) : html::paragraphs(o.body),
        mail_mark(o, view), settle_link(o, view));
}

} // namespace

html::Markup messages(const MessagesView& view) {
    if (view.all.empty()) return {};
    return markup<R"(<ul class="messages">{}</ul>)">(
        html::join(view.all | std::views::reverse, [&](const Outgoing& o) { return bubble(o, view); }));
}

} // namespace outgoing
