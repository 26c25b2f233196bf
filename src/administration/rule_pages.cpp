#include "administration/rule_pages.h"

#include "administration/duty_words.h"
#include "administration/frame_words.h"
#include "administration/relocation_words.h"
#include "administration/rule_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/text.h"
#include "cases/rule_pages.h"
#include "cases/rule_words.h"
#include "html/story.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup row(const Frame& frame, const agency::RoutingRule& rule, bool is_faulty) {
    auto l = frame.language;
    const std::string number = number_of(frame, rule.id),
                      about = base::filled(words::rule_numbered, l, number);
    const std::string conditions = cases::conditions_sentence(rule, frame.directory, l);
    Markup mark;
    if (is_faulty) mark = html::icon(html::Icon::alert);
    return markup<
        R"(<tr><th scope="row" class="num">{}{}</th><td>{}</td><td>{}{}</td><td>{}</td><td><div class="row row-tight"><a class="btn" href="{}">{}{}<span class="vh"> {}</span></a>{}{}{}</div></td></tr>)">(
        mark, number, rule.topic ? topic_name(frame, *rule.topic) : std::string(words::every_topic.in(l)),
        rule.area ? area_name(*rule.area) : std::string(words::everywhere.in(l)),
        html::when(!conditions.empty(), markup<R"(<br><span class="muted small">{}</span>)">(conditions)),
        office_name(frame, rule.office), html::url<"/meja/atur/aturan/{}">(rule.id),
        html::icon(html::Icon::pen), words::edit_rule.in(l), about,
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

Markup conflicts_notice(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    if (view.conflicts.empty()) return {};
    auto line = [&](const Conflict& each) {
        return markup<"<li>{}</li>">(
            base::filled(words::conflict, l, {number_of(frame, each.first), number_of(frame, each.later)}));
    };
    return html::more(words::conflicts_title.in(l), markup<"<ul>{}</ul>">(html::join(view.conflicts, line)));
}

Markup unserved_notice(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    if (view.unserved.empty()) return {};
    auto line = [&](const Unserved& each) {
        const std::string office = office_name(frame, each.service.office);
        const std::string what = cases::rule_sentence(
            {{}, 0, each.service.topic, each.service.area, each.service.office}, frame.directory, l);
        if (each.is_partly)
            return markup<"<li>{}</li>">(base::filled(words::unserved_partly, l, {office, what}));
        return markup<"<li>{}</li>">(base::filled(
            words::unserved_line, l,
            {office, what,
             each.goes_to ? office_name(frame, *each.goes_to) : std::string(words::queue.in(l))}));
    };
    return html::notice(
        html::Tone::wait, html::Icon::alert,
        markup<"<b>{}</b><ul>{}</ul>">(words::unserved_title.in(l), html::join(view.unserved, line)));
}

Markup add_form(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-tambah"><h2 id="h-tambah">{}</h2>{}</section>)">(
        words::add_rule.in(l),
        post_form(frame, html::url<"/meja/atur/aturan">(),
                  rule_fields(frame, filled, {}) + save_button(frame, words::add_rule.in(l))));
}

Markup draft_notice(const Frame& frame, const RulesView& view) {
    auto l = frame.language;
    if (!view.is_draft)
        return markup<R"(<div class="row gap-s">{}<span class="muted">{}</span></div>)">(
            post_button(frame, html::url<"/meja/atur/aturan/rancangan">(), words::draft_begin.in(l),
                        html::Icon::note),
            words::draft_begin_note.in(l));
    return html::notice(html::Tone::info, html::Icon::note,
                        markup<R"(<b>{}</b><p>{}</p><div class="row row-tight">{}{}{}</div>)">(
                            words::draft_title.in(l), words::draft_note.in(l),
                            post_button(frame, html::url<"/meja/atur/aturan/simulasi">(),
                                        words::draft_rehearse.in(l), html::Icon::chart),
                            post_button(frame, html::url<"/meja/atur/aturan/rancangan/berlaku">(),
                                        words::draft_apply.in(l), html::Icon::check),
                            post_button(frame, html::url<"/meja/atur/aturan/rancangan/buang">(),
                                        words::draft_drop.in(l), html::Icon::cross)));
}

Markup kept(const Frame& frame) {
    auto l = frame.language;
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-berkas"><h2 id="h-berkas">{}</h2><p class="row gap-s"><a class="btn" href="/meja/atur/aturan/riwayat">{}{}</a><a class="btn" href="/meja/atur/aturan/layanan">{}{}</a><a class="btn" href="/meja/atur/aturan/pembagian">{}{}</a><a class="btn" href="/meja/atur/aturan/pindah">{}{}</a><a class="btn" href="/meja/atur/aturan/aturan.csv" download>{}{}</a><a class="btn" href="/meja/atur/aturan/aturan.json" download>{}{}</a></p><form method="post" action="/meja/atur/aturan/berkas" enctype="multipart/form-data">{}<div class="field"><label class="label" for="berkas">{}</label><p class="hint">{}</p><input class="input" type="file" id="berkas" name="berkas" accept=".csv,.json,text/csv,application/json" required></div>{}</form></section>)">(
        words::kept_title.in(l), html::icon(html::Icon::undo), words::history.in(l),
        html::icon(html::Icon::list), words::services_title.in(l), html::icon(html::Icon::users),
        words::duty_title.in(l), html::icon(html::Icon::assign), words::relocation_title.in(l),
        html::icon(html::Icon::download), words::download_csv.in(l), html::icon(html::Icon::download),
        words::download_json.in(l), html::hidden("_csrf", frame.csrf), words::import_file.in(l),
        words::import_note.in(l), save_button(frame, words::import_rules.in(l)));
}

} // namespace

std::string number_of(const Frame& frame, agency::RoutingRuleId id) {
    const auto rules = frame.directory.rules();
    const auto found = std::ranges::find(rules, id, &agency::RoutingRule::id);
    return found == rules.end() ? std::string() : std::to_string(found - rules.begin() + 1);
}

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
    return settings_page(
        frame, Section::rules, words::rules_title.in(l),
        markup<R"(<p class="lede">{}</p>{}{}{}{}{}{}<div class="settings-two">{}{}</div>{})">(
            words::rules_lede.in(l), draft_notice(frame, view), faults(frame, view), gaps_notice(frame, view),
            unserved_notice(frame, view), list, conflicts_notice(frame, view), add_form(frame, filled),
            trial_section(frame, view), kept(frame)),
        filled.problem);
}

} // namespace administration
