#include "desk/incident_pages.h"

#include "base/filled.h"
#include "cases/state_pages.h"
#include "desk/case_text.h"
#include "desk/incident_words.h"
#include "html/forms.h"
#include "html/marks.h"

#include <fmt/format.h>

#include <cmath>

namespace desk {
namespace {

using base::Language;
using cases::CommandName;
using html::Markup;
using html::markup;
namespace words = incident_words;

Markup people_chip(int people, Language l) {
    return html::chip(html::Tone::line, html::Icon::users, filled(words::people, l, std::to_string(people)));
}

Markup case_line(const cases::Case& c, Language l) {
    return markup<R"(<a href="{}"><span class="code">{}</span> {}</a> {})">(
        html::url<"/meja/laporan/{}">(c.code), c.code, c.title, cases::state_chip(c.state, l));
}

std::string apart(base::Duration between, Language l) {
    const auto hours = std::chrono::floor<std::chrono::hours>(between).count();
    if (hours < 1) return spoken(words::within_an_hour, l);
    if (hours < 48) return filled(words::hours, l, std::to_string(hours));
    return filled(words::days, l, std::to_string(hours / 24));
}

/// "jarak 120 m; nomor sama: gang 3; kata: lubang, jembatan; selisih 5 jam"
std::string reasons(const cases::Likeness& why, Language l) {
    std::vector<std::string> out;
    if (why.meters) out.push_back(filled(words::meters, l, fmt::format("{:.0f}", std::round(*why.meters))));
    if (!why.place.empty()) out.push_back(filled(words::same_place, l, base::join(why.place, " ")));
    std::vector<std::string> numbers;
    for (const auto& number : why.numbers)
        numbers.push_back((number.of == "gang-" ? "gang" : number.of) + " " + number.name);
    if (!numbers.empty()) out.push_back(filled(words::same_numbers, l, base::join(numbers, ", ")));
    if (!why.words.empty()) out.push_back(filled(words::same_words, l, base::join(why.words, ", ")));
    out.push_back(apart(why.apart, l));
    return base::join(out, "; ");
}

Markup alike_item(const CommandInput& in, const cases::Alike& alike) {
    const auto l = in.language;
    Markup button;
    if (in.view.can(CommandName::join))
        button = press(in, CommandName::join,
                       html::icon(html::Icon::merge) +
                           markup<R"({}<span class="vh"> {}</span>)">(words::join.in(l), alike.c.code),
                       "btn", html::hidden("with", alike.c.code));
    return markup<R"(<li class="stack-s"><p>{} {}</p><p class="muted small">{}</p>{}</li>)">(
        case_line(alike.c, l), alike.people() > 1 ? people_chip(alike.people(), l) : Markup{},
        reasons(alike.why, l), button);
}

/// One of the three decisions about a "belum".
Markup decide(const CommandInput& in, cases::Look look, base::Text text, const Markup& fields) {
    return markup<
        R"(<form class="stack-s" action="{}" method="post">{}{}{}<button class="btn">{}</button></form>)">(
        html::url<"/meja/laporan/{}/tinjau">(in.view.c.code), html::hidden("_csrf", in.csrf),
        html::hidden("putusan", base::code_of(look)), fields, text.in(in.language));
}

} // namespace

Markup incident_card(const CommandInput& in) {
    const auto& together = in.view.together;
    const auto l = in.language;
    if (!together.incident) return {};
    const auto& incident = *together.incident;
    Markup list;
    for (const auto& c : together.members)
        list += markup<"<li>{}</li>">(case_line(c, l));
    const int hidden = incident.cases - 1 - static_cast<int>(together.members.size());
    if (hidden > 0)
        list += markup<R"(<li class="muted">{}</li>)">(filled(words::and_more, l, std::to_string(hidden)));
    Markup button;
    if (in.view.can(CommandName::separate) && !together.members.empty())
        button = press(in, CommandName::separate,
                       html::icon(html::Icon::merge) + Markup::text(words::separate.in(l)), "btn",
                       html::hidden("from", together.members.front().code));
    return markup<
        R"(<section class="card pad stack-s" id="kejadian" aria-labelledby="h-kejadian"><div class="row"><h2 id="h-kejadian">{}</h2>{}</div><p>{}</p>{}<h3 class="small quiet">{}</h3><ul class="stack-s">{}</ul>{}</section>)">(
        words::title.in(l), people_chip(incident.people, l),
        filled(words::touched, l, {std::to_string(incident.people), std::to_string(incident.cases)}),
        cases::raise_of(incident.people) > 0
            ? markup<R"(<p class="quiet small">{}</p>)">(words::more_urgent.in(l))
            : Markup{},
        words::members.in(l), list,
        button + markup<R"(<p><a class="link" href="{}">{}</a></p>)">(
                     html::url<"/meja/kejadian/{}">(incident.id), words::whole.in(l)));
}

Markup alike_card(const CommandInput& in) {
    const auto l = in.language;
    if (in.view.together.alike.empty()) return {};
    return markup<
        R"(<section class="card pad stack-s" id="mungkin-sama" aria-labelledby="h-sama"><h2 id="h-sama">{}</h2><p class="quiet small">{}</p><ul class="stack-s">{}</ul></section>)">(
        words::alike.in(l), words::alike_note.in(l),
        html::join(in.view.together.alike, [&](const auto& alike) { return alike_item(in, alike); }));
}

Markup doubt_card(const CommandInput& in, bool reason_is_missing) {
    const auto& together = in.view.together;
    const auto l = in.language;
    Markup out;
    if (together.doubt) {
        const int people = together.incident ? together.incident->people : 1;
        Markup forms;
        if (in.view.can(CommandName::join)) {
            forms = decide(in, cases::Look::reopen_one, words::reopen_one, {});
            if (together.incident) forms += decide(in, cases::Look::reopen_all, words::reopen_all, {});
            forms =
                markup<R"(<div class="row">{}</div>)">(forms) +
                decide(in, cases::Look::keep, words::keep,
                       html::text_area({.id = "alasan-tetap",
                                        .label = spoken(words::keep_reason, l),
                                        .hint = spoken(words::keep_hint, l),
                                        .problem = reason_is_missing ? spoken(words::keep_missing, l) : "",
                                        .name = "alasan",
                                        .more = html::attribute("maxlength", "2000")},
                                       l));
        }
        const auto said = in.view.may.may_see_words ? together.doubt->words.value_or("") : std::string();
        out = markup<
            R"(<section class="card pad stack-s" id="belum" aria-labelledby="h-belum"><h2 id="h-belum">{}</h2><p>{}</p><blockquote class="t-quote">{}</blockquote>{}</section>)">(
            words::doubted.in(l), filled(words::doubted_why, l, std::to_string(people)),
            html::paragraphs(said.empty() ? words::no_words.in(l) : std::string_view(said)), forms);
    }
    if (!together.doubted_codes.empty())
        out += html::notice(
            html::Tone::wait, html::Icon::undo,
            Markup::text(filled(words::doubted_others, l, base::join(together.doubted_codes, ", "))));
    return out;
}

Markup proves_all_notice(const CaseView& view, Language l) {
    if (!view.together.incident) return {};
    return html::notice(
        html::Tone::info, html::Icon::merge,
        Markup::text(filled(words::proves_all, l, std::to_string(view.together.incident->cases - 1))));
}

} // namespace desk
