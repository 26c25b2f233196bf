// The trial on the page of rules: a text or a case, and what the rules make of it.
#include "administration/rule_pages.h"
#include "administration/rule_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "cases/rule_pages.h"
#include "cases/rule_words.h"
#include "html/story.h"
#include "triage/kind.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup passed(const Frame& frame, const TrialResult& result) {
    constexpr std::size_t most = 50;
    auto l = frame.language;
    if (result.passed.empty()) return {};
    const auto shown = std::span(result.passed).first(std::min(most, result.passed.size()));
    auto line = [&](const cases::Passed& each) {
        return markup<"<li>{}</li>">(base::filled(
            words::passed_line, l, {number_of(frame, each.rule), cases::rule_words::lacks(each.miss).in(l)}));
    };
    return html::more(words::passed_title.in(l), markup<"<ul>{}</ul>">(html::join(shown, line)));
}

Markup outcome(const Frame& frame, const TrialResult& result) {
    auto l = frame.language;
    auto read = [&](const std::string& name, bool is_read) {
        return markup<"{}{}">(
            name, html::when(is_read, markup<R"( <span class="muted">({})</span>)">(words::from_text.in(l))));
    };
    const std::string unknown(words::not_found.in(l));
    const auto* office = result.route.office ? frame.directory.office(*result.route.office) : nullptr;
    const std::vector<html::Fact> facts{
        {std::string(words::trial_kind.in(l)),
         read(std::string(triage::name(result.kind).in(l)), result.is_kind_read)},
        {std::string(words::read_topic.in(l)),
         read(result.topic ? topic_name(frame, *result.topic) : unknown, result.is_topic_read)},
        {std::string(words::read_area.in(l)),
         read(result.area ? area_name(*result.area) : unknown, result.is_area_read)},
        {std::string(words::goes_to.in(l)),
         markup<"<b>{}</b>">(office ? office->name : std::string(words::queue.in(l)))}};
    std::string why(words::by_none.in(l));
    if (result.route.rule) {
        const auto rules = frame.directory.rules();
        const auto rule = std::ranges::find(rules, *result.route.rule, &agency::RoutingRule::id);
        why = base::filled(words::by_rule, l,
                           {number_of(frame, rule->id), cases::rule_sentence(*rule, frame.directory, l)});
        if (!result.passed.empty())
            why += " " + base::filled(words::passed, l, std::to_string(result.passed.size()));
    }
    return markup<R"(<div class="notice" role="status">{}<div>{}<p>{}</p>{}</div></div>)">(
        html::icon(office ? html::Icon::assign : html::Icon::wait), html::facts(facts), why,
        passed(frame, result));
}

} // namespace

Markup trial_section(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    auto text = field(frame, view.trial, "teks", words::trial_text);
    text.need = html::Need::optional;
    text.more = html::attribute("maxlength", "2000") + html::attribute("rows", "3");
    auto choice = [&](std::string name, base::Text label, const std::vector<html::Option>& options) {
        auto out = field(frame, view.trial, std::move(name), label);
        out.need = html::Need::optional;
        return html::select(out, options, l);
    };
    std::vector<html::Option> kinds, accounts;
    for (const auto& row : base::codes<triage::Kind>)
        if (triage::opens_case(row.value))
            kinds.push_back({std::string(row.code), std::string(triage::name(row.value).in(l))});
    for (const auto& account : frame.directory.accounts())
        if (account.is_active)
            accounts.push_back({base::to_string(account.id), account.network + ": " + account.name});
    auto place = field(frame, view.trial, "tempat", words::trial_place);
    place.need = html::Need::optional;
    place.more = html::attribute("maxlength", "200");
    auto code = field(frame, view.trial, "laporan", words::trial_case, {}, words::trial_case_hint);
    code.need = html::Need::optional;
    code.more = html::attribute("maxlength", "40") + html::attribute("autocomplete", "off");
    Markup result;
    if (view.result) result = outcome(frame, *view.result);
    return markup<
        R"(<section class="section card pad" aria-labelledby="uji"><h2 id="uji">{}</h2><p class="hint">{}</p>{}<form method="get" action="/meja/atur/aturan#uji">{}{}{}{}{}{}<p class="gap-top"><button class="btn">{}{}</button></p></form></section>)">(
        words::trial_title.in(l), words::trial_lede.in(l), result, html::text_area(text, l),
        choice("topik", words::topic, topic_options(frame)), html::input(place, l),
        choice("jenis", words::trial_kind, kinds), choice("akun", words::trial_account, accounts),
        html::input(code, l), html::icon(html::Icon::search), words::try_now.in(l));
}

} // namespace administration
