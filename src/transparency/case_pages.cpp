#include "transparency/case_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/objection_pages.h"
#include "cases/state_pages.h"
#include "cases/state_words.h"
#include "deadlines/chip_pages.h"
#include "html/forms.h"
#include "html/proof.h"
#include "outgoing/message_pages.h"
#include "places/address.h"
#include "transparency/answer_pages.h"
#include "transparency/board.h"
#include "transparency/incident_words.h"
#include "transparency/rating_pages.h"
#include "transparency/timeline_pages.h"
#include "transparency/transparency_words.h"

#include <algorithm>

namespace transparency {
namespace {

using base::Language;
using cases::State;
using html::Markup;
using html::markup;

std::string text(base::Text t, Language l) {
    return std::string(t.in(l));
}

std::string title_of(const CasePage& page, const CasePageInput& in) {
    auto l = in.head.language;
    if (page.view.title) return *page.view.title;
    const auto* topic = page.view.topic ? in.directory.topic(*page.view.topic) : nullptr;
    return topic ? topic->name(l) : filled(words::hidden_title, l, {triage::name(page.view.kind).in(l)});
}

const deadlines::Deadline* solving(const CasePage& page) {
    auto found = std::ranges::find(page.running, "resolve", &deadlines::Deadline::name);
    return found == page.running.end() ? nullptr : &*found;
}

/// When the case came to a state, for the notes under the steps.
std::string day_of(const CasePage& page, std::initializer_list<std::string_view> kinds,
                   const CasePageInput& in) {
    for (auto entry = page.timeline.rbegin(); entry != page.timeline.rend(); ++entry)
        if (std::ranges::find(kinds, entry->kind) != kinds.end())
            return base::short_day(base::local_day(entry->at, in.directory.agency().zone), in.head.language);
    return {};
}

Markup steps_of(const CasePage& page, const CasePageInput& in) {
    auto l = in.head.language;
    auto state = page.view.state;
    if (state == State::declined || state == State::referred || state == State::archived) return {};
    int at = state == State::closed                                          ? 3
             : state == State::resolved                                      ? 2
             : state == State::in_progress || state == State::scheduled      ? 1
             : state == State::awaiting_reporter || state == State::assigned ? 1
                                                                             : 0;
    auto step = [&](int number, base::Text name, std::string note) {
        auto is = number < at || at == 3 ? html::StepState::done
                  : number == at         ? html::StepState::now
                                         : html::StepState::ahead;
        return html::Step{is, text(name, l), std::move(note)};
    };
    const html::Step all[] = {
        step(0, words::received,
             base::short_day(base::local_day(page.view.received_at, in.directory.agency().zone), l)),
        step(1, words::working, day_of(page, {"case.started", "case.scheduled", "case.assigned"}, in)),
        step(2, words::done, day_of(page, {"case.resolved"}, in)),
        step(3, words::closed, at == 3 ? day_of(page, {"case.closed"}, in) : text(words::if_you_agree, l))};
    return html::steps(all, words::progress.in(l));
}

html::Picture picture(const html::Url& url, base::Text alt, Language l) {
    return {url, 480, 360, text(alt, l)};
}

using PictureUrl = std::function<html::Url(const std::string& sha256)>;

Markup before_and_after(const CasePage& page, const CasePageInput& in,
                        const std::vector<std::string>& pictures, const PictureUrl& url) {
    auto l = in.head.language;
    std::vector<html::Photo> photos;
    const proof::Round* last = page.proofs.empty() ? nullptr : &page.proofs.back();
    const auto& before = last && !last->before.empty() ? last->before : pictures;
    if (!before.empty())
        photos.push_back({picture(url(before.front()), words::photo_reporter_alt, l), text(words::before, l),
                          text(words::photo_reporter, l)});
    if (last)
        for (const auto& sha256 : last->after)
            photos.push_back({picture(url(sha256), words::photo_staff_alt, l), text(words::after, l),
                              text(words::photo_staff, l),
                              base::short_time(last->given_at, in.directory.agency().zone, l)});
    if (photos.empty()) return {};
    return html::compare(photos);
}

Markup proof_section(const CasePage& page, const CasePageInput& in, const Markup& photos) {
    auto l = in.head.language;
    if (page.proofs.empty()) {
        if (photos.empty()) return {};
        return markup<
            R"(<section class="section" aria-labelledby="h-foto"><h2 id="h-foto">{}</h2>{}</section>)">(
            words::photos.in(l), photos);
    }
    const auto& last = page.proofs.back();
    Markup document;
    if (!last.document_number.empty())
        document = markup<"<p>{}</p>">(filled(
            words::document, l,
            {last.document_number, last.document_day ? base::spoken_day(*last.document_day, l) : "-"}));
    return markup<
        R"(<section class="section" id="bukti" aria-labelledby="h-bukti"><h2 id="h-bukti">{}</h2>{}{}{}</section>)">(
        words::proof.in(l), photos, html::paragraphs(last.note), document);
}

Markup words_section(const CasePage& page, Language l) {
    Markup body;
    if (page.view.text)
        body = markup<R"(<blockquote class="t-quote">{}</blockquote>)">(html::paragraphs(*page.view.text));
    else
        body = markup<R"(<p class="muted">{}</p>)">(
            (page.words_are_hidden ? words::hidden_words : words::not_yet_words).in(l));
    return markup<R"(<section class="section" aria-labelledby="h-isi"><h2 id="h-isi">{}</h2>{}</section>)">(
        words::said.in(l), body);
}

Markup facts_card(const CasePage& page, const CasePageInput& in) {
    auto l = in.head.language;
    const auto& view = page.view;
    std::vector<html::Fact> all;
    auto fact = [&](base::Text name, std::string_view value) {
        all.emplace_back(text(name, l), Markup::text(value));
    };
    if (const auto* deadline = solving(page))
        all.emplace_back(text(words::deadline, l),
                         Markup::text(base::spoken_time(deadline->due_at, in.directory.agency().zone, l)) +
                             markup<"<br>">() +
                             deadlines::clock_chip(*deadline, in.now, in.directory.agency().zone, l,
                                                   deadlines::Wording::full));
    const auto* office = view.office ? in.directory.office(*view.office) : nullptr;
    if (office)
        all.emplace_back(text(words::office, l),
                         markup<R"(<a href="{}">{}</a>)">(html::url<"/unit/{}">(office->id), office->name));
    else
        fact(words::office, words::queue.in(l));
    const auto place = places::with_area(view.place_name.value_or(""), view.area.value_or(""));
    fact(words::place, place.empty() ? words::no_place.in(l) : std::string_view(place));
    fact(words::kind, triage::name(view.kind).in(l));
    if (const auto* topic = view.topic ? in.directory.topic(*view.topic) : nullptr)
        fact(words::topic, topic->name(l));
    if (view.planned_day)
        if (auto day = base::parse_day(*view.planned_day)) fact(words::planned, base::spoken_day(*day, l));
    if (view.budget_source) fact(words::budget, *view.budget_source);
    if (view.public_reason) fact(words::reason, *view.public_reason);
    fact(words::identity, words::identity_note.in(l));
    return markup<
        R"(<section class="card pad" aria-labelledby="h-info"><h2 id="h-info" class="h-plain">{}</h2><div class="gap-s">{}</div></section>)">(
        words::facts.in(l), html::facts(all));
}

Markup timeline_section(const CasePage& page, const CasePageInput& in) {
    return markup<
        R"(<section class="section" aria-labelledby="h-jejak"><h2 id="h-jejak">{}</h2>{}</section>)">(
        words::happened.in(in.head.language), timeline_of(page.timeline, in.directory, in.head.language));
}

Markup heading(const CasePage& page, const CasePageInput& in) {
    auto l = in.head.language;
    Markup chips = cases::state_chip(page.view.state, l);
    if (page.people > 1)
        chips += html::chip(html::Tone::line, html::Icon::users,
                            filled(words::people, l, std::to_string(page.people)));
    if (page.people > 1 && page.incident)
        chips += markup<R"( <a class="link" href="{}">{}</a>)">(html::url<"/kejadian/{}">(*page.incident),
                                                                incident_words::see_all.in(l));
    if (page.objection) chips += cases::objection_chip(page.view.office, in.directory, l);
    Markup settling;
    if (page.view.is_being_settled)
        settling = html::notice(
            html::Tone::wait, html::Icon::wait,
            markup<"<b>{}</b><p>{}</p>">(words::being_settled.in(l), words::being_settled_note.in(l)));
    return markup<R"(<h1>{}</h1><p class="row"><span class="code quiet">{}</span>{}</p>{}{})">(
        title_of(page, in), page.code, chips, settling, steps_of(page, in));
}

Markup two_columns(const Markup& main, const Markup& side, Language l) {
    return markup<
        R"(<div class="split"><div>{}</div><aside class="sidecol" aria-label="{}">{}</aside></div>)">(
        main, words::facts.in(l), side);
}

} // namespace

Markup public_case_page(CasePageInput in, const CasePage& page) {
    auto l = in.head.language;
    in.head.title = title_of(page, in) + " " + page.code;
    in.head.indexing = page.view.text ? html::Indexing::indexable : html::Indexing::hidden;
    auto photos = before_and_after(page, in, page.pictures, [&](const std::string& sha256) {
        return html::url<"/laporan/{}/foto/besar/{}">(page.code, sha256);
    });
    auto main = heading(page, in) + words_section(page, l) + proof_section(page, in, photos) +
                timeline_section(page, in);
    return html::page(in.head, two_columns(main, facts_card(page, in), l));
}

Markup reporter_case_page(CasePageInput in, const ReporterPage& reporter) {
    auto l = in.head.language;
    const CasePage& page = reporter.page;
    in.head.title = text(words::your_report, l) + " " + page.code;
    in.head.here = html::Nav::track;
    auto photos = before_and_after(page, in, reporter.pictures, [&](const std::string& sha256) {
        return html::url<"/lacak/{}/foto/{}?kunci={}">(page.code, sha256, reporter.secret);
    });
    Markup thanks;
    if (reporter.is_new) {
        std::string said = filled(words::thanks, l, {page.code});
        if (const auto* deadline = solving(page))
            said += " " + filled(words::thanks_due, l,
                                 {base::spoken_time(deadline->due_at, in.directory.agency().zone, l)});
        said += " " + text(words::keep_link, l);
        thanks = html::notice(html::Tone::good, html::Icon::check, Markup::text(said)) +
                 html::draft_arrived("lapor");
        in.head.islands.push_back(html::Island::report);
    }
    Markup own =
        reporter.own_words.empty()
            ? Markup{}
            : markup<
                  R"(<section class="section" aria-labelledby="h-tulis"><h2 id="h-tulis">{}</h2><blockquote class="t-quote">{}</blockquote></section>)">(
                  words::your_words.in(l), html::paragraphs(reporter.own_words));
    Markup standing;
    if (page.objection)
        standing = html::notice(html::Tone::line, html::Icon::up,
                                Markup::text(cases::objection_words(page.view.office, in.directory, l) +
                                             ". " + text(words::objection_note, l)));
    if (reporter.closed_by_silence)
        standing +=
            html::notice(html::Tone::line, html::Icon::lock, Markup::text(words::closed_by_silence.in(l)));
    if (reporter.doubt_waits)
        standing += html::notice(html::Tone::info, html::Icon::undo, Markup::text(words::doubt_waits.in(l)));
    if (!reporter.doubt_answer.empty())
        standing +=
            html::notice(html::Tone::line, html::Icon::check,
                         markup<"<span>{} {}</span>">(words::doubt_answered.in(l), reporter.doubt_answer));
    auto main = heading(page, in) + thanks + standing + rating_section(reporter, l) +
                answer_forms(reporter, photos, in.directory.agency().zone, l) + timeline_section(page, in) +
                own;
    if (!reporter.messages.empty())
        main += markup<
            R"(<section class="section" aria-labelledby="h-kabar"><h2 id="h-kabar">{}</h2>{}</section>)">(
            words::told_you.in(l), outgoing::messages({.all = reporter.messages,
                                                       .agency = in.directory.agency().short_name,
                                                       .zone = in.directory.agency().zone,
                                                       .language = l}));
    if (page.view.state != State::resolved) main += proof_section(page, in, photos);
    auto side =
        facts_card(page, in) +
        html::notice(html::Tone::line, html::Icon::lock,
                     markup<R"({} <a href="{}">{}</a>.)">(
                         words::link_secret.in(l), html::url<"/laporan/{}">(page.code), words::share.in(l)));
    return html::page(in.head, two_columns(main, side, l));
}

Markup track_page(html::PageHead head, Tracking tracking, std::string_view typed) {
    auto l = head.language;
    head.title = text(words::track_title, l);
    head.here = html::Nav::track;
    head.width = html::Width::narrow;
    auto body = markup<
        R"(<h1>{}</h1><p class="lede">{}</p><form class="q" action="/lacak" method="get">{}<p class="gap-top">{}</p></form>)">(
        words::track_title.in(l), words::track_lede.in(l),
        html::input({.id = "kode",
                     .label = text(words::track_label, l),
                     .hint = text(words::track_hint, l),
                     .value = std::string(typed),
                     .problem = tracking == Tracking::unknown ? text(words::track_unknown, l) : "",
                     .more = html::attribute("autocomplete", "off") + html::attribute("maxlength", "40")},
                    l),
        html::submit(words::track_show.in(l), l));
    return html::page(head, body);
}

} // namespace transparency
