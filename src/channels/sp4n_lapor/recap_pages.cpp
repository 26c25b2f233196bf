#include "channels/sp4n_lapor/recap_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "channels/sp4n_lapor/label_pages.h"
#include "channels/sp4n_lapor/recap_words.h"
#include "html/forms.h"
#include "html/story.h"

#include <fmt/format.h>

namespace channels::sp4n_lapor {
namespace {

using html::Markup;
using html::markup;

std::string count(std::int64_t number) {
    return base::with_dots(number);
}

/// "3,4", as Indonesian writes it.
std::string decimal(std::optional<double> number, base::Language language) {
    if (!number) return "–";
    std::string text = fmt::format("{:.1f}", *number);
    if (language == base::Language::id) text[text.find('.')] = ',';
    return text;
}

Markup group_table(base::Text what, const std::vector<Group>& groups, std::string_view id, base::Language l) {
    Markup body;
    for (const Group& group : groups)
        body += markup<
            R"(<tr><th scope="row">{}</th><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td></tr>)">(
            group.name, recap_words::received.in(l), count(group.received), recap_words::solved.in(l),
            count(group.solved), recap_words::in_time.in(l), count(group.in_time), recap_words::overdue.in(l),
            count(group.overdue), recap_words::contested.in(l), count(group.contested),
            recap_words::average_days.in(l), decimal(group.average_days(), l));
    return markup<
        R"(<section class="section" aria-labelledby="{}"><h2 id="{}">{}</h2><div class="table-wrap"><table class="table table-cards"><thead><tr><th scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div></section>)">(
        id, id, (what.id == recap_words::unit.id ? recap_words::per_unit : recap_words::per_topic).in(l),
        what.in(l), recap_words::received.in(l), recap_words::solved.in(l), recap_words::in_time.in(l),
        recap_words::overdue.in(l), recap_words::contested.in(l), recap_words::average_days.in(l), body);
}

Markup figures(const Recap& recap, base::Language l) {
    const Group& all = recap.all;
    const std::string of_all = filled(recap_words::out_of, l, count(all.received));
    const html::Figure rows[] = {
        {std::string(recap_words::solved.in(l)), count(all.solved), of_all, std::nullopt},
        {std::string(recap_words::in_time.in(l)), count(all.in_time),
         filled(recap_words::out_of_solved, l, count(all.solved)), std::nullopt},
        {std::string(recap_words::contested.in(l)), count(all.contested), of_all, std::nullopt},
        {std::string(recap_words::overdue.in(l)), count(all.overdue),
         filled(recap_words::out_of_open, l, count(all.open)), std::nullopt},
    };
    return html::figures(rows);
}

} // namespace

html::Markup recap_page(const Recap& recap, const std::vector<Month>& months, base::Zone zone,
                        base::Language l) {
    std::vector<html::Option> choices;
    for (const Month& month : months)
        choices.push_back({to_string(month), base::spoken_month(first_day(month), l)});
    Markup form = markup<
        R"(<form class="stack" action="/meja/rekap" method="get">{}<div class="row"><button class="btn">{}</button>{}</div></form>)">(
        html::select(
            {.id = "lihat", .label = std::string(recap_words::month.in(l)), .value = to_string(recap.month)},
            choices, l),
        recap_words::show_month.in(l),
        html::button_link(html::Weight::main, html::url<"/meja/rekap?bulan={}">(to_string(recap.month)),
                          recap_words::download_recap.in(l), html::Icon::download));
    Markup body;
    if (recap.all.received == 0)
        body = html::empty_state({.icon = html::Icon::calendar,
                                  .title = std::string(recap_words::nothing_this_month.in(l)),
                                  .text = Markup::text(recap_words::nothing_this_month_text.in(l))});
    else
        body = figures(recap, l) + group_table(recap_words::unit, recap.units, "h-unit", l) +
               group_table(recap_words::topic, recap.topics, "h-topik", l);
    return markup<
        R"(<div class="lapor"><h1>{}</h1><p class="lede">{}</p>{}<p class="hint">{} {}. {}</p>{}</div>)">(
        filled(recap_words::recap_of, l, base::spoken_month(first_day(recap.month), l)),
        recap_words::recap_lede.in(l), form, recap_words::counted_at.in(l),
        base::spoken_time(recap.at, zone, l),
        filled(recap_words::average_note, l, decimal(recap.all.average_days(), l)), body);
}

} // namespace channels::sp4n_lapor
