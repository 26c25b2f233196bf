#include "desk/case_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "cases/state_words.h"
#include "desk/case_clock_pages.h"
#include "desk/case_proof_pages.h"
#include "desk/case_side_pages.h"
#include "desk/case_text.h"
#include "desk/case_timeline_pages.h"
#include "desk/case_words.h"
#include "desk/command_label_words.h"
#include "desk/command_words.h"
#include "desk/incident_pages.h"
#include "desk/presence_pages.h"
#include "html/forms.h"
#include "outgoing/message_pages.h"
#include "referral/delivery_pages.h"

namespace desk {
namespace {

using cases::CommandName;
using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;
namespace words = case_words;

/// From here on a case alerts at once.
constexpr double urgent_from = 0.8;

html::Url picture_of(const CaseView& view, const std::string& sha256) {
    return html::url<"/meja/laporan/{}/foto/{}">(view.c.code, sha256);
}

std::string arrived_by(const CasePageInput& in) {
    const auto* account = in.directory.account(in.view.c.account);
    return network_name(account ? account->network : std::string_view(), in.language);
}

Markup chips(const CasePageInput& in) {
    const auto& c = in.view.c;
    const auto l = in.language;
    Markup out = cases::state_chip(c.state, l);
    if (c.urgency >= urgent_from) out += html::chip(Tone::bad, Icon::siren, words::urgent.in(l));
    if (c.case_class == cases::Class::oversight)
        out += html::chip(Tone::line, Icon::eye, words::oversight.in(l));
    if (c.is_conduct()) out += html::chip(Tone::line, Icon::user, words::conduct.in(l));
    if (c.identity_mode != cases::IdentityMode::public_)
        out += html::chip(Tone::line, Icon::lock, cases::name(c.identity_mode).in(l));
    if (c.contests > 0)
        out += html::chip(Tone::wait, Icon::undo, filled(words::contested, l, {std::to_string(c.contests)}));
    if (c.returns > 0)
        out += html::chip(Tone::wait, Icon::back, filled(words::returned, l, {std::to_string(c.returns)}));
    return out;
}

/// The clock that matters most: the first to run out of those that run.
Markup next_clock(const CasePageInput& in) {
    const RunningDeadline* next = nullptr;
    for (const auto& each : in.view.deadlines)
        if (each.row.is_running() && (!next || each.row.due_at < next->row.due_at)) next = &each;
    return next ? case_clock(next->row, in.now, in.directory.agency().zone, in.language) : Markup{};
}

Markup head(const CasePageInput& in) {
    const auto& c = in.view.c;
    const auto l = in.language;
    const auto* topic = c.topic ? in.directory.topic(*c.topic) : nullptr;
    const std::string place = place_words(c);
    std::string about =
        std::string(triage::name(c.kind).in(l)) + ", " +
        (topic ? topic->name(l) : spoken(words::no_topic, l)) + ". " +
        (place.empty() ? spoken(words::no_place, l) : place) + ". " +
        filled(words::received, l,
               {base::spoken_time(c.received_at, in.directory.agency().zone, l), arrived_by(in)});
    return markup<
        R"(<div class="case-head"><p><a href="/meja" class="btn btn-bare backlink">{}{}</a></p><div class="row"><span class="code quiet">{}</span>{}{}{}</div><h1>{}</h1><p class="quiet">{}</p></div>)">(
        html::icon(Icon::back), words::back.in(l), c.code, chips(in), next_clock(in),
        presence(c.code, in.csrf, in.others, l), c.title, about);
}

/// Whether the newest thing of that kind is what this person has just done.
const Happened* just_done(const CasePageInput& in) {
    static constexpr std::pair<CommandName, std::string_view> kinds[] = {
        {CommandName::verify, "case.verified"},
        {CommandName::archive, "case.archived"},
        {CommandName::restore, "case.restored"},
        {CommandName::assign, "case.assigned"},
        {CommandName::return_, "case.returned"},
        {CommandName::start, "case.started"},
        {CommandName::schedule, "case.scheduled"},
        {CommandName::ask, "case.asked"},
        {CommandName::answered, "case.answered"},
        {CommandName::resolve, "case.resolved"},
        {CommandName::decline, "case.declined"},
        {CommandName::refer, "case.referred"},
        {CommandName::note, "case.noted"},
        {CommandName::join, "case.joined"},
        {CommandName::separate, "case.separated"},
        {CommandName::reclassify, "case.reclassified"},
        {CommandName::release_text, "case.text_released"},
        {CommandName::redact, "case.redacted"},
        {CommandName::receipt, "case.receipted"},
        {CommandName::hand_back, "case.handed_back"}};
    constexpr auto just = std::chrono::minutes(2);
    for (const auto& [name, kind] : kinds) {
        if (in.done != name) continue;
        const auto* last = in.view.last(kind);
        const bool is_theirs = last && last->staff == in.person.staff && in.now - last->at < just;
        return is_theirs ? last : nullptr;
    }
    return nullptr;
}

std::string office_name(const CasePageInput& in, std::optional<agency::OfficeId> id) {
    const auto* office = id ? in.directory.office(*id) : nullptr;
    return office ? office->name : std::string();
}

/// Taking back what was just done, where it can be: the archive, joining and separating, and sending it to
/// another office.
Markup undo(const CasePageInput& in, const Happened& what) {
    const CommandInput command{in.view, in.directory, in.language, in.csrf, in.choices};
    const Markup label = html::icon(Icon::undo) + Markup::text(words::undo.in(in.language));
    if (in.done == CommandName::archive && in.view.can(CommandName::restore))
        return press(command, CommandName::restore, label, "btn");
    if (in.done == CommandName::join && in.view.can(CommandName::separate))
        return press(command, CommandName::separate, label, "btn",
                     html::hidden("from", text_at(what.data, "with")));
    if (in.done == CommandName::separate && in.view.can(CommandName::join))
        return press(command, CommandName::join, label, "btn",
                     html::hidden("with", text_at(what.data, "from")));
    if (in.done != CommandName::assign || !in.view.can(CommandName::assign)) return {};
    const auto from = office_at(what.data, "from_office");
    if (!from || from == in.view.c.office) return {};
    return press(command, CommandName::assign, label, "btn", html::hidden("office", base::to_string(*from)));
}

Markup done_notice(const CasePageInput& in) {
    const auto* what = in.done ? just_done(in) : nullptr;
    if (!what) return {};
    const std::string text =
        filled(command_words::done(*in.done), in.language, {office_name(in, in.view.c.office)});
    return markup<
        R"(<div class="notice notice-good done" role="status" tabindex="-1" data-done>{}<span class="grow">{}</span>{}</div>)">(
        html::icon(Icon::check), text, undo(in, *what));
}

Markup arbiter_notice(const CasePageInput& in) {
    if (!waits_for_arbiter(in.view.c)) return {};
    return html::notice(Tone::wait, Icon::alert, Markup::text(words::arbiter.in(in.language)));
}

TimelineInput timeline_input(const CasePageInput& in) {
    return {.view = in.view,
            .directory = in.directory,
            .language = in.language,
            .picture = [&view = in.view](const std::string& sha256) { return picture_of(view, sha256); }};
}

/// What happened since the person opened the form that came back.
Markup changed(const CasePageInput& in) {
    if (!in.open || !in.problem || in.view.timeline.size() <= in.open->events_seen) return {};
    if (in.problem->code != "case.changed_meanwhile" && in.problem->code != "case.wrong_state") return {};
    return markup<
        R"(<section class="card pad changed" role="alert" tabindex="-1" data-problems aria-labelledby="h-berubah"><h2 id="h-berubah">{}</h2><p class="gap-s">{}</p><div class="gap-top">{}</div></section>)">(
        command_words::changed_title.in(in.language), command_words::changed_text.in(in.language),
        case_timeline(timeline_input(in), in.view.timeline.size() - in.open->events_seen));
}

Markup timeline_card(const CasePageInput& in) {
    return markup<
        R"(<section class="card pad" id="jejak" aria-labelledby="h-jejak"><h2 id="h-jejak" class="h-gap">{}</h2>{}</section>)">(
        words::timeline.in(in.language), case_timeline(timeline_input(in)));
}

Markup told_card(const CasePageInput& in) {
    if (in.view.told.empty()) return {};
    const auto& agency = in.directory.agency();
    return markup<
        R"(<section class="card pad" id="kabar" aria-labelledby="h-kabar"><h2 id="h-kabar" class="h-gap">{}</h2>{}</section>)">(
        words::told.in(in.language), outgoing::messages({.all = in.view.told,
                                                         .agency = agency.name,
                                                         .zone = agency.zone,
                                                         .language = in.language,
                                                         .reader = outgoing::Reader::staff,
                                                         .addresses = in.view.told_at}));
}

Markup keys(base::Language l) {
    return html::more(words::keys.in(l), markup<R"(<p class="quiet small">{}</p>)">(words::keys_list.in(l)),
                      html::attribute("id", "tombol-pintas"));
}

staff::Console console(std::string title, const staff::Principal& person, const agency::Directory& directory,
                       base::Language l, std::string csrf) {
    return {.title = std::move(title),
            .here = staff::Room::desk,
            .person = person,
            .directory = directory,
            .language = l,
            .csrf = std::move(csrf)};
}

} // namespace

Markup desk_case_page(const CasePageInput& in) {
    const auto& view = in.view;
    const auto l = in.language;
    const CommandInput command{view, in.directory, l, in.csrf, in.choices};
    const ProofInput proof{.view = view,
                           .directory = in.directory,
                           .language = l,
                           .picture = [&](const std::string& sha256) { return picture_of(view, sha256); }};
    Markup form = in.open ? command_card(command, *in.open, in.problem) : Markup{};
    if (in.open && in.open->name == CommandName::resolve) form = proves_all_notice(view, l) + form;
    // Who verifies reads the words first; every other form stands above them.
    const bool words_first = in.open && in.open->name == CommandName::verify && !in.problem;
    Markup main = done_notice(in) + arbiter_notice(in) + doubt_card(command, in.reason_is_missing) +
                  changed(in) + actions_card(command, in.open ? std::optional(in.open->name) : std::nullopt);
    main += words_first ? words_card(proof) + form + proof_card(proof)
                        : form + proof_card(proof) + words_card(proof);
    main += timeline_card(in) + told_card(in) + keys(l);
    const Markup handed =
        view.delivery ? referral::delivery_card(*view.delivery, in.directory.agency().zone, l) : Markup{};
    const Markup side = handed + incident_card(command) + alike_card(command) +
                        deadlines_card(view, in.csrf, in.now, in.directory.agency().zone, l) +
                        place_card(view, in.directory, in.csrf, l) + why_here_card(view, in.directory, l);
    return staff::console_page(
        console(view.c.code + " " + view.c.title, in.person, in.directory, l, in.csrf),
        markup<
            R"({}<div class="split split-wide" data-case="{}"><div class="stack">{}</div><aside class="sidecol" aria-label="{}">{}</aside></div>)">(
            head(in), view.c.code, main, words::deadlines.in(l), side));
}

Markup identity_page(const IdentityPageInput& in) {
    const auto l = in.language;
    auto value = [&](const std::optional<std::string>& text) {
        return Markup::text(text && !text->empty() ? std::string_view(*text) : words::identity_empty.in(l));
    };
    const html::Fact facts[] = {
        {spoken(words::identity_name, l), value(in.identity.name)},
        {spoken(words::identity_handle, l), value(in.identity.handle)},
        {spoken(words::identity_email, l), value(in.identity.contact.email)},
        {spoken(words::identity_phone, l), value(in.identity.contact.phone)},
        {spoken(words::identity_network, l), Markup::text(network_name(in.identity.network, l))}};
    return staff::console_page(
        console(spoken(words::identity_title, l) + " " + in.c.code, in.person, in.directory, l, in.csrf),
        markup<
            R"(<div class="case-head"><span class="code quiet">{}</span><h1>{}</h1></div>{}<section class="card pad gap-top">{}</section><p class="gap-top">{}</p>)">(
            in.c.code, words::identity_title.in(l),
            html::notice(Tone::wait, Icon::lock, Markup::text(words::identity_logged.in(l))),
            html::facts(facts) + as_written(in.said, in.directory, l),
            html::button_link(html::Weight::main, html::url<"/meja/laporan/{}">(in.c.code),
                              words::identity_back.in(l), Icon::back)));
}

Markup gone_page(const GonePageInput& in) {
    const auto l = in.language;
    const std::string title = filled(words::gone_title, l, {in.code});
    return staff::console_page(
        console(title, in.person, in.directory, l, in.csrf),
        markup<R"(<h1>{}</h1><div class="gap-top">{}</div><p class="gap-top">{}</p>)">(
            title,
            html::notice(Tone::good, Icon::check,
                         markup<"<span>{} {}</span>">(filled(command_words::done(in.done), l, {in.office}),
                                                      words::left_you.in(l))),
            html::button_link(html::Weight::main, html::url<"/meja">(), words::to_desk.in(l), Icon::inbox)));
}

} // namespace desk
