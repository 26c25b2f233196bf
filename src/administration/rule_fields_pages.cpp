// The fields of one rule: on the list to add one, on its own page to change it.
#include "administration/rule_pages.h"
#include "administration/rule_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/text.h"
#include "cases/rule_words.h"
#include "triage/kind.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

bool has(const std::string& list, std::string_view value) {
    const auto parts = base::split(list, '|');
    return std::ranges::find(parts, value) != parts.end();
}

std::string lines(std::string list) {
    std::ranges::replace(list, '|', '\n');
    return list;
}

struct Box {
    std::string name, value, label;
    bool is_ticked = false;
};

Markup boxes(const Frame& frame, const Filled& filled, base::Text legend, std::span<const Box> all) {
    Markup inside;
    for (const Box& each : all)
        inside +=
            html::tick(each.name, {.value = each.value, .label = each.label},
                       filled.is_ticked(each.name, each.is_ticked) ? html::Ticked::yes : html::Ticked::no);
    return markup<R"(<fieldset class="field ticks"><legend>{}</legend>{}</fieldset>)">(
        legend.in(frame.language), inside);
}

Markup kinds(const Frame& frame, const Filled& filled, const RuleText& usual) {
    std::vector<Box> all;
    for (const auto& row : base::codes<triage::Kind>)
        if (triage::opens_case(row.value))
            all.push_back({"kind_" + std::string(row.code), "1",
                           std::string(triage::name(row.value).in(frame.language)),
                           has(usual.kinds, row.code)});
    return boxes(frame, filled, words::rule_kinds, all);
}

Markup accounts(const Frame& frame, const Filled& filled, const RuleText& usual) {
    std::vector<Box> all;
    for (const auto& account : frame.directory.accounts()) {
        const bool is_named = has(usual.accounts, account.network + ":" + account.name) ||
                              (usual.accounts.empty() && has(usual.networks, account.network));
        if (account.is_active || is_named)
            all.push_back({"account_" + base::to_string(account.id), "1",
                           account.network + ": " + account.name, is_named});
    }
    if (all.empty()) return {};
    return boxes(frame, filled, words::rule_accounts, all);
}

Markup days(const Frame& frame, const Filled& filled, const RuleText& usual) {
    std::vector<Box> all;
    for (char digit = '1'; digit <= '7'; ++digit)
        all.push_back(
            {std::string("day_") + digit, "1",
             std::string(cases::rule_words::days[static_cast<std::size_t>(digit - '1')].in(frame.language)),
             usual.days.contains(digit)});
    return boxes(frame, filled, words::rule_days, all);
}

Markup line(const Frame& frame, const Filled& filled, std::string name, base::Text label,
            const std::string& usual, base::Text hint, std::string_view type) {
    auto out = field(frame, filled, std::move(name), label, usual, hint);
    out.need = html::Need::optional;
    out.more = type.empty() ? html::attribute("maxlength", "200") : html::attribute("type", type);
    return html::input(out, frame.language);
}

Markup area(const Frame& frame, const Filled& filled, std::string name, base::Text label,
            const std::string& usual, base::Text hint) {
    auto out = field(frame, filled, std::move(name), label, lines(usual), hint);
    out.need = html::Need::optional;
    out.more = html::attribute("rows", "3") + html::attribute("maxlength", "8000");
    return html::text_area(out, frame.language);
}

} // namespace

Markup rule_fields(const Frame& frame, const Filled& filled, const RuleText& usual) {
    auto l = frame.language;
    auto topic = field(frame, filled, "topic", words::topic, usual.topic, words::rule_topic_hint);
    topic.need = html::Need::optional;
    auto place = field(frame, filled, "area", words::area, usual.area.empty() ? "" : area_name(usual.area),
                       words::rule_area_hint);
    place.need = html::Need::optional;
    place.more = html::attribute("maxlength", "200");
    auto office = field(frame, filled, "office", words::rule_office, usual.office);
    const Markup more =
        markup<R"(<p class="hint">{}</p>{}{}{}{}{}{}<div class="settings-two">{}{}{}{}</div>)">(
            words::more_conditions_note.in(l), kinds(frame, filled, usual), accounts(frame, filled, usual),
            area(frame, filled, "words", words::rule_words_label, usual.words, words::rule_words_hint),
            line(frame, filled, "circle", words::rule_circle, usual.circle, words::rule_circle_hint, {}),
            area(frame, filled, "polygon", words::rule_polygon, usual.polygon, words::rule_polygon_hint),
            days(frame, filled, usual),
            line(frame, filled, "from", words::rule_from, usual.from, words::rule_hours_hint, "time"),
            line(frame, filled, "until", words::rule_until, usual.until, {}, "time"),
            line(frame, filled, "first_day", words::rule_first_day, usual.first_day, {}, "date"),
            line(frame, filled, "last_day", words::rule_last_day, usual.last_day, {}, "date"));
    const bool asks_more = !(usual.kinds + usual.networks + usual.accounts + usual.words + usual.polygon +
                             usual.circle + usual.days + usual.from + usual.first_day + usual.last_day)
                                .empty() ||
                           filled.problem;
    return html::select(topic, topic_options(frame), l) + html::input(place, l) +
           html::select(office, office_options(frame), l) +
           html::more(words::more_conditions.in(l), more, html::flag("open", asks_more));
}

Markup rule_page(const Frame& frame, const agency::RoutingRule& rule, const Filled& filled) {
    auto l = frame.language;
    RuleText usual = text_of(rule, frame.directory);
    usual.office = base::to_string(rule.office);
    const std::string number = number_of(frame, rule.id);
    auto place = field(frame, filled, "urutan", words::rule_place, number, words::rule_place_hint);
    place.more = html::attribute("inputmode", "numeric") + html::attribute("maxlength", "4");
    const std::string title = base::filled(words::edit_rule_title, l, number);
    return settings_page(
        frame, Section::rules, title,
        markup<
            R"(<p><a class="link" href="/meja/atur/aturan">{}</a></p><section class="section card pad">{}</section>)">(
            words::to_rules.in(l), post_form(frame, html::url<"/meja/atur/aturan/{}">(rule.id),
                                             rule_fields(frame, filled, usual) + html::input(place, l) +
                                                 save_button(frame, words::save_rule.in(l)))),
        filled.problem);
}

} // namespace administration
