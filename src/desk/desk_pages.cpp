#include "desk/desk_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "deadlines/chip_pages.h"
#include "deadlines/happening.h"
#include "deadlines/own_profiles.h"
#include "desk/desk_words.h"
#include "desk/presence_pages.h"
#include "desk/view_pages.h"
#include "html/story.h"
#include "places/gazetteer.h"

namespace desk {
namespace {

using html::Markup;
using html::markup;

Markup clocks_of(const Summary& summary, const DeskPage& page) {
    const auto l = page.language;
    const auto zone = page.directory.agency().zone;
    Markup lines;
    for (const auto& clock : summary.clocks) {
        Markup chip = deadlines::clock_chip(clock, page.now, zone, l);
        if (chip.empty()) continue;
        lines += markup<R"(<li><span>{}</span>{}<small>{}</small></li>)">(
            deadlines::spoken_name(clock, deadlines::profiles_of(page.directory), l), chip,
            filled(words::due_at, l, {base::spoken_time(clock.due_at, zone, l)}));
    }
    if (lines.empty()) return markup<R"(<p class="quiet">{}</p>)">(words::no_deadlines.in(l));
    return markup<R"(<ul class="clocks">{}</ul>)">(lines);
}

std::string rule_words(const agency::RoutingRule& rule, const DeskPage& page) {
    const auto l = page.language;
    const auto* topic = rule.topic ? page.directory.topic(*rule.topic) : nullptr;
    const std::string area = rule.area ? places::gazetteer().everyday_name(*rule.area) : std::string();
    return filled(words::by_rule, l,
                  {topic ? std::string_view(topic->name(l)) : words::every_topic.in(l),
                   area.empty() ? words::everywhere.in(l) : std::string_view(area)});
}

std::string why_here(const Summary& summary, const DeskPage& page) {
    const auto l = page.language;
    if (!summary.row.c.office) return std::string(words::by_none.in(l));
    if (summary.assigned_at && !summary.assigned_by.empty())
        return filled(
            words::by_person, l,
            {summary.assigned_by, base::short_time(*summary.assigned_at, page.directory.agency().zone, l)});
    if (summary.rule) return rule_words(*summary.rule, page);
    return std::string(words::by_received.in(l));
}

Markup panel(base::Text title, base::Language l, const Markup& body) {
    return markup<R"(<div class="panel"><h3>{}</h3>{}</div>)">(title.in(l), body);
}

Markup words_of(const Summary& summary, base::Language l) {
    if (!summary.row.view.may_see_words) return markup<R"(<p class="quiet">{}</p>)">(words::no_words.in(l));
    return markup<R"({}<p class="tiny muted">{}</p>)">(html::paragraphs(summary.row.c.proposed_text),
                                                       words::masked_note.in(l));
}

Markup summary_of(const Summary& summary, const DeskPage& page) {
    const auto l = page.language;
    const auto& c = summary.row.c;
    const auto* office = c.office ? page.directory.office(*c.office) : nullptr;
    const auto open = html::url<"/meja/laporan/{}">(c.code);
    const std::string where = c.area ? places::gazetteer().full_name(*c.area) : std::string();
    std::string place = c.place_name.value_or("");
    if (!place.empty() && !where.empty()) place += ", ";
    place += where;
    const html::Fact facts[] = {
        {std::string(words::office.in(l)),
         Markup::text(office ? std::string_view(office->name) : words::queue.in(l))},
        {std::string(words::person.in(l)),
         Markup::text(summary.person.empty() ? words::nobody.in(l) : std::string_view(summary.person))},
        {std::string(words::why_here.in(l)), Markup::text(why_here(summary, page))},
        {std::string(words::place.in(l)),
         Markup::text(place.empty() ? words::no_place.in(l) : std::string_view(place))},
    };
    return markup<
               R"(<div class="panel"><p class="only-phone"><a class="btn btn-bare backlink" href="#isi">{}{}</a></p><div class="row"><span class="code quiet small">{}</span><span class="row-end">{}</span></div><h2 class="desk-title" id="judul-laporan"><a href="{}">{}</a></h2><p class="quiet">{}, {}</p><p class="row row-gap">{}{}</p></div>)">(
               html::icon(html::Icon::back), words::back_to_list.in(l), c.code, cases::state_chip(c.state, l),
               open, c.title, triage::name(c.kind).in(l),
               filled(words::received_at, l,
                      {base::short_time(c.received_at, page.directory.agency().zone, l)}),
               html::button_link(html::Weight::main, open, words::open_case.in(l)),
               presence(c.code, page.csrf, summary.row.others, l)) +
           panel(words::what_it_says, l, words_of(summary, l)) +
           panel(words::deadlines, l, clocks_of(summary, page)) +
           panel(words::in_charge, l, html::facts(facts));
}

Markup keys_dialog(base::Language l) {
    struct Key {
        std::string_view key;
        base::Text words;
    };
    static constexpr Key keys[] = {{"j", words::key_down},
                                   {"k", words::key_up},
                                   {"Enter", words::key_open},
                                   {"/", words::key_search},
                                   {"?", words::key_help}};
    return markup<
        R"(<dialog class="keys" id="tombol" aria-labelledby="judul-tombol"><h2 id="judul-tombol">{}</h2><dl class="facts">{}</dl><form method="dialog"><button class="btn">{}</button></form></dialog>)">(
        words::keys.in(l),
        html::join(keys,
                   [&](const Key& key) {
                       return markup<R"(<dt><kbd>{}</kbd></dt><dd>{}</dd>)">(key.key, key.words.in(l));
                   }),
        words::close.in(l));
}

} // namespace

Markup summary_part(const DeskPage& page) {
    const auto l = page.language;
    if (page.desk.summary) return summary_of(*page.desk.summary, page);
    const bool is_gone = !page.address.code.empty();
    Address list = page.address;
    list.code.clear();
    return markup<
        R"(<h2 class="vh" id="judul-laporan">{}</h2>{}<p class="only-phone pad-head"><a class="btn" href="{}">{}</a></p>)">(
        (is_gone ? words::gone_title : words::choose_title).in(l),
        html::empty_state({.icon = is_gone ? html::Icon::search : html::Icon::doc,
                           .title = std::string((is_gone ? words::gone_title : words::choose_title).in(l)),
                           .text = Markup::text((is_gone ? words::gone_text : words::choose_text).in(l))}),
        url_of(list), words::back_to_list.in(l));
}

Markup list_part(const DeskPage& page) {
    return markup<R"(<div>{}{}</div>)">(views_nav(page.desk, page.address, page.language), list_pane(page));
}

Markup desk_page(const DeskPage& page) {
    const auto l = page.language;
    const Markup body = markup<
        R"(<div class="panes panes-two">{}<main class="panes-main" id="isi" tabindex="-1"><h1 class="vh">{}</h1>{}<section class="pane-summary" id="laporan" aria-labelledby="judul-laporan" tabindex="-1">{}</section></main></div>{})">(
        views_nav(page.desk, page.address, l), words::title.in(l), list_pane(page), summary_part(page),
        keys_dialog(l));
    return staff::console_page({.title = std::string(words::title.in(l)),
                                .here = staff::Room::desk,
                                .person = page.person,
                                .directory = page.directory,
                                .language = l,
                                .csrf = page.csrf,
                                .layout = staff::Layout::panes,
                                .searched = page.address.words},
                               body);
}

} // namespace desk
