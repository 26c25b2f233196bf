// All connections of an agency, those that need somebody first.
#include "administration/connection_guide_words.h"
#include "administration/connection_pages.h"
#include "administration/connection_words.h"
#include "base/filled.h"
#include "base/text.h"

#include <algorithm>

namespace administration {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

/// A dash where there is nothing to say; a card of a phone leaves that out.
Markup cell(base::Text name, base::Language l, const Markup& value) {
    return markup<R"(<td class="{}" data-label="{}">{}</td>)">(
        value.empty() ? "is-none" : "wide", name.in(l),
        value.empty() ? markup<R"(<span class="muted">–</span>)">() : value);
}

Markup row_of(const Frame& frame, const ConnectionsPage& page, const ConnectionRow& row) {
    auto l = frame.language;
    const auto zone = frame.directory.agency().zone;
    const auto* office = row.account->office ? frame.directory.office(*row.account->office) : nullptr;
    std::string about(words::network_name(row.account->network));
    if (office) about += ", " + office->short_name;
    auto time = [&](const std::optional<base::Time>& at) {
        return at ? ago(*at, page.now, zone, l) : Markup{};
    };
    const std::string unsent = unsent_words(row.unsent, l);
    return markup<
        R"(<tr><th scope="row"><a class="wrap" href="{}">{}</a><br><span class="muted small">{}</span></th><td class="wide">{}</td>{}{}{}{}</tr>)">(
        html::url<"/meja/atur/akun/{}/sambungan">(row.account->id), row.account->name, about,
        standing_chip(row.standing, l), cell(words::column_received, l, time(row.received_at)),
        cell(words::column_looked, l, time(row.looked_at)),
        cell(words::column_holes, l,
             row.open_holes > 0 ? Markup::text(base::with_dots(row.open_holes)) : Markup{}),
        cell(words::column_unsent, l, unsent.empty() ? Markup{} : Markup::text(unsent)));
}

Markup pill(const ConnectionsPage& page, std::optional<Standing> standing, std::string_view name,
            std::size_t count) {
    const auto url = standing ? html::url<"/meja/atur/sambungan?keadaan={}">(base::code_of(*standing))
                              : html::url<"/meja/atur/sambungan">();
    return markup<R"(<a class="pill" href="{}"{}>{} <span class="count">{}</span></a>)">(
        url, html::attribute_if(page.only == standing, "aria-current", "page"), name, count);
}

Markup filters(const ConnectionsPage& page, base::Language l) {
    Markup out = pill(page, {}, words::all_of_them.in(l), page.rows.size());
    for (const auto& each : words::standings) {
        const auto count = std::ranges::count(page.rows, each.standing, &ConnectionRow::standing);
        if (count > 0) out += pill(page, each.standing, each.name.in(l), static_cast<std::size_t>(count));
    }
    return markup<R"(<nav class="pills" aria-label="{}">{}</nav>)">(words::filter_label.in(l), out);
}

Markup table_of(const Frame& frame, const ConnectionsPage& page) {
    auto l = frame.language;
    Markup heads =
        html::join(std::array{words::column_account, words::column_state, words::column_received,
                              words::column_looked, words::column_holes, words::column_unsent},
                   [&](const base::Text& each) { return markup<R"(<th scope="col">{}</th>)">(each.in(l)); });
    Markup rows;
    for (const auto& row : page.rows)
        if (!page.only || row.standing == *page.only) rows += row_of(frame, page, row);
    return markup<
        R"(<section class="section card"><div class="table-wrap" tabindex="0" role="region" aria-label="{}"><table class="table table-cards"><caption class="vh">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div></section>)">(
        words::connections_title.in(l), words::connections_title.in(l), heads, rows);
}

Markup switch_of(const Frame& frame, const ConnectionsPage& page) {
    auto l = frame.language;
    if (page.can_pause == 0) return {};
    const Markup inside =
        markup<R"(<p>{}</p>)">(words::pause_all_text.in(l)) +
        markup<R"(<div class="gap-s">{}</div>)">(html::tick(
            "yakin",
            {.value = "ya", .label = base::filled(words::pause_all_sure, l, base::with_dots(page.can_pause))},
            html::Ticked::no)) +
        markup<R"(<p class="gap-top"><button class="btn">{}{}</button></p>)">(html::icon(Icon::pause),
                                                                              words::pause_all_title.in(l));
    return markup<R"(<section class="section card pad" id="jeda">{}</section>)">(html::more(
        words::pause_all_title.in(l), post_form(frame, html::url<"/meja/atur/sambungan/jeda">(), inside)));
}

} // namespace

Markup connections_page(const Frame& frame, const ConnectionsPage& page, const Filled& filled) {
    auto l = frame.language;
    Markup body = markup<R"(<p class="lede">{}</p>)">(words::connections_lede.in(l));
    if (filled.problem) body += connection_alert(frame, *filled.problem);
    if (page.all_paused > 0)
        body += html::notice(Tone::wait, Icon::pause,
                             markup<R"(<p>{}</p><div class="gap-top">{}</div>)">(
                                 base::filled(words::all_paused, l, base::with_dots(page.all_paused)),
                                 post_button(frame, html::url<"/meja/atur/sambungan/lanjut">(),
                                             words::resume_all.in(l), Icon::undo)));
    if (page.rows.empty())
        body += html::empty_state({.icon = Icon::inbox,
                                   .title = std::string(words::no_accounts.in(l)),
                                   .text = Markup::text(words::no_accounts_text.in(l))});
    else
        body += filters(page, l) + table_of(frame, page) + switch_of(frame, page);
    return settings_page(frame, Section::connections, words::connections_title.in(l), body);
}

} // namespace administration
