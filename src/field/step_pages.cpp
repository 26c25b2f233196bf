#include "field/step_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "field/field_words.h"
#include "field/spoken.h"
#include "html/forms.h"
#include "html/proof.h"

namespace field {
namespace {

using base::Language;
using cases::CommandName;
using html::attribute;
using html::Icon;
using html::Markup;
using html::markup;

/// The forms of one task: each carries the version that the officer sees.
class Steps {
public:
    explicit Steps(const TaskView& view) : view_(view), l_(view.console.language) {}

    /// Once started it stands open; before that "Mulai" is the one main button.
    Markup result() const {
        if (!may(CommandName::resolve)) return {};
        auto hand_in = form(Step::result, proof_fields(), html::submit(text(words::send_result), l_));
        if (may(CommandName::start) && !refused(Step::result))
            return markup<R"(<div class="card pad" id="hasil">{}</div>)">(html::more(
                text(words::result_already), hand_in, html::flag("open", view_.open == Step::result)));
        Markup note = html::when(view_.task.c.state == cases::State::in_progress && !refused(Step::result),
                                 markup<R"(<p class="muted small">{}</p>)">(text(words::started_note)));
        return markup<
            R"(<section class="card pad" id="hasil" aria-labelledby="h-hasil"><h2 id="h-hasil">{}</h2>{}{}</section>)">(
            text(words::result_heading), note, hand_in);
    }

    Markup others() const {
        Markup out;
        if (may(CommandName::note))
            out += folded(Step::note, words::note_heading, words::note_label, {}, words::note_send);
        if (may(CommandName::ask))
            out += folded(Step::question, words::ask_heading, words::ask_label, words::ask_hint,
                          words::ask_send);
        if (view_.task.c.state != cases::State::resolved && may(CommandName::note) && is_open())
            out += folded(Step::giving_back, words::back_heading, words::back_label,
                          may(CommandName::return_) ? words::back_hint : words::back_hint_note,
                          words::back_send);
        if (may(CommandName::schedule)) out += schedule();
        if (out.empty()) return {};
        return markup<R"(<div class="card pad steps-more">{}</div>)">(out);
    }

private:
    std::string text(base::Text t) const { return std::string(t.in(l_)); }
    bool may(CommandName command) const { return view_.task.can(command); }
    bool is_open() const { return may(CommandName::start) || may(CommandName::resolve); }
    bool refused(Step step) const { return view_.why && view_.open == step; }
    /// What was written for the step, if it was this one that came back.
    std::string written(Step step, const std::string& value) const {
        return view_.open == step ? value : std::string{};
    }

    Markup form(Step step, const Markup& fields, const Markup& button) const {
        return markup<R"(<form action="{}" method="post" enctype="multipart/form-data">{}{}{}{}</form>)">(
            html::url<"/lapangan/{}/{}">(view_.task.c.code, base::code_of(step)),
            html::hidden("_csrf", view_.console.csrf),
            html::hidden("version", std::to_string(view_.task.c.version)), fields,
            markup<R"(<div class="gap-top">{}</div>)">(button));
    }

    html::Field words_field(Step step, base::Text label, base::Text hint, html::Need need) const {
        return {.id = "isi-" + std::string(base::code_of(step)),
                .label = text(label),
                .hint = text(hint),
                .value = written(step, view_.draft.text),
                .need = need,
                .name = "isi",
                .more = attribute("maxlength", "2000") + attribute("rows", "3")};
    }

    Markup folded(Step step, base::Text heading, base::Text label, base::Text hint, base::Text send) const {
        auto id = base::code_of(step);
        return html::more(
            text(heading),
            markup<R"(<div id="{}">{}</div>)">(
                id, form(step, html::text_area(words_field(step, label, hint, html::Need::required), l_),
                         html::submit(text(send), l_))),
            html::flag("open", view_.open == step));
    }

    Markup schedule() const {
        const auto today = base::to_iso(base::local_day(view_.now, view_.console.directory.agency().zone));
        auto fields =
            html::input({.id = "hari",
                         .label = text(words::plan_day),
                         .value = written(Step::schedule, view_.draft.planned_day),
                         .more = attribute("type", "date") + attribute("min", today)},
                        l_) +
            html::input({.id = "anggaran",
                         .label = text(words::plan_budget),
                         .value = written(Step::schedule, view_.draft.budget_source),
                         .more = attribute("maxlength", "200")},
                        l_) +
            html::text_area(words_field(Step::schedule, words::plan_reason, {}, html::Need::required), l_);
        return html::more(text(words::plan_heading),
                          markup<R"(<div id="penjadwalan">{}</div>)">(
                              form(Step::schedule, fields, html::submit(text(words::plan_send), l_))),
                          html::flag("open", view_.open == Step::schedule));
    }

    Markup proof_fields() const {
        switch (demanded(view_.task.c, view_.console.directory)) {
        case proof::ProofKind::photo: return photos() + note(html::Need::optional);
        case proof::ProofKind::answer:
            return html::text_area(words_field(Step::result, words::answer_label, {}, html::Need::required),
                                   l_);
        case proof::ProofKind::document:
            return html::input({.id = "nomor",
                                .label = text(words::document_number),
                                .value = written(Step::result, view_.draft.document_number),
                                .more = attribute("maxlength", "100")},
                               l_) +
                   html::input({.id = "tanggal",
                                .label = text(words::document_day),
                                .value = written(Step::result, view_.draft.document_day),
                                .more = attribute("type", "date")},
                               l_) +
                   note(html::Need::optional);
        case proof::ProofKind::confirmation:
            return html::tick("beres", {"1", text(words::said_yes)},
                              view_.draft.reporter_said_yes ? html::Ticked::yes : html::Ticked::no) +
                   note(html::Need::optional);
        }
        return {};
    }
    Markup note(html::Need need) const {
        return html::text_area(words_field(Step::result, words::result_note, words::result_note_hint, need),
                               l_);
    }
    Markup photos() const {
        Markup kept;
        if (view_.open == Step::result && !view_.draft.photos.empty()) {
            kept = markup<R"(<p class="quiet small">{}</p>)">(
                filled(words::photos_kept, l_, {std::to_string(view_.draft.photos.size())}));
            for (const auto& sha256 : view_.draft.photos)
                kept += html::hidden("foto_terkirim", sha256);
        }
        html::FileDrop drop{.field = {.id = "foto",
                                      .label = text(words::photo_label),
                                      .hint = text(words::photo_hint),
                                      .need = html::Need::required,
                                      .more = attribute("capture", "environment")},
                            .most = static_cast<int>(max_step_photos)};
        // A photo that arrived already stands in for another one.
        if (!kept.empty()) drop.field.need = html::Need::optional;
        return kept + html::file_drop(drop, l_);
    }

    const TaskView& view_;
    Language l_;
};

Markup top(const TaskView& view) {
    auto l = view.console.language;
    Markup out = markup<R"(<a class="btn btn-bare backlink" href="/lapangan">{}{}</a>)">(
        html::icon(Icon::back), words::back.in(l));
    if (view.said)
        out += markup<R"(<div role="status">{}</div>)">(
            html::notice(html::Tone::good, Icon::check, Markup::text(view.said->in(l))));
    if (!view.why) return out;
    Markup safe = Markup::text(words::still_here.in(l));
    const bool form_is_gone = view.draft.step == Step::result && !view.task.can(CommandName::resolve);
    if (form_is_gone && !view.draft.text.empty())
        safe = Markup::text(filled(words::you_wrote, l, {view.draft.text}));
    out += markup<
        R"(<div class="summary-bad" role="alert" tabindex="-1" data-problems><h2>{}</h2><p>{}</p><p>{}</p></div>)">(
        words::not_sent.in(l), view.why->in(l), safe);
    return out;
}

Markup said_by_reporter(const TaskView& view) {
    auto l = view.console.language;
    const auto& c = view.task.c;
    if (!view.task.may_see_words) return markup<"<p>{}</p>">(words::words_hidden.in(l));
    return html::paragraphs(c.public_text.value_or(c.proposed_text));
}

Markup pictures(const TaskView& view) {
    auto l = view.console.language;
    const auto zone = view.console.directory.agency().zone;
    std::vector<html::Photo> all;
    auto add = [&](const std::string& sha256, base::Text tag, base::Text by, base::Time when) {
        all.push_back({.picture = {.source = html::url<"/lapangan/{}/foto/{}">(view.task.c.code, sha256),
                                   .alt = std::string(by.in(l))},
                       .tag = std::string(tag.in(l)),
                       .by = std::string(by.in(l)),
                       .when = base::short_time(when, zone, l)});
    };
    for (const auto& sha256 : view.pictures)
        add(sha256, words::before, words::by_reporter, view.task.c.received_at);
    for (const auto& round : view.rounds)
        for (const auto& sha256 : round.after)
            add(sha256, words::after, words::by_officer, round.given_at);
    return all.empty() ? Markup{} : markup<R"(<div class="gap-top">{}</div>)">(html::compare(all));
}

Markup map_link(const TaskView& view) {
    const auto& c = view.task.c;
    if (!c.lat || !c.lon) return {};
    auto lat = std::to_string(*c.lat), lon = std::to_string(*c.lon);
    return markup<R"(<p class="small gap-s"><a href="{}" rel="noreferrer">{}</a></p>)">(
        html::url<"https://www.openstreetmap.org/?mlat={}&mlon={}#map=18/{}/{}">(lat, lon, lat, lon),
        words::browser_map.in(view.console.language));
}

Markup report(const TaskView& view) {
    auto l = view.console.language;
    Markup start;
    if (view.task.can(CommandName::start)) start = start_form(view.task, view.console.csrf, l);
    Markup again;
    if (view.task.c.contests > 0 && view.task.can(CommandName::resolve))
        again = markup<R"(<div class="gap-s">{}</div>)">(
            html::notice(html::Tone::wait, Icon::undo, Markup::text(words::reopened.in(l))));
    return markup<
        R"(<article class="card task"><div><h1 class="task-title">{}</h1><p class="muted small">{}</p><p class="muted small"><span class="code">{}</span></p><p class="row small gap-s">{}{}</p></div>{}<div class="task-do">{}{}</div>{}<section aria-labelledby="h-laporan"><h2 id="h-laporan">{}</h2><div class="gap-s">{}</div>{}</section></article>)">(
        view.task.c.title, place_of(view.task), view.task.c.code, cases::state_chip(view.task.c.state, l),
        clock_of(view.task, view.now, view.console.directory.agency().zone, l), again,
        directions(view.task, l), start, map_link(view), words::what_was_said.in(l), said_by_reporter(view),
        pictures(view));
}

} // namespace

base::Text why_not(const base::Problem& problem, Step step) {
    if (problem.code == "case.changed_meanwhile") return words::why_changed;
    if (problem.code == "case.wrong_state" || problem.code == "office.not_yours") return words::why_state;
    if (problem.code == "case.needs_reason") return words::why_reason;
    if (problem.code == "item.too_large") return words::why_long;
    if (problem.code == "media.unreadable") return words::why_unreadable;
    if (problem.code == "media.too_large") return words::why_large;
    if (problem.code == "case.needs_proof") {
        if (problem.field == "proof.after" && !problem.detail.empty()) return words::why_seen;
        if (problem.field == "proof.note") return words::why_answer;
        if (problem.field.starts_with("proof.document")) return words::why_document;
        if (problem.field == "proof.confirmation") return words::why_yes;
        return words::why_photo;
    }
    if (problem.field == "date") return words::why_day;
    if (problem.field == "budget_source") return words::why_budget;
    if (problem.field.starts_with("proof.document")) return words::why_document;
    if (problem.kind == base::Kind::unavailable || problem.kind == base::Kind::limited)
        return words::why_busy;
    return step == Step::giving_back ? words::why_reason : words::why_text;
}

Markup task_page(const TaskView& view) {
    const Steps steps(view);
    auto body = markup<
        R"(<main class="field-grid" id="isi"><div class="field-top stack-s">{}</div><div>{}</div><div class="stack">{}{}</div></main>)">(
        top(view), report(view), steps.result(), steps.others());
    return staff::console_page(view.console, body);
}

} // namespace field
