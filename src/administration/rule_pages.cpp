#include "administration/rule_pages.h"

#include "administration/frame_words.h"
#include "administration/office_pages.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/text.h"
#include "html/story.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

/// As the list numbers it, from 1.
std::string number_of(const Frame& frame, agency::RoutingRuleId id) {
    const auto rules = frame.directory.rules();
    return std::to_string(std::ranges::find(rules, id, &agency::RoutingRule::id) - rules.begin() + 1);
}

std::string topic_name(const Frame& frame, const std::string& code) {
    const auto* topic = frame.directory.topic(code);
    return topic ? topic->name(frame.language) : code;
}

std::string office_name(const Frame& frame, agency::OfficeId id) {
    const auto* office = frame.directory.office(id);
    return office ? office->name : base::to_string(id);
}

Markup row(const Frame& frame, const agency::RoutingRule& rule, bool is_faulty) {
    auto l = frame.language;
    const std::string number = number_of(frame, rule.id),
                      about = base::filled(words::rule_numbered, l, number);
    Markup mark;
    if (is_faulty) mark = html::icon(html::Icon::alert);
    return markup<
        R"(<tr><th scope="row" class="num">{}{}</th><td>{}</td><td>{}</td><td>{}</td><td><div class="row row-tight">{}{}{}</div></td></tr>)">(
        mark, number, rule.topic ? topic_name(frame, *rule.topic) : std::string(words::every_topic.in(l)),
        rule.area ? area_name(*rule.area) : std::string(words::everywhere.in(l)),
        office_name(frame, rule.office),
        html::when(number != "1", post_button(frame, html::url<"/meja/atur/aturan/{}/naik">(rule.id),
                                              words::up.in(l), html::Icon::up, about)),
        html::when(number != std::to_string(frame.directory.rules().size()),
                   post_button(frame, html::url<"/meja/atur/aturan/{}/turun">(rule.id), words::down.in(l),
                               html::Icon::down, about)),
        post_button(frame, html::url<"/meja/atur/aturan/{}/hapus">(rule.id), words::remove.in(l),
                    html::Icon::cross, about));
}

base::Text fault_words(Fault fault) {
    switch (fault) {
    case Fault::closed_office: return words::to_closed_office;
    case Fault::closed_topic: return words::of_closed_topic;
    case Fault::unknown_office: return words::to_unknown_office;
    case Fault::hidden: return words::hidden_by;
    }
    return words::hidden_by;
}

Markup faults(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    if (view.faulty.empty()) return {};
    auto line = [&](const FaultyRule& each) {
        std::string text = base::filled(fault_words(each.fault), l, number_of(frame, each.rule));
        if (each.by) text += " (" + number_of(frame, *each.by) + ")";
        return markup<"<li>{}</li>">(text);
    };
    return html::notice(
        html::Tone::wait, html::Icon::alert,
        markup<"<b>{}</b><ul>{}</ul>">(words::never_reached.in(l), html::join(view.faulty, line)));
}

Markup gap_line(const Frame& frame, const Gap& gap) {
    constexpr std::size_t most = 4;
    auto l = frame.language;
    const std::string topic = topic_name(frame, gap.topic);
    if (!gap.has_rule) return markup<"<li>{}</li>">(base::filled(words::nowhere, l, topic));
    std::vector<std::string> names;
    for (const auto& area : std::span(gap.areas).first(std::min(most, gap.areas.size())))
        names.push_back(area_name(area));
    std::string text = base::filled(words::not_from, l, topic) + " " + base::join(names, "; ");
    if (gap.areas.size() > most)
        text += " " + base::filled(words::and_more, l, std::to_string(gap.areas.size() - most));
    return markup<"<li>{}</li>">(text);
}

Markup gaps_notice(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    if (view.gaps.empty())
        return html::notice(html::Tone::good, html::Icon::check, Markup::text(words::all_served.in(l)));
    return html::notice(html::Tone::wait, html::Icon::alert,
                        markup<"<b>{}</b><ul>{}</ul>">(
                            words::without_office.in(l),
                            html::join(view.gaps, [&](const Gap& gap) { return gap_line(frame, gap); })));
}

Markup outcome(const Frame& frame, const TrialResult& result) {
    auto l = frame.language;
    auto read = [&](const std::string& name, bool is_read) {
        return markup<"{}{}">(
            name, html::when(is_read, markup<R"( <span class="muted">({})</span>)">(words::from_text.in(l))));
    };
    const std::string unknown(words::not_found.in(l));
    const std::vector<html::Fact> facts{
        {std::string(words::read_topic.in(l)),
         read(result.topic ? topic_name(frame, *result.topic) : unknown, result.is_topic_read)},
        {std::string(words::read_area.in(l)),
         read(result.area ? area_name(*result.area) : unknown, result.is_area_read)},
        {std::string(words::goes_to.in(l)),
         markup<"<b>{}</b>">(result.route.office ? office_name(frame, *result.route.office)
                                                 : std::string(words::queue.in(l)))}};
    std::string why(words::by_none.in(l));
    if (result.route.rule) {
        const auto rules = frame.directory.rules();
        const auto rule = std::ranges::find(rules, *result.route.rule, &agency::RoutingRule::id);
        why = base::filled(words::by_rule, l, {number_of(frame, rule->id), rule_words(frame, *rule)});
        if (!result.passed.empty())
            why += " " + base::filled(words::passed, l, std::to_string(result.passed.size()));
    }
    return markup<R"(<div class="notice" role="status">{}<div>{}<p>{}</p></div></div>)">(
        html::icon(result.route.office ? html::Icon::assign : html::Icon::wait), html::facts(facts), why);
}

Markup trial(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    auto text = field(frame, view.trial, "teks", words::trial_text);
    text.need = html::Need::optional;
    text.more = html::attribute("maxlength", "2000") + html::attribute("rows", "3");
    auto topic = field(frame, view.trial, "topik", words::topic);
    topic.need = html::Need::optional;
    auto place = field(frame, view.trial, "tempat", words::trial_place);
    place.need = html::Need::optional;
    place.more = html::attribute("maxlength", "200");
    Markup result;
    if (view.result) result = outcome(frame, *view.result);
    return markup<
        R"(<section class="section card pad" aria-labelledby="uji"><h2 id="uji">{}</h2><p class="hint">{}</p>{}<form method="get" action="/meja/atur/aturan#uji">{}{}{}<p class="gap-top"><button class="btn">{}{}</button></p></form></section>)">(
        words::trial_title.in(l), words::trial_lede.in(l), result, html::text_area(text, l),
        html::select(topic, topic_options(frame), l), html::input(place, l), html::icon(html::Icon::search),
        words::try_now.in(l));
}

Markup add_form(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    auto topic = field(frame, filled, "topic", words::topic, {}, words::rule_topic_hint);
    topic.need = html::Need::optional;
    auto area = field(frame, filled, "area", words::area, {}, words::rule_area_hint);
    area.need = html::Need::optional;
    area.more = html::attribute("maxlength", "200");
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-tambah"><h2 id="h-tambah">{}</h2>{}</section>)">(
        words::add_rule.in(l), post_form(frame, html::url<"/meja/atur/aturan">(),
                                         html::select(topic, topic_options(frame), l) + html::input(area, l) +
                                             html::select(field(frame, filled, "office", words::rule_office),
                                                          office_options(frame), l) +
                                             save_button(frame, words::add_rule.in(l))));
}

} // namespace

Markup rules_page(const Frame& frame, const RulesView& view, const Filled& filled) {
    auto l = frame.language;
    const std::vector<std::string> heads{
        std::string(words::number.in(l)), std::string(words::topic.in(l)), std::string(words::area.in(l)),
        std::string(words::rule_office.in(l)), std::string(words::actions.in(l))};
    Markup rows = html::join(frame.directory.rules(), [&](const agency::RoutingRule& rule) {
        return row(frame, rule,
                   std::ranges::find(view.faulty, rule.id, &FaultyRule::rule) != view.faulty.end());
    });
    Markup list = frame.directory.rules().empty() ? markup<"<p>{}</p>">(words::no_rules.in(l))
                                                  : table(heads, rows, words::rules_title.in(l));
    return settings_page(frame, Section::rules, words::rules_title.in(l),
                         markup<R"(<p class="lede">{}</p>{}{}{}<div class="settings-two">{}{}</div>)">(
                             words::rules_lede.in(l), faults(frame, view), gaps_notice(frame, view), list,
                             add_form(frame, filled), trial(frame, view)),
                         filled.problem);
}

} // namespace administration
