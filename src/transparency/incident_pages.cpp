#include "transparency/incident_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "html/marks.h"
#include "html/story.h"
#include "transparency/incident_words.h"
#include "transparency/transparency_words.h"

namespace transparency {
namespace {

using base::filled;
using html::Markup;
using html::markup;

std::string title_of(const cases::PublicView& report, const agency::Directory& directory, base::Language l) {
    if (report.title) return *report.title;
    const auto* topic = report.topic ? directory.topic(*report.topic) : nullptr;
    return topic ? topic->name(l) : filled(words::hidden_title, l, {triage::name(report.kind).in(l)});
}

/// The first whose words are published speaks for all.
std::string title_of(const PublicIncident& page, const agency::Directory& directory, base::Language l) {
    for (const auto& report : page.reports)
        if (report.title) return *report.title;
    return title_of(page.reports.front(), directory, l);
}

} // namespace

Markup incident_page(html::PageHead head, const agency::Directory& directory, const PublicIncident& page,
                     CameFrom from) {
    const auto l = head.language;
    head.title = title_of(page, directory, l);
    head.indexing = html::Indexing::hidden;
    const auto zone = directory.agency().zone;
    const Markup list = html::join(page.reports, [&](const cases::PublicView& report) {
        return markup<
            R"(<li><a href="{}"><span class="code">{}</span> {}</a><p class="row"><span class="muted small">{}</span>{}</p></li>)">(
            html::url<"/laporan/{}">(report.code), report.code, title_of(report, directory, l),
            base::spoken_day(base::local_day(report.received_at, zone), l),
            cases::state_chip(report.state, l));
    });
    Markup came;
    if (from == CameFrom::another)
        came =
            html::notice(html::Tone::info, html::Icon::merge, Markup::text(incident_words::came_here.in(l)));
    const int hidden = page.incident.cases - static_cast<int>(page.reports.size());
    Markup rest;
    if (hidden > 0)
        rest =
            markup<R"(<p class="muted">{}</p>)">(filled(incident_words::hidden, l, {std::to_string(hidden)}));
    return html::page(
        head,
        markup<
            R"(<h1>{}</h1><div class="stack-s"><p class="row">{}</p>{}<p class="lede">{}</p></div><section class="section card pad stack-s" aria-labelledby="h-laporan"><h2 id="h-laporan" class="h-plain">{}</h2><p class="quiet">{}</p><ul class="stack-s">{}</ul>{}</section>)">(
            head.title,
            html::chip(html::Tone::line, html::Icon::users,
                       filled(words::people, l, std::to_string(page.incident.people))),
            came, incident_words::lede.in(l), incident_words::reports.in(l),
            filled(incident_words::solved, l,
                   {std::to_string(page.solved), std::to_string(page.reports.size())}),
            list, rest));
}

} // namespace transparency
