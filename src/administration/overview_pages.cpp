// The overview: what is ready, what is missing, and the way to each section.
#include "administration/account_words.h"
#include "administration/agency_pages.h"
#include "administration/frame_words.h"
#include "administration/office_pages.h"
#include "base/filled.h"
#include "base/spoken_time.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

struct Line {
    base::Text done, missing;
    Section section;
};

Line line_of(Check check) {
    switch (check) {
    case Check::offices: return {words::offices_done, words::offices_done, Section::offices};
    case Check::regions: return {words::regions_done, words::regions_missing, Section::agency};
    case Check::report_page: return {words::form_done, words::form_missing, Section::accounts};
    case Check::topics: return {words::topics_done, words::topics_missing, Section::topics};
    case Check::topic_words: return {words::topics_done, words::topics_wordless, Section::topics};
    case Check::routing: return {words::served, words::unserved, Section::rules};
    case Check::rules: return {words::rules_right, words::rules_faulty, Section::rules};
    case Check::coordinator: return {words::coordinator_done, words::coordinator_missing, Section::people};
    case Check::operators: return {words::operators_done, words::operators_missing, Section::people};
    case Check::calendar: return {words::calendar_done, words::calendar_missing, Section::holidays};
    }
    return {words::offices_done, words::offices_done, Section::offices};
}

Markup finding_row(const Frame& frame, const Finding& finding, base::Day calendar_ends_on) {
    auto l = frame.language;
    const Line line = line_of(finding.check);
    const std::string value = finding.check == Check::calendar ? base::spoken_day(calendar_ends_on, l)
                                                               : std::to_string(finding.count);
    const std::string text = base::filled(finding.is_done ? line.done : line.missing, l, value);
    const auto all = entries();
    const auto entry = std::ranges::find(all, line.section, &Entry::section);
    return markup<R"(<li class="row row-wide">{}<span class="grow">{}</span><a href="{}">{}</a></li>)">(
        html::icon(finding.is_done ? html::Icon::done : html::Icon::alert), text, entry->url,
        finding.is_done ? entry->name.in(l)
                        : std::string(words::to_do.in(l)) + ": " + std::string(entry->name.in(l)));
}

} // namespace

Markup overview_page(const Frame& frame, std::span<const Finding> findings, base::Day calendar_ends_on) {
    auto l = frame.language;
    Markup checklist;
    if (!findings.empty()) {
        const auto missing = std::ranges::count(findings, false, &Finding::is_done);
        checklist = markup<
            R"(<section class="section card pad" aria-labelledby="h-periksa"><h2 id="h-periksa">{}</h2><p>{}</p><ul class="settings-list">{}</ul></section>)">(
            words::checklist.in(l),
            missing == 0 ? std::string(words::all_ready.in(l))
                         : base::filled(words::still_missing, l, std::to_string(missing)),
            html::join(findings, [&](const Finding& each) {
                // With words missing nowhere, the line of topics says it all.
                if (each.check == Check::topic_words && each.is_done) return Markup{};
                return finding_row(frame, each, calendar_ends_on);
            }));
    }
    return settings_page(frame, Section::summary, words::overview_title.in(l),
                         markup<R"(<p class="lede">{}</p>{})">(words::overview_lede.in(l), checklist));
}

} // namespace administration
