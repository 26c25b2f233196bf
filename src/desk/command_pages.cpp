#include "desk/command_pages.h"

#include "desk/case_text.h"
#include "desk/case_words.h"
#include "desk/command_fields_pages.h"
#include "desk/command_label_words.h"
#include "desk/command_words.h"
#include "html/forms.h"
#include "html/marks.h"

#include <algorithm>

namespace desk {
namespace {

using cases::CommandName;
using html::Icon;
using html::Markup;
using html::markup;
namespace words = command_words;

/// In the order in which people need them; the first five that are possible stand in the row.
constexpr CommandName order[] = {
    CommandName::verify,   CommandName::assign,     CommandName::start,        CommandName::resolve,
    CommandName::answered, CommandName::restore,    CommandName::note,         CommandName::ask,
    CommandName::schedule, CommandName::return_,    CommandName::archive,      CommandName::decline,
    CommandName::refer,    CommandName::reclassify, CommandName::release_text, CommandName::join,
    CommandName::separate, CommandName::redact,     CommandName::receipt,      CommandName::hand_back};
constexpr std::size_t in_the_row = 5;

Icon icon_of(CommandName name) {
    switch (name) {
    case CommandName::verify: return Icon::seen;
    case CommandName::archive: return Icon::archive;
    case CommandName::restore: return Icon::undo;
    case CommandName::assign: return Icon::assign;
    case CommandName::return_: return Icon::back;
    case CommandName::start: return Icon::work;
    case CommandName::schedule: return Icon::calendar;
    case CommandName::ask: return Icon::wait;
    case CommandName::answered: return Icon::chat;
    case CommandName::resolve: return Icon::done;
    case CommandName::decline: return Icon::refused;
    case CommandName::refer: return Icon::refer;
    case CommandName::note: return Icon::note;
    case CommandName::join:
    case CommandName::separate: return Icon::merge;
    case CommandName::reclassify: return Icon::pen;
    case CommandName::release_text: return Icon::eye;
    case CommandName::redact: return Icon::lock;
    case CommandName::receipt: return Icon::check;
    case CommandName::hand_back: return Icon::undo;
    case CommandName::merge:
    case CommandName::unmerge: return Icon::merge;
    case CommandName::confirm:
    case CommandName::contest:
    case CommandName::close:
    case CommandName::object: return Icon::dots;
    }
    return Icon::dots;
}

std::string_view key_of(CommandName name) {
    switch (name) {
    case CommandName::verify: return "v";
    case CommandName::resolve: return "e";
    case CommandName::assign: return "s";
    case CommandName::note: return "n";
    default: return {};
    }
}

html::Attributes key_attributes(CommandName name) {
    const auto key = key_of(name);
    return html::attribute_if(!key.empty(), "data-key", key) +
           html::attribute_if(!key.empty(), "aria-keyshortcuts", key);
}

bool asks_nothing(CommandName name) {
    return name == CommandName::start || name == CommandName::restore;
}

Markup button(const CommandInput& in, CommandName name, bool is_main, bool is_open) {
    const Markup inside = html::icon(icon_of(name)) + Markup::text(words::label(name).in(in.language));
    if (asks_nothing(name)) return press(in, name, inside, is_main ? "btn btn-main" : "btn");
    // While its form is open, its key presses the form's own button.
    return markup<R"(<a class="{}" href="{}"{}>{}</a>)">(
        is_main ? "btn btn-main" : "btn",
        html::url<"/meja/laporan/{}?lakukan={}#tindakan">(in.view.c.code, noun_of(name)),
        is_open ? html::Attributes{} : key_attributes(name), inside);
}

Markup problem_box(const CommandDraft& draft, const base::Problem& problem, base::Language l) {
    if (problem.code == "case.changed_meanwhile" || problem.code == "case.wrong_state") return {};
    std::string field = problem.field;
    if (field == "change" || field.empty()) field = std::string(fields_of(draft.name).front());
    if (field == "proof" || field == "proof.kind") field = "proof.note";
    const html::Wrong wrong[] = {{control_id(field), std::string(words::problem(problem).in(l))}};
    return html::problem_summary(words::not_done.in(l), words::kept_safe.in(l), wrong);
}

/// What was typed for a command that is not possible any more: nothing is lost.
Markup kept_words(const CommandInput& in, const CommandDraft& draft) {
    Markup out;
    for (const auto& [field, value] : draft.fields) {
        if (value.empty() || !(field == "public_text" || field == "reason" || field == "question" ||
                               field == "answer" || field == "text" || field == "proof.note" ||
                               field == "public_reason" || field == "budget_source" || field == "agency"))
            continue;
        out += html::text_area({.id = control_id(field),
                                .label = spoken(words::you_wrote, in.language),
                                .value = value,
                                .more = html::flag("readonly", true)},
                               in.language);
    }
    return out;
}

} // namespace

std::string control_id(std::string_view field) {
    std::string out = "f-" + std::string(field);
    std::ranges::replace(out, '.', '-');
    std::ranges::replace(out, '_', '-');
    return out;
}

Markup press(const CommandInput& in, CommandName name, const Markup& inside, std::string_view button_class,
             const Markup& fields) {
    return markup<R"(<form action="{}" method="post">{}{}{}{}<button class="{}">{}</button></form>)">(
        html::url<"/meja/laporan/{}/{}">(in.view.c.code, noun_of(name)), html::hidden("_csrf", in.csrf),
        html::hidden("versi", std::to_string(in.view.c.version)),
        html::hidden("peristiwa", std::to_string(in.view.timeline.size())), fields, button_class, inside);
}

Markup actions_card(const CommandInput& in, std::optional<CommandName> open) {
    const auto l = in.language;
    if (in.view.possible.empty())
        return html::notice(html::Tone::line, Icon::eye, Markup::text(case_words::only_reading.in(l)));
    const auto main = open ? std::nullopt : usual_next(in.view);
    std::vector<CommandName> sorted;
    for (CommandName name : order)
        if (in.view.can(name)) sorted.push_back(name);
    Markup row, rest;
    std::size_t shown = 0;
    for (CommandName name : sorted)
        (shown++ < in_the_row ? row : rest) += button(in, name, main == name, /*is_open=*/open == name);
    if (!rest.empty())
        rest = html::more(case_words::more_commands.in(l), markup<R"(<div class="row">{}</div>)">(rest));
    return markup<
        R"(<section class="card" aria-labelledby="h-aksi"><h2 class="vh" id="h-aksi">{}</h2><div class="actions">{}{}</div></section>)">(
        case_words::what_now.in(l), row, rest);
}

Markup command_card(const CommandInput& in, const CommandDraft& draft,
                    const std::optional<base::Problem>& problem) {
    const auto l = in.language;
    const bool is_possible = in.view.can(draft.name);
    Markup body;
    if (is_possible) {
        const Markup cancel = markup<R"(<a class="btn btn-bare" href="{}" data-close>{}</a>)">(
            html::url<"/meja/laporan/{}?lakukan=tutup">(in.view.c.code), words::cancel.in(l));
        body = markup<
            R"(<form class="command-form" action="{}" method="post" enctype="multipart/form-data" novalidate>{}{}{}{}<div class="row">{}{}</div></form>)">(
            html::url<"/meja/laporan/{}/{}">(in.view.c.code, noun_of(draft.name)),
            html::hidden("_csrf", in.csrf), html::hidden("versi", std::to_string(in.view.c.version)),
            html::hidden("peristiwa", std::to_string(in.view.timeline.size())),
            command_fields({in, draft, problem}),
            markup<R"(<button class="btn btn-main"{}>{}</button>)">(
                draft.name == CommandName::verify ? key_attributes(draft.name) : html::Attributes{},
                words::submit(draft.name).in(l)),
            cancel);
    } else {
        body = html::notice(
                   html::Tone::wait, Icon::alert,
                   markup<"<span><b>{}.</b> {}</span>">(words::gone_title.in(l), words::gone_text.in(l))) +
               kept_words(in, draft);
    }
    return markup<
        R"(<section class="card pad stack-s" id="tindakan" aria-labelledby="h-tindakan" data-command><h2 id="h-tindakan" tabindex="-1">{}</h2>{}{}</section>)">(
        words::label(draft.name).in(l), problem && is_possible ? problem_box(draft, *problem, l) : Markup{},
        body);
}

} // namespace desk
