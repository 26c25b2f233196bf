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

/// How the copy beside the page is called, by what became of it.
struct CopyWords {
    base::Text sent, waits, failed, unknown;
};
constexpr CopyWords mail_words{words::mailed, words::mail_waits, words::mail_failed, words::mail_unknown};
constexpr CopyWords post_words{words::posted, words::post_waits, words::post_failed, words::post_unknown};

/// What became of the mail, or of the answer on the network, beside the page.
Markup copy_mark(const Outgoing& o, const MessagesView& view) {
    const auto l = view.language;
    auto quiet = [&](Icon icon, base::Text words) {
        return markup<R"({}<span>{}</span>)">(html::icon(icon), words.in(l));
    };
    if (o.channel == Channel::page) return quiet(Icon::eye, words::on_page);
    const CopyWords& copy = o.channel == Channel::mail ? mail_words : post_words;
    switch (o.state) {
    case State::sent: return quiet(Icon::check2, copy.sent);
    case State::queued:
    case State::sending: return quiet(Icon::wait, copy.waits);
    case State::failed:
    case State::cancelled:
    case State::recalled:
        return view.reader == Reader::staff ? html::chip(Tone::neutral, Icon::refused, copy.failed.in(l))
                                            : quiet(Icon::eye, words::on_page);
    case State::unknown: return html::chip(Tone::wait, Icon::help, copy.unknown.in(l));
    }
    return {};
}

/// To where the answer stands; nothing while it does not, or where its address cannot be opened.
Markup post_link(const Outgoing& o, const MessagesView& view) {
    const auto found = view.addresses.find(o.id);
    if (found == view.addresses.end()) return {};
    const auto url = html::Url::from(found->second);
    if (!url || !(url->str().starts_with("https://") || url->str().starts_with("http://"))) return {};
    return markup<R"(<a href="{}" rel="noopener nofollow">{}</a>)">(*url, words::see_post.in(view.language));
}

/// Why it is not out, for staff.
Markup why(const Outgoing& o, const MessagesView& view) {
    if (view.reader != Reader::staff || o.channel == Channel::page || !o.problem || o.state == State::sent)
        return {};
    return markup<R"(<span>{}</span>)">(words::problem_of(*o.problem).in(view.language));
}

Markup settle_link(const Outgoing& o, const MessagesView& view) {
    const bool is_stuck = o.state == State::unknown || o.state == State::failed;
    if (view.reader != Reader::staff || o.channel == Channel::page || !is_stuck) return {};
    return markup<R"(<a href="{}">{}</a>)">(html::url<"/meja/keluar?status={}">(base::code_of(o.state)),
                                            words::settle_link.in(view.language));
}

Markup bubble(const Outgoing& o, const MessagesView& view) {
    const auto l = view.language;
    const bool is_unknown = o.channel != Channel::page && o.state == State::unknown;
    return markup<
        R"(<li><article class="bubble {}{}"><div class="bubble-head"><b>{}</b><span>{}</span><time datetime="{}">{}</time></div>{}<div class="bubble-foot">{}{}{}{}</div></article></li>)">(
        view.reader == Reader::staff ? "bubble-out" : "bubble-in", is_unknown ? " bubble-unknown" : "",
        view.agency, words::builtin(o.key).name.in(l), base::to_iso(o.created_at, view.zone),
        base::short_time(o.created_at, view.zone, l),
        o.body.empty() ? markup<R"(<p class="muted">{}</p>)">(words::erased.in(l)) : html::paragraphs(o.body),
        copy_mark(o, view), post_link(o, view), why(o, view), settle_link(o, view));
}

} // namespace

html::Markup messages(const MessagesView& view) {
    if (view.all.empty()) return {};
    return markup<R"(<ul class="messages">{}</ul>)">(
        html::join(view.all | std::views::reverse, [&](const Outgoing& o) { return bubble(o, view); }));
}

} // namespace outgoing
