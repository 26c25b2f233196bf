#include "base/filled.h"
#include "base/text.h"
#include "cases/state_pages.h"
#include "deadlines/chip_pages.h"
#include "desk/broken_pages.h"
#include "desk/desk_pages.h"
#include "desk/desk_words.h"
#include "desk/incident_words.h"
#include "desk/presence_pages.h"
#include "desk/view_pages.h"
#include "desk/view_words.h"
#include "html/forms.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace desk {
namespace {

using base::Language;
using html::Markup;
using html::markup;

struct Channel {
    html::Icon icon;
    std::string name;
};

Channel channel_of(const cases::Case& c, const agency::Directory& directory, Language l) {
    const auto* account = directory.account(c.account);
    const std::string network = account ? account->network : std::string("form");
    if (network == "x") return {html::Icon::net_x, "X"};
    if (network == "instagram") return {html::Icon::net_instagram, "Instagram"};
    if (network == "facebook") return {html::Icon::net_facebook, "Facebook"};
    if (network == "tiktok") return {html::Icon::net_tiktok, "TikTok"};
    if (network == "youtube") return {html::Icon::net_youtube, "YouTube"};
    if (network == "whatsapp") return {html::Icon::net_whatsapp, "WhatsApp"};
    if (network == "mail") return {html::Icon::net_mail, l == Language::en ? "Mail" : "Surel"};
    if (network == "phone") return {html::Icon::chat, l == Language::en ? "Phone" : "Telepon"};
    if (network == "manual") return {html::Icon::pen, l == Language::en ? "Recorded" : "Dicatat petugas"};
    if (network == "form") return {html::Icon::net_form, l == Language::en ? "Form" : "Formulir"};
    return {html::Icon::chat, network};
}

/// Never a name: names are sealed, and the case page opens the seal for those who may, with a log entry.
std::string who_of(const cases::Case& c, Language l) {
    std::string out(c.identity_mode == cases::IdentityMode::anonim ? words::anonymous.in(l)
                                                                   : words::reporter.in(l));
    if (auto area = area_of(c); !area.empty()) out += ", " + area;
    return out;
}

std::string about_of(const cases::Case& c, const agency::Directory& directory, Language l) {
    const auto* topic = c.topic ? directory.topic(*c.topic) : nullptr;
    return topic ? topic->name(l) : std::string(triage::name(c.kind).in(l));
}

Markup row_of(const ListRow& row, const DeskPage& page) {
    const auto l = page.language;
    const auto& c = row.c;
    const auto channel = channel_of(c, page.directory, l);
    const auto* office = c.office ? page.directory.office(*c.office) : nullptr;
    Address here = page.address;
    here.code = c.code;
    Markup marks = cases::state_chip(c.state, l);
    if (page.directory.agency().is_emergency(c.urgency))
        marks = html::chip(html::Tone::bad, html::Icon::siren, words::urgent.in(l)) + marks;
    if (row.people > 1)
        marks = html::chip(html::Tone::line, html::Icon::users,
                           filled(incident_words::people, l, std::to_string(row.people))) +
                marks;
    const bool is_new = c.state == cases::State::received;
    return markup<
        R"(<li class="{}" id="baris-{}"{}><span class="item-net">{}<span class="vh">{}</span></span><span class="item-who"><a href="{}">{}<span class="vh">, {}</span></a></span>{}<p class="item-text">{}</p><div class="item-meta"><span>{}</span><span>{}</span>{}<span class="row-end">{}</span></div></li>)">(
        is_new ? "item item-new" : "item", c.code,
        html::attribute_if(c.code == page.address.code, "aria-current", "true") +
            html::attribute("data-open", html::url<"/meja/laporan/{}">(c.code).str()),
        html::icon(channel.icon), channel.name, pane_url_of(here), who_of(c, l), c.code,
        row.clock ? deadlines::clock_chip(*row.clock, page.now, page.directory.agency().zone, l)
                  : markup<"<span></span>">(),
        row.view.may_see_words ? std::string_view(c.proposed_text) : std::string_view(c.title),
        about_of(c, page.directory, l),
        office ? std::string_view(office->short_name.empty() ? office->name : office->short_name)
               : words::queue.in(l),
        marks, faces(row.others, l));
}

Markup kind_pill(const DeskPage& page, std::optional<cases::Kind> kind, std::string_view word) {
    Address to = page.address;
    to.kind = kind;
    to.after.reset();
    to.code.clear();
    return markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
        url_of(to), html::attribute_if(page.address.kind == kind, "aria-current", "true"), word);
}

/// `all` stands first and fits everything.
Markup filter_select(std::string_view id, std::string_view label, std::string_view all,
                     std::span<const html::Option> options, std::string_view chosen) {
    Markup rest = markup<R"(<option value="">{}</option>)">(all);
    for (const auto& option : options)
        rest += markup<R"(<option value="{}"{}>{}</option>)">(
            option.value, html::flag("selected", option.value == chosen), option.label);
    return markup<
        R"(<div class="field"><label class="label" for="{}">{}</label><select class="select" id="{}" name="{}">{}</select></div>)">(
        id, label, id, id, rest);
}

Markup filter_form(const DeskPage& page) {
    const auto l = page.language;
    std::vector<html::Option> kinds, offices, topics;
    for (auto kind : {cases::Kind::complaint, cases::Kind::question, cases::Kind::information_request,
                      cases::Kind::aspiration, cases::Kind::appreciation})
        kinds.push_back({std::string(base::code_of(kind)), std::string(triage::name(kind).in(l))});
    for (auto id : page.person.scope(page.directory))
        offices.push_back({base::to_string(id), page.directory.path_name(id)});
    for (const auto& topic : page.directory.topics())
        topics.push_back({topic.code, topic.name(l)});
    const auto& address = page.address;
    const std::string kind = address.kind ? std::string(base::code_of(*address.kind)) : std::string();
    const std::string office = address.office ? base::to_string(*address.office) : std::string();
    const Markup selects =
        filter_select("jenis", words::kind.in(l), words::any_kind.in(l), kinds, kind) +
        filter_select("unit", words::office.in(l), words::any_office.in(l), offices, office) +
        filter_select("topik", words::topic.in(l), words::any_topic.in(l), topics, address.topic);
    const Markup clear =
        html::when(address.is_filtered(),
                   html::button_link(html::Weight::bare, url_of({.view = address.view}), words::clear.in(l)));
    return html::more(
        words::more_filters.in(l),
        markup<
            R"(<form class="filters" action="/meja" method="get">{}{}{}<p class="row"><button class="btn">{}</button>{}</p></form>)">(
            html::hidden("pandangan", slug_of(address.view)),
            html::when(!address.words.empty(), html::hidden("cari", address.words)), selects,
            words::apply.in(l), clear),
        html::flag("open", address.office || !address.topic.empty()));
}

Markup nothing(const DeskPage& page) {
    const auto l = page.language;
    if (page.address.is_filtered())
        return html::empty_state(
            {.icon = html::Icon::search,
             .title = std::string(words::no_match_title.in(l)),
             .text = Markup::text(words::no_match_text.in(l)),
             .action = html::button_link(html::Weight::plain, url_of({.view = page.address.view}),
                                         words::clear.in(l))});
    const bool is_mine = page.address.view == cases::View::mine;
    return html::empty_state(
        {.icon = html::Icon::check2,
         .title = std::string((is_mine ? words::nothing_title : words::empty_title).in(l)),
         .text = Markup::text(words::nothing_text.in(l))});
}

Markup rows_of(const DeskPage& page) {
    const auto l = page.language;
    Markup more;
    auto step = [&](std::optional<cases::ViewMark> after, base::Text text) {
        Address to = page.address;
        to.after = after;
        to.code.clear();
        more += html::button_link(html::Weight::plain, url_of(to), text.in(l));
    };
    if (page.address.after) step(std::nullopt, words::first_page);
    const bool is_empty = page.desk.rows.empty();
    if (page.desk.next) step(page.desk.next, is_empty ? words::search_on : words::next_page);
    if (!more.empty()) more = markup<R"(<p class="row pad-head">{}</p>)">(more);
    if (is_empty)
        return markup<R"(<div class="rows" id="daftar" tabindex="-1">{}{}</div>)">(nothing(page), more);
    return markup<R"(<div class="rows" id="daftar" tabindex="-1"><ul aria-label="{}">{}</ul>{}</div>)">(
        filled(words::list_label, l,
               {(is_of_open_cases(page.address.view) && page.address.words.empty() ? words::longest_first
                                                                                   : words::newest_first)
                    .in(l)}),
        html::join(page.desk.rows, [&](const ListRow& row) { return row_of(row, page); }), more);
}

} // namespace

std::string area_of(const cases::Case& c) {
    return c.area ? places::gazetteer().everyday_name(*c.area) : std::string();
}

Markup list_pane(const DeskPage& page) {
    const auto l = page.language;
    const auto& address = page.address;
    const std::string heading = address.words.empty() ? std::string(name(address.view).in(l))
                                                      : filled(words::searched, l, {address.words});
    using cases::Kind;
    return markup<
        R"(<section class="pane-list" aria-labelledby="judul-daftar"><div class="pane-head">{}<div class="row"><h2 id="judul-daftar">{}</h2><span class="muted small" id="jumlah">{}</span><span class="live row-end" id="sambungan" role="status"{} hidden></span><button class="btn btn-bare btn-icon hide-phone" id="buka-tombol" type="button" hidden aria-label="{}">{}</button><a class="btn btn-bare only-phone" href="#pandangan">{}{}</a></div><div class="pills" role="group" aria-label="{}">{}{}{}</div>{}<button class="btn btn-main" id="baru" type="button"{} hidden></button></div>{}</section>)">(
        broken_notice(page.desk.broken, page.directory, page.person, l), heading,
        filled(page.desk.fits.has_more ? words::more_than : words::open_count, l,
               {base::with_dots(page.desk.fits.count)}),
        html::attribute("data-on", words::connected.in(l)) +
            html::attribute("data-off", words::disconnected.in(l)),
        words::keys.in(l), html::icon(html::Icon::help), html::icon(html::Icon::list), words::views.in(l),
        words::filters.in(l), kind_pill(page, std::nullopt, words::any_kind.in(l)),
        kind_pill(page, Kind::complaint, triage::name(Kind::complaint).in(l)),
        kind_pill(page, Kind::question, triage::name(Kind::question).in(l)), filter_form(page),
        html::attribute("data-words", words::new_cases.in(l)), rows_of(page));
}

} // namespace desk
