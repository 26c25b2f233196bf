#include "desk/listening_pages.h"

#include "base/spoken_time.h"
#include "base/text.h"
#include "desk/listening_words.h"
#include "html/marks.h"

namespace desk {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;
namespace words = listening_words;

/// The first line is what it is called; the rest is read when somebody opens it.
std::pair<std::string, std::string> parts_of(const std::string& text) {
    const auto end = text.find('\n');
    std::string first = text.substr(0, end);
    std::string rest = end == std::string::npos ? std::string() : std::string(base::trim(text.substr(end)));
    if (first.size() > 200 && rest.empty()) {
        rest = first;
        first = std::string(base::first(first, 120)) + "…";
    }
    return {std::move(first), std::move(rest)};
}

Markup heading(const items::Listened& row, const std::string& title) {
    if (row.url)
        if (auto url = html::Url::from(*row.url))
            return markup<R"(<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>)">(*url, title);
    return Markup::text(title);
}

Markup paragraphs(const std::string& text) {
    Markup out;
    for (const auto line : base::split(text, '\n'))
        if (!base::trim(line).empty()) out += markup<R"(<p>{}</p>)">(line);
    return out;
}

Markup row_of(const items::Listened& row, const ListeningPage& page) {
    const auto l = page.language;
    const auto zone = page.directory.agency().zone;
    const auto* account = page.directory.account(row.account);
    auto [title, rest] = parts_of(row.masked);
    if (title.empty()) title = words::untitled.in(l);
    return markup<
        R"(<li><h2 class="notice-head wrap">{}</h2><p class="row"><span class="small muted wrap">{} · <time datetime="{}">{}</time></span>{}</p>{}</li>)">(
        heading(row, title), account ? account->name : std::string(), base::to_iso(row.created_at, zone),
        base::short_time(row.created_at, zone, l),
        html::when(row.version > 1, html::chip(Tone::neutral, Icon::pen, words::edited.in(l))),
        rest.empty() ? Markup{}
                     : html::more(words::whole.in(l),
                                  markup<R"(<div class="stack-s wrap">{}</div>)">(paragraphs(rest))));
}

Markup choice(const ListeningPage& page) {
    if (page.feeds.size() < 2) return {};
    const auto l = page.language;
    Markup out = markup<R"(<a class="pill" href="/meja/simakan"{}>{}</a>)">(
        html::attribute_if(!page.account, "aria-current", "page"), words::all.in(l));
    for (const auto* feed : page.feeds)
        out += markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
            html::url<"/meja/simakan?akun={}">(feed->id),
            html::attribute_if(page.account == feed->id, "aria-current", "page"), feed->name);
    return markup<R"(<nav class="pills gap-top" aria-label="{}">{}</nav>)">(words::by_feed.in(l), out);
}

Markup older(const ListeningPage& page) {
    if (!page.next) return {};
    return html::more_link(page.account
                               ? html::url<"/meja/simakan?akun={}&sebelum={}">(*page.account, *page.next)
                               : html::url<"/meja/simakan?sebelum={}">(*page.next),
                           words::older.in(page.language));
}

} // namespace

Markup listening_page(const ListeningPage& page) {
    const auto l = page.language;
    Markup body;
    if (page.rows.empty())
        body = html::empty_state({.icon = Icon::seen,
                                  .title = std::string(words::none_title.in(l)),
                                  .text = Markup::text(words::none_text.in(l))});
    else
        body = markup<
            R"(<section class="section card" aria-label="{}"><ul class="notices">{}</ul></section>{})">(
            words::list.in(l),
            html::join(page.rows, [&](const items::Listened& row) { return row_of(row, page); }),
            older(page));
    return markup<R"(<h1>{}</h1><p class="lede">{}</p>{}{})">(words::title.in(l), words::lede.in(l),
                                                              choice(page), body);
}

} // namespace desk
