#include "outgoing/office_hours_pages.h"

#include "html/forms.h"
#include "html/marks.h"
#include "outgoing/facts.h"
#include "outgoing/template_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace outgoing {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

Markup field(const OfficeHoursView& view, std::size_t day) {
    const auto l = view.language;
    return html::input({.id = day_field(day),
                        .label = std::string(words::weekdays[day].in(l)),
                        .value = view.days[day],
                        .problem = view.is_wrong[day] ? std::string(words::hours_wrong_day.in(l)) : "",
                        .need = html::Need::optional,
                        .more = html::attribute("maxlength", "80") + html::attribute("autocomplete", "off")},
                       l);
}

/// What the hours mean now.
Markup meaning(const OfficeHoursView& view) {
    const auto l = view.language;
    if (!view.next_open) return html::notice(Tone::wait, Icon::clock, Markup::text(words::hours_never.in(l)));
    const std::string text = *view.next_open <= view.now
                                 ? std::string(words::hours_now.in(l))
                                 : fmt::format(fmt::runtime(words::hours_next.in(l)),
                                               spoken_opening(*view.next_open, view.now, view.zone, l));
    return html::notice(Tone::info, Icon::clock, Markup::text(text));
}

} // namespace

std::string day_field(std::size_t day) {
    return "hari-" + std::to_string(day + 1);
}

html::Markup office_hours_page(const OfficeHoursView& view) {
    const auto l = view.language;
    Markup above;
    std::vector<html::Wrong> wrong;
    Markup fields;
    for (std::size_t day = 0; day < view.days.size(); ++day) {
        if (view.is_wrong[day])
            wrong.push_back({day_field(day), std::string(words::weekdays[day].in(l)) + ": " +
                                                 std::string(words::hours_wrong_day.in(l))});
        fields += field(view, day);
    }
    if (!wrong.empty())
        above = html::problem_summary(words::hours_wrong.in(l), words::form_safe.in(l), wrong);
    else if (view.is_saved)
        above = html::notice(Tone::good, Icon::check2, Markup::text(words::hours_saved.in(l)));
    if (wrong.empty()) above += meaning(view);
    return markup<
        R"(<h1>{}</h1><p class="lede">{}</p>{}<p class="hint">{} {}</p><form class="template-form hours-form" method="post" action="/meja/atur/jam-kerja">{}{}<div class="row"><button class="btn btn-main">{}</button></div></form>)">(
        words::hours_title.in(l), words::hours_lede.in(l), above, words::hours_hint.in(l),
        fmt::format(fmt::runtime(words::hours_holidays.in(l)), base::name(view.zone)),
        html::hidden("_csrf", view.csrf), fields, words::hours_save.in(l));
}

} // namespace outgoing
