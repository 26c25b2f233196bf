#include "desk/case_side_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/rule_pages.h"
#include "desk/case_text.h"
#include "desk/case_words.h"
#include "html/forms.h"
#include "html/story.h"
#include "places/address.h"
#include "places/gazetteer.h"
#include "places/map.h"

#include <fmt/format.h>

#include <algorithm>

namespace desk {
namespace {

using base::Language;
using html::Markup;
using html::markup;
namespace words = case_words;

/// The part of the drawing around the pin, not beyond its edges.
std::string around(places::Dot pin, const places::Projection& all) {
    constexpr double width = 200, height = 120;
    const double x = std::clamp(pin.x - width / 2, 0.0, std::max(0.0, all.width() - width));
    const double y = std::clamp(pin.y - height / 2, 0.0, std::max(0.0, all.height() - height));
    return fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", x, y, width, height);
}

/// The regencies of the province, the one of the case in colour, and a pin.
Markup small_map(const cases::Case& c, Language l) {
    std::optional<places::Point> point;
    if (c.lat && c.lon) point = places::Point{*c.lat, *c.lon};
    const auto area = c.area ? places::gazetteer().find(*c.area) : std::nullopt;
    if (!point && area) point = places::Point{area->lat, area->lon};
    if (!point || !area) return {};
    std::vector<std::string> codes;
    for (const auto& regency : places::gazetteer().children(area->code.substr(0, 2)))
        codes.push_back(regency.code);
    const auto map = places::draw_map(codes, 320);
    if (map.areas.empty()) return {};
    const std::string own = area->code.substr(0, 5);
    Markup paths;
    auto pin = map.projection(*point);
    for (const auto& shape : map.areas) {
        const bool is_own = shape.code == own;
        if (is_own && shape.set_apart) pin = shape.label;
        paths +=
            markup<R"(<path class="{}" d="{}"></path>)">(is_own ? "map-area q2" : "map-area", shape.path);
    }
    return markup<
        R"(<div class="map"><svg viewBox="{}" role="img" aria-label="{}">{}<circle class="pin pin-me" cx="{}" cy="{}" r="6"></circle></svg></div>)">(
        around(pin, map.projection), filled(words::map_label, l, {places::gazetteer().full_name(area->code)}),
        paths, fmt::format("{:.1f}", pin.x), fmt::format("{:.1f}", pin.y));
}

Markup reporter_fact(const CaseView& view, Language l) {
    if (!view.has_identity) return Markup::text(words::not_named.in(l));
    const bool is_anonim = view.c.identity_mode == cases::IdentityMode::anonim;
    Markup out = Markup::text((is_anonim ? words::anonim_sealed : words::sealed).in(l));
    if (!view.may.may_see_identity)
        out += markup<R"(<br><span class="muted small">{}</span>)">(words::identity_closed.in(l));
    return out;
}

Markup identity_form(const CaseView& view, std::string_view csrf, Language l) {
    if (!view.has_identity || !view.may.may_see_identity) return {};
    return html::more(
        words::identity_open.in(l),
        markup<
            R"(<form class="stack-s" action="{}" method="post">{}{}<button class="btn">{}{}</button></form>)">(
            html::url<"/meja/laporan/{}/identitas">(view.c.code), html::hidden("_csrf", csrf),
            html::input(
                {.id = "alasan-identitas",
                 .label = spoken(words::identity_reason, l),
                 .hint = spoken(words::identity_reason_hint, l),
                 .name = "alasan",
                 .more = html::attribute("maxlength", "200") + html::attribute("autocomplete", "off")},
                l),
            html::icon(html::Icon::eye), words::identity_send.in(l)));
}

std::string office_name(const agency::Directory& directory, std::optional<agency::OfficeId> id, Language l) {
    const auto* office = id ? directory.office(*id) : nullptr;
    return office ? office->name : spoken(words::no_office, l);
}

std::string rule_sentence(const agency::RoutingRule& rule, std::size_t number,
                          const agency::Directory& directory, Language l) {
    const auto* topic = rule.topic ? directory.topic(*rule.topic) : nullptr;
    std::string where = rule.area ? places::gazetteer().full_name(*rule.area) : spoken(words::anywhere, l);
    if (const auto more = cases::conditions_sentence(rule, directory, l); !more.empty()) where += ", " + more;
    return filled(words::here_rule, l,
                  {std::to_string(number), topic ? topic->name(l) : spoken(words::any_topic, l), where});
}

/// In words of today; empty when the rule was taken away since.
std::string rule_words(std::optional<agency::RoutingRuleId> id, const agency::Directory& directory,
                       Language l) {
    const auto rules = directory.rules();
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (id == rules[i].id) return rule_sentence(rules[i], i + 1, directory, l);
    return {};
}

/// The newest event that gave the case an office.
const Happened* sent_by(const CaseView& view) {
    for (auto each = view.timeline.rbegin(); each != view.timeline.rend(); ++each) {
        if (each->kind == "case.assigned" || each->kind == "case.objected" || each->kind == "case.moved")
            return &*each;
        const bool may_route = each->kind == "case.received" || each->kind == "case.verified" ||
                               each->kind == "case.reclassified";
        if (may_route && office_at(each->data, "office")) return &*each;
    }
    return nullptr;
}

std::string settled_by(const CaseView& view, const agency::Directory& directory, Language l) {
    const std::string who =
        view.c.office ? office_name(directory, view.c.office, l) : spoken(words::here_coordinator, l);
    std::string out = filled(words::here_arbiter, l, {who});
    if (view.arbitration && !view.arbitration->settled_at)
        out += " " + filled(words::here_arbiter_due, l,
                            {base::spoken_time(view.arbitration->due_at, directory.agency().zone, l)});
    return out;
}

std::string how_it_came(const CaseView& view, const agency::Directory& directory, Language l) {
    if (cases::is_being_settled(view.c)) return settled_by(view, directory, l);
    if (!view.c.office) return spoken(words::here_queue, l);
    const auto* sent = sent_by(view);
    if (!sent) return spoken(words::here_received, l);
    if (sent->kind == "case.objected") return spoken(words::here_objection, l);
    if (sent->kind == "case.moved" && !office_at(sent->data, "rule"))
        return filled(words::here_moved, l,
                      {base::short_time(sent->at, directory.agency().zone, l),
                       office_name(directory, office_at(sent->data, "from_office"), l)});
    if (sent->kind != "case.assigned" || sent->by != cases::Party::staff) {
        auto rule = base::parse_id_as<agency::RoutingRuleId>(text_at(sent->data, "rule"));
        std::string by_rule = rule ? rule_words(*rule, directory, l) : std::string();
        if (by_rule.empty() && rule) return spoken(words::here_rule_gone, l);
        return by_rule.empty() ? spoken(words::here_received, l) : by_rule;
    }
    const std::string who = view.name_of(sent->staff);
    const std::string when = base::short_time(sent->at, directory.agency().zone, l);
    const auto from = office_at(sent->data, "from_office");
    if (from && from != view.c.office)
        return filled(words::here_person_from, l, {who, when, office_name(directory, from, l)});
    return filled(words::here_person, l, {who, when});
}

} // namespace

std::string place_words(const cases::Case& c) {
    return places::with_area(c.place_name.value_or(""), c.area.value_or(""));
}

std::string route_words(const cases::Route& route, const agency::Directory& directory, Language l) {
    switch (route.why) {
    case cases::Why::no_rule: return spoken(words::rule_none, l);
    case cases::Why::conduct_up:
    case cases::Why::conduct_top: return spoken(words::rule_conduct, l);
    case cases::Why::rule: break;
    }
    std::string by_rule = rule_words(route.rule, directory, l);
    return by_rule.empty() ? spoken(words::rule_none, l) : by_rule;
}

Markup place_card(const CaseView& view, const agency::Directory& directory, std::string_view csrf,
                  Language l) {
    const auto& c = view.c;
    std::vector<html::Fact> facts;
    auto fact = [&](base::Text name, Markup value) { facts.emplace_back(spoken(name, l), std::move(value)); };
    const std::string where = place_words(c);
    fact(words::place_fact, Markup::text(where.empty() ? words::no_place.in(l) : std::string_view(where)));
    fact(words::office, Markup::text(office_name(directory, c.office, l)));
    const std::string person = view.name_of(c.person);
    fact(words::person, Markup::text(person.empty() ? words::no_person.in(l) : std::string_view(person)));
    if (c.planned_day)
        if (auto day = base::parse_day(*c.planned_day))
            fact(words::planned, Markup::text(base::spoken_day(*day, l)));
    if (c.budget_source) fact(words::budget, Markup::text(*c.budget_source));
    if (c.public_reason) fact(words::public_reason, Markup::text(*c.public_reason));
    fact(words::reporter, reporter_fact(view, l));
    return markup<
        R"(<section class="card pad stack-s" aria-labelledby="h-tempat"><h2 id="h-tempat">{}</h2>{}{}{}</section>)">(
        words::place.in(l), small_map(c, l), html::facts(facts), identity_form(view, csrf, l));
}

Markup why_here_card(const CaseView& view, const agency::Directory& directory, Language l) {
    std::string proposed = route_words(view.route, directory, l);
    if (view.route.office) proposed = office_name(directory, view.route.office, l) + ". " + proposed;
    Markup today = markup<R"(<p class="quiet small">{}</p>)">(filled(words::rule_says, l, {proposed}));
    return markup<
        R"(<section class="card pad stack-s" id="kenapa-di-sini" aria-labelledby="h-sini"><h2 id="h-sini">{}</h2><p>{}</p>{}</section>)">(
        words::why_here.in(l), how_it_came(view, directory, l), today);
}

} // namespace desk
