#include "desk/view_pages.h"

#include "base/encode.h"
#include "base/text.h"
#include "desk/desk_words.h"
#include "desk/hint_pages.h"
#include "desk/view_words.h"

namespace desk {
namespace {

std::string text_of(const Address& address) {
    std::string out = "/meja?pandangan=" + std::string(slug_of(address.view));
    auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        out += '&';
        out += name;
        out += '=';
        out += base::percent_encode(value);
    };
    if (address.kind) add("jenis", base::code_of(*address.kind));
    if (address.office) add("unit", base::to_string(*address.office));
    add("topik", address.topic);
    add("cari", address.words);
    if (address.after) add("sesudah", cases::to_string(*address.after));
    add("laporan", address.code);
    return out;
}

html::Url safe(std::string_view text) {
    auto url = html::Url::from(text);
    return url ? std::move(*url) : html::url<"/meja">();
}

std::string_view count_class(cases::View view, std::int64_t count) {
    if (count == 0) return "count";
    switch (view) {
    case cases::View::overdue:
    case cases::View::urgent: return "count count-bad";
    case cases::View::due_soon: return "count count-wait";
    case cases::View::mine:
    case cases::View::unassigned:
    case cases::View::waiting:
    case cases::View::decision:
    case cases::View::open:
    case cases::View::done:
    case cases::View::all: return "count";
    }
    return "count";
}

/// Pages of staff that stand beside the cases.
html::Markup also(const Desk& desk, base::Language l) {
    auto link = [](const html::Url& url, html::Icon icon, std::string_view words) {
        return html::markup<R"(<a href="{}">{}<span class="name">{}</span></a>)">(url, html::icon(icon),
                                                                                  words);
    };
    html::Markup links;
    if (desk.releases_quotes)
        links += link(html::url<"/meja/testimoni">(), html::Icon::star, words::quotes.in(l));
    if (desk.listens) links += link(html::url<"/meja/simakan">(), html::Icon::seen, words::listening.in(l));
    if (desk.reads_recap) links += link(html::url<"/meja/rekap">(), html::Icon::chart, words::recap.in(l));
    if (desk.reads_models)
        links += link(html::url<"/meja/atur/pembacaan">(), html::Icon::seen, words::models.in(l));
    return links.empty() ? links : html::markup<"<h2>{}</h2>{}">(words::also.in(l), links);
}

} // namespace

html::Url url_of(const Address& address) {
    return safe(text_of(address));
}

html::Url pane_url_of(const Address& address) {
    return safe(text_of(address) + "#laporan");
}

html::Icon icon_of(cases::View view) noexcept {
    switch (view) {
    case cases::View::mine: return html::Icon::user;
    case cases::View::unassigned: return html::Icon::inbox;
    case cases::View::due_soon: return html::Icon::clock;
    case cases::View::overdue: return html::Icon::alert;
    case cases::View::waiting: return html::Icon::wait;
    case cases::View::decision: return html::Icon::pen;
    case cases::View::urgent: return html::Icon::siren;
    case cases::View::open: return html::Icon::work;
    case cases::View::done: return html::Icon::done;
    case cases::View::all: return html::Icon::list;
    }
    return html::Icon::list;
}

html::Markup views_nav(const Desk& desk, const Address& address, base::Language l) {
    html::Markup links;
    for (const auto& [view, slug] : named_views) {
        if (view == cases::View::decision && !desk.decides) continue;
        const std::int64_t count = desk.counts.of(view);
        links += html::markup<
            R"(<a href="{}"{}>{}<span class="name">{}</span><span class="{}" data-count="{}">{}</span></a>)">(
            url_of({.view = view}), html::attribute_if(view == address.view, "aria-current", "page"),
            html::icon(icon_of(view)), name(view).in(l), count_class(view, count), slug,
            base::with_dots(count));
    }
    return html::markup<R"(<nav class="side" id="pandangan" aria-label="{}"><h2>{}</h2>{}{}{}</nav>)">(
        words::views.in(l), words::views.in(l), links, also(desk, l), reading_line(desk.reading, l));
}

} // namespace desk
