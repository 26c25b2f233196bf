#include "intake/report_pages.h"

#include "base/filled.h"
#include "cases/state_pages.h"
#include "html/forms.h"
#include "html/marks.h"
#include "html/story.h"
#include "intake/report_words.h"

namespace intake {
namespace {

using html::Markup;
using html::markup;

std::string_view field_of(ReportMember member) {
    switch (member) {
    case ReportMember::key: return "isi-laporan";
    case ReportMember::text: return "isi-laporan";
    case ReportMember::place: return "tempat";
    case ReportMember::identity: return "identitas";
    case ReportMember::email: return "surel";
    case ReportMember::phone: return "hp";
    case ReportMember::photos: return "foto";
    }
    return "isi-laporan";
}

std::string problem_of(const ReportPage& page, ReportMember member) {
    for (const auto& [which, text] : page.problems)
        if (which == member) return std::string(text.in(page.head.language));
    return {};
}

Markup summary(const ReportPage& page) {
    if (page.problems.empty()) return {};
    std::vector<html::Wrong> all;
    for (const auto& [member, text] : page.problems)
        all.push_back({std::string(field_of(member)), std::string(text.in(page.head.language))});
    return html::problem_summary(words::came_back.in(page.head.language),
                                 words::nothing_lost.in(page.head.language), all);
}

/// One press of a button: above everything, so that nobody looks for what is wrong with the form.
Markup asks_once_more(const ReportPage& page) {
    auto l = page.head.language;
    if (page.wait)
        return html::notice(
            html::Tone::bad, html::Icon::clock,
            markup<R"(<strong>{}</strong> {})">(
                words::many.in(l),
                filled(words::many_wait, l,
                       std::to_string(std::chrono::ceil<std::chrono::seconds>(*page.wait).count()))));
    if (page.confirmation.empty()) return {};
    return markup<
        R"({}<p class="gap-s"><button class="btn btn-main btn-big btn-wide" form="laporan">{}</button></p>)">(
        html::notice(html::Tone::info, html::Icon::send,
                     markup<R"(<strong>{}</strong> {})">(words::once_more.in(l), words::once_more_why.in(l))),
        words::once_more_send.in(l));
}

/// One thing that may be theirs: what everybody may read of it, and the button that follows it.
Markup same_thing(const SameThing& same, base::Language l) {
    const std::string heading = same.people > 1 ? filled(words::same_many, l, std::to_string(same.people))
                                                : std::string(words::same_one.in(l));
    return markup<
        R"(<article class="card pad stack-s"><h3 class="h-plain">{}</h3><p><b>{}</b></p><p class="row">{}<a href="{}" target="_blank" rel="noopener">{}<span class="vh"> {}</span></a></p><p><button class="btn btn-main btn-wide" form="laporan" name="sama" value="{}">{}</button></p><p class="muted small">{}</p></article>)">(
        heading, same.title, cases::state_chip(same.state, l), html::url<"/laporan/{}">(same.code),
        words::same_read.in(l), same.code, same.code, words::same_follow.in(l),
        words::same_follow_note.in(l));
}

Markup same_things(const ReportPage& page) {
    auto l = page.head.language;
    if (page.same.empty()) return {};
    return markup<
        R"(<section class="stack gap-top" aria-labelledby="h-sama" tabindex="-1" id="sama"><h2 id="h-sama">{}</h2><p>{}</p>{}<p><button class="btn btn-wide" form="laporan" name="sama" value="{}">{}</button></p></section>)">(
        words::same_title.in(l), words::same_lede.in(l),
        html::join(page.same, [&](const auto& same) { return same_thing(same, l); }), not_the_same,
        words::same_not.in(l));
}

/// Who presses the button below all questions has seen what is the same and means their own.
Markup same_member(const ReportPage& page) {
    return page.same.empty() ? Markup{} : html::hidden("sama", not_the_same);
}

Markup confirmation_member(const ReportPage& page) {
    return page.confirmation.empty() ? Markup{} : html::hidden("pasti", page.confirmation);
}

Markup danger(base::Language l) {
    return markup<R"(<div class="gap-top">{}</div>)">(
        html::notice(html::Tone::bad, html::Icon::siren,
                     markup<R"({}<a href="tel:112">{}</a>{})">(words::danger.in(l), words::danger_call.in(l),
                                                               words::danger_free.in(l))));
}

Markup kept_pictures(const ReportPage& page) {
    if (page.pictures.empty()) return {};
    return markup<R"(<p class="quiet small gap-s">{}</p><div class="row gap-s">{}</div>)">(
        words::photo_kept.in(page.head.language), html::join(page.pictures, [](const auto& picture) {
            return markup<R"({}<img class="thumb" src="{}" width="112" height="84" alt="">)">(
                html::hidden("foto_terkirim", picture.first), picture.second);
        }));
}

Markup photo_question(const ReportPage& page) {
    auto l = page.head.language;
    html::FileDrop drop{.field = {.id = "foto",
                                  .label = std::string(words::photo_label.in(l)),
                                  .hint = std::string(words::photo_hint.in(l)),
                                  .problem = problem_of(page, ReportMember::photos),
                                  .need = html::Need::optional},
                        .most = static_cast<int>(max_report_photos)};
    return markup<
        R"(<section class="q" aria-labelledby="q-foto"><h2 id="q-foto">{}</h2>{}{}<p class="muted small gap-s">{}</p></section>)">(
        words::photo.in(l), html::file_drop(drop, l), kept_pictures(page), words::photo_skip.in(l));
}

Markup what_question(const ReportPage& page) {
    auto l = page.head.language;
    return markup<R"(<section class="q" aria-labelledby="q-apa"><h2 id="q-apa">{}</h2>{}</section>)">(
        words::what.in(l), html::text_area({.id = "isi-laporan",
                                            .label = std::string(words::what_label.in(l)),
                                            .hint = std::string(words::what_hint.in(l)),
                                            .value = page.draft.text,
                                            .problem = problem_of(page, ReportMember::text),
                                            .name = "isi",
                                            .more = html::attribute("maxlength", "4000")},
                                           l));
}

Markup where_question(const ReportPage& page) {
    auto l = page.head.language;
    // A position may stand in for the name, so the browser must not insist on it.
    return markup<R"(<section class="q" aria-labelledby="q-mana"><h2 id="q-mana">{}</h2>{}{}</section>)">(
        words::where.in(l),
        html::input(
            {.id = "tempat",
             .label = std::string(words::where_label.in(l)),
             .hint = std::string(words::where_hint.in(l)),
             .value = page.draft.place,
             .problem = problem_of(page, ReportMember::place),
             .icon = html::Icon::pin,
             .more = html::attribute("autocomplete", "street-address") + html::attribute("maxlength", "300")},
            l),
        html::locate({page.draft.lat, page.draft.lon}, l));
}

Markup who_question(const ReportPage& page) {
    auto l = page.head.language;
    auto text = [&](base::Text t) { return std::string(t.in(l)); };
    const html::Choice options[] = {{"public", text(words::ordinary), text(words::ordinary_note)},
                                    {"anonim", text(words::anonymous), text(words::anonymous_note)},
                                    {"rahasia", text(words::confidential), text(words::confidential_note)}};
    return markup<R"(<div class="q q-free">{}</div>)">(
        html::choices({.id = "identitas",
                       .label = text(words::who),
                       .value = page.draft.identity,
                       .problem = problem_of(page, ReportMember::identity)},
                      options, l));
}

Markup contact_question(const ReportPage& page) {
    auto l = page.head.language;
    return markup<
        R"(<section class="q q-free" aria-labelledby="q-kabar"><h2 id="q-kabar">{} <span class="muted opt">{}</span></h2><div class="two">{}{}</div></section>)">(
        words::news.in(l), words::may_be_empty.in(l),
        html::input({.id = "surel",
                     .label = std::string(words::email.in(l)),
                     .value = page.draft.email,
                     .problem = problem_of(page, ReportMember::email),
                     .need = html::Need::optional,
                     .more = html::attribute("type", "email") + html::attribute("autocomplete", "email") +
                             html::attribute("inputmode", "email")},
                    l),
        html::input({.id = "hp",
                     .label = std::string(words::phone.in(l)),
                     .value = page.draft.phone,
                     .problem = problem_of(page, ReportMember::phone),
                     .need = html::Need::optional,
                     .more = html::attribute("type", "tel") + html::attribute("autocomplete", "tel") +
                             html::attribute("inputmode", "tel")},
                    l));
}

} // namespace

Markup report_page(ReportPage page) {
    auto l = page.head.language;
    page.head.title = std::string(words::title.in(l));
    page.head.here = html::Nav::report;
    page.head.width = html::Width::narrow;
    page.head.islands.push_back(html::Island::report);
    auto body = markup<
        R"(<h1>{}</h1><p class="lede">{}</p>{}{}{}{}<form{} class="stepcount" id="laporan" action="/lapor" method="post" enctype="multipart/form-data" novalidate>{}{}{}{}{}{}{}{}<p class="vh" aria-hidden="true"><label for="situs">Situs web</label><input id="situs" name="situs" tabindex="-1" autocomplete="off" data-lpignore="true" data-1p-ignore></p><div class="q q-free">{}<p class="muted small gap-s">{}</p></div></form>)">(
        filled(words::heading, l, page.head.agency), words::lede.in(l), danger(l), summary(page),
        asks_once_more(page), same_things(page), html::keep_draft("lapor", l),
        html::hidden("kunci", page.draft.key), confirmation_member(page), same_member(page),
        photo_question(page), what_question(page), where_question(page), who_question(page),
        contact_question(page), html::submit(words::send.in(l), l), words::promise.in(l));
    return html::page(page.head, body);
}

} // namespace intake
