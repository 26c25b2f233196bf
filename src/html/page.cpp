#include "html/page.h"

#include "base/filled.h"
#include "html/assets.h"
#include "html/html_words.h"
#include "html/icon.h"

#include <array>

namespace html {
namespace {

struct Entry {
    Nav nav;
    Url url;
    base::Text words;
};

Markup navigation(const PageHead& head) {
    static const std::array entries{
        Entry{Nav::home, url<"/">(), words::home},
        Entry{Nav::report, url<"/lapor">(), words::report},
        Entry{Nav::track, url<"/lacak">(), words::track},
        Entry{Nav::map, url<"/peta">(), words::map},
        Entry{Nav::figures, url<"/transparansi">(), words::figures},
    };
    return join(entries, [&](const Entry& entry) {
        return markup<R"(<a href="{}"{}>{}</a>)">(
            entry.url, attribute_if(entry.nav == head.here, "aria-current", "page"),
            entry.words.in(head.language));
    });
}

Markup masthead(const PageHead& head) {
    return markup<
        R"(<header class="masthead"><div class="masthead-in"><a class="brand" href="/">{}<span>{}<small>{}</small></span></a><nav class="topnav" aria-label="{}">{}</nav></div></header>)">(
        mark(), head.agency, head.organiser, words::main_navigation.in(head.language), navigation(head));
}

Markup footer(const PageHead& head) {
    const std::string organised =
        filled(words::organised_by, head.language, head.organiser.empty() ? head.agency : head.organiser);
    Markup emergency;
    if (!head.emergency.empty())
        emergency = markup<R"({} <a href="{}"><b>{}</b></a>. )">(
            words::emergency.in(head.language), url<"tel:{}">(head.emergency), head.emergency);
    auto link = [](const Url& url, std::string_view words) {
        return markup<R"(<li><a href="{}">{}</a></li>)">(url, words);
    };
    Markup links = link(url<"/transparansi">(), words::open_data.in(head.language));
    for (const Link& each : head.footer)
        links += link(each.url, each.words);
    if (head.other_language) {
        std::string_view other = head.language == base::Language::id ? "en" : "id";
        links += markup<R"(<li><a href="{}" hreflang="{}" lang="{}">{}</a></li>)">(
            *head.other_language, other, other, words::other_language.in(head.language));
    }
    return markup<
        R"(<footer class="footer"><div class="footer-in"><p>{}<br>{}{}</p><ul class="row">{}</ul></div></footer>)">(
        organised, emergency, words::not_ours.in(head.language), links);
}

Attributes accent(const PageHead& head) {
    bool known = head.accent == "sogan" || head.accent == "daun" || head.accent == "manggis";
    return attribute_if(known, "data-accent", head.accent);
}

std::string title(const PageHead& head) {
    if (head.agency.empty()) return head.title;
    return head.here == Nav::home ? head.agency + ": " + head.title : head.title + " - " + head.agency;
}

std::string_view script_of(Island island) {
    switch (island) {
    case Island::report: return "lapor.js";
    case Island::desk: return "meja.js";
    case Island::record: return "catat.js";
    case Island::field: return "lapangan.js";
    case Island::wall: return "dinding.js";
    }
    return "meja.js";
}

Markup island(Island island) {
    return markup<R"(<script type="module" src="{}"></script>)">(asset_url(script_of(island)));
}

Markup head_of(const PageHead& head) {
    Markup more;
    if (!head.description.empty())
        more += markup<R"(<meta name="description" content="{}">)">(head.description);
    if (head.indexing == Indexing::hidden) more += markup<R"(<meta name="robots" content="noindex">)">();
    if (head.canonical) more += markup<R"(<link rel="canonical" href="{}">)">(*head.canonical);
    if (head.other_language)
        more += markup<R"(<link rel="alternate" hreflang="{}" href="{}">)">(
            head.language == base::Language::id ? "en" : "id", *head.other_language);
    return markup<
        R"(<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title>{}<meta name="color-scheme" content="light dark"><link rel="preload" href="{}" as="font" type="font/woff2" crossorigin><link rel="stylesheet" href="{}"><link rel="icon" href="{}" type="image/svg+xml"><link rel="manifest" href="{}">{}</head>)">(
        title(head), more, asset_url("plus-jakarta-sans.woff2"), asset_url("tanggap.css"),
        asset_url("tanda.svg"), asset_url("tanggap.webmanifest"), join(head.islands, island));
}

} // namespace

Markup page(const PageHead& head, const Markup& body) {
    return markup<
        R"(<!doctype html><html lang="{}"{}>{}<body class="public">{}<a class="skip" href="#isi">{}</a>{}<main class="{}" id="isi">{}</main>{}</body></html>)">(
        head.language == base::Language::id ? "id" : "en", accent(head), head_of(head), sprite_for(body),
        words::skip.in(head.language), masthead(head),
        head.width == Width::narrow ? "page page-narrow" : "page", body, footer(head));
}

Markup console(const PageHead& head, std::string_view body_class, const Markup& inside) {
    return markup<
        R"(<!doctype html><html lang="{}"{}>{}<body class="{}">{}<a class="skip" href="#isi">{}</a>{}</body></html>)">(
        head.language == base::Language::id ? "id" : "en", accent(head), head_of(head), body_class,
        sprite_of_all(), words::skip.in(head.language), inside);
}

} // namespace html
