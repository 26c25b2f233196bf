#include "administration/office_pages.h"

#include "administration/frame_words.h"
#include "administration/office_words.h"
#include "base/filled.h"
#include "base/text.h"
#include "cases/rule_pages.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

template <class Map> auto at(const Map& map, agency::OfficeId office) {
    auto found = map.find(office);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

std::vector<const agency::RoutingRule*> rules_of(const Frame& frame, agency::OfficeId office) {
    std::vector<const agency::RoutingRule*> out;
    for (const auto& rule : frame.directory.rules())
        if (rule.office == office) out.push_back(&rule);
    return out;
}

Markup serves(const Frame& frame, agency::OfficeId office) {
    constexpr std::size_t most = 3;
    auto l = frame.language;
    const auto rules = rules_of(frame, office);
    if (rules.empty()) return markup<R"(<span class="muted">{}</span>)">(words::no_rule_here.in(l));
    Markup out;
    for (const auto* rule : std::span(rules).first(std::min(most, rules.size())))
        out += markup<"<li>{}</li>">(cases::rule_sentence(*rule, frame.directory, frame.language));
    if (rules.size() > most)
        out += markup<R"(<li class="muted">{}</li>)">(
            base::filled(words::more_rules, l, std::to_string(rules.size() - most)));
    return markup<"<ul>{}</ul>">(out);
}

Markup row(const Frame& frame, const agency::Office& office, const OfficeFigures& figures) {
    auto l = frame.language;
    const std::size_t depth = frame.directory.offices().path(office.id).size();
    return markup<
        R"(<tr><th scope="row"><span class="depth-{}"><a href="{}">{}</a></span></th><td>{}</td><td class="num">{}</td><td class="num">{}</td><td>{}</td></tr>)">(
        std::to_string(std::min<std::size_t>(depth, 6)), html::url<"/meja/atur/unit/{}">(office.id),
        office.name, serves(frame, office.id), base::with_dots(at(figures.open_cases, office.id)),
        at(figures.people, office.id),
        office.is_active ? html::chip(html::Tone::good, html::Icon::check, words::is_open.in(l))
                         : html::chip(html::Tone::neutral, html::Icon::archive, words::is_closed.in(l)));
}

Markup fields(const Frame& frame, const Filled& filled, const agency::Office* office) {
    auto l = frame.language;
    auto name = field(frame, filled, "name", words::office_name, office ? office->name : "");
    name.more = html::attribute("maxlength", "120");
    auto brief = field(frame, filled, "short_name", words::short_name, office ? office->short_name : "",
                       words::short_name_hint);
    brief.need = html::Need::optional;
    brief.more = html::attribute("maxlength", "120");
    auto code =
        field(frame, filled, "code", words::office_code, office ? office->code : "", words::office_code_hint);
    code.need = html::Need::optional;
    code.more = html::attribute("maxlength", "40") + html::attribute("pattern", "[a-z0-9\\-]*");
    Markup parent;
    if (!office || (office->parent && frame.reach.may_move(office->id))) {
        auto options = office_options(frame);
        if (office)
            std::erase_if(options, [&](const auto& option) {
                auto id = base::parse_id_as<agency::OfficeId>(option.value);
                return id && frame.directory.is_below(*id, office->id);
            });
        const auto* top = frame.reach.offices().empty() ? nullptr : frame.reach.offices().front();
        const std::string usual = office && office->parent ? base::to_string(*office->parent)
                                  : top                    ? base::to_string(top->id)
                                                           : "";
        parent = html::select(field(frame, filled, "parent", words::parent, usual), options, l);
    }
    return html::input(name, l) + html::input(brief, l) + parent + html::input(code, l);
}

Markup before_closing(const Frame& frame, const agency::Office& office, const OfficeFigures& figures) {
    auto l = frame.language;
    Markup list;
    auto say = [&](std::int64_t count, base::Text text) {
        if (count > 0) list += markup<"<li>{}</li>">(base::filled(text, l, base::with_dots(count)));
    };
    say(at(figures.open_cases, office.id), words::has_cases_first);
    say(static_cast<std::int64_t>(rules_of(frame, office.id).size()), words::has_rules_first);
    say(std::ranges::count_if(frame.directory.offices().below(office.id).subspan(1),
                              &agency::Office::is_active),
        words::has_offices_first);
    if (!office.is_active || list.empty()) return {};
    return html::notice(html::Tone::wait, html::Icon::alert,
                        markup<"<b>{}</b><ul>{}</ul>">(words::before_closing.in(l), list));
}

} // namespace

Markup offices_page(const Frame& frame, const OfficeFigures& figures, const Filled& filled) {
    auto l = frame.language;
    Markup rows;
    for (const auto* office : frame.reach.offices())
        rows += row(frame, *office, figures);
    const std::vector<std::string> heads{std::string(words::office.in(l)), std::string(words::serves.in(l)),
                                         std::string(words::open_cases.in(l)),
                                         std::string(words::staff_here.in(l)),
                                         std::string(words::state.in(l))};
    return settings_page(
        frame, Section::offices, words::offices_title.in(l),
        markup<
            R"(<p class="lede">{}</p>{}<section class="section card pad" aria-labelledby="h-tambah"><h2 id="h-tambah">{}</h2>{}</section>)">(
            words::offices_lede.in(l), table(heads, rows, words::offices_title.in(l)),
            words::add_office.in(l),
            post_form(frame, html::url<"/meja/atur/unit">(),
                      fields(frame, filled, nullptr) + save_button(frame, words::add_office.in(l)))),
        filled.problem);
}

Markup office_page(const Frame& frame, const agency::Office& office, const OfficeFigures& figures,
                   const Filled& filled) {
    auto l = frame.language;
    Markup open;
    if (frame.directory.offices().parent_of(office.id))
        open = html::tick(
            "buka", {"ya", std::string(words::open_tick.in(l)), std::string(words::open_tick_note.in(l))},
            filled.is_ticked("buka", office.is_active) ? html::Ticked::yes : html::Ticked::no);
    return settings_page(
        frame, Section::offices, office.name,
        markup<
            R"(<p><a class="backlink" href="/meja/atur/unit">{}{}</a></p>{}<section class="section card pad">{}</section><section class="section"><h2>{}</h2>{}</section>)">(
            html::icon(html::Icon::back), words::all_offices.in(l), before_closing(frame, office, figures),
            post_form(frame, html::url<"/meja/atur/unit/{}">(office.id),
                      fields(frame, filled, &office) + open + save_button(frame, words::save_office.in(l))),
            words::serves.in(l), serves(frame, office.id)),
        filled.problem);
}

} // namespace administration
