#include "channels/sp4n_lapor/lapor_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "channels/sp4n_lapor/label_pages.h"
#include "channels/sp4n_lapor/lapor_words.h"
#include "channels/sp4n_lapor/reason.h"
#include "html/forms.h"
#include "html/story.h"

namespace channels::sp4n_lapor {
namespace {

using html::Markup;
using html::markup;

html::Tone tone_of(ImportState state) {
    switch (state) {
    case ImportState::reading:
    case ImportState::running: return html::Tone::work;
    case ImportState::ready: return html::Tone::wait;
    case ImportState::done: return html::Tone::good;
    case ImportState::failed: return html::Tone::neutral;
    }
    return html::Tone::neutral;
}

html::Icon icon_of(ImportState state) {
    switch (state) {
    case ImportState::reading:
    case ImportState::running: return html::Icon::work;
    case ImportState::ready: return html::Icon::wait;
    case ImportState::done: return html::Icon::done;
    case ImportState::failed: return html::Icon::refused;
    }
    return html::Icon::refused;
}

Markup chip(ImportState state, base::Language l) {
    return html::chip(tone_of(state), icon_of(state), words::of(state).in(l));
}

std::string count(std::int64_t number) {
    return base::with_dots(number);
}

Markup said(std::string_view text) {
    if (text.empty()) return {};
    return html::notice(html::Tone::good, html::Icon::check, Markup::text(text));
}

Markup wrong(std::string_view text) {
    if (text.empty()) return {};
    return html::notice(html::Tone::wait, html::Icon::alert, Markup::text(text));
}

Markup bring_form(const PageView& view) {
    auto l = view.language;
    return markup<
        R"(<section class="section" aria-labelledby="h-masuk"><h2 id="h-masuk">{}</h2><form class="stack" action="/meja/atur/sp4n-lapor/impor" method="post" enctype="multipart/form-data">{}<div class="field"><label class="label" for="berkas">{}</label><p class="hint" id="berkas-hint">{}</p><input class="input" id="berkas" name="berkas" type="file" accept=".csv,text/csv" aria-describedby="berkas-hint" required></div><p><button class="btn btn-main">{}</button></p></form></section>)">(
        words::bring.in(l), html::hidden("_csrf", view.csrf), words::file.in(l), words::file_hint.in(l),
        words::check_file.in(l));
}

Markup recent(const PageView& view, const std::vector<Import>& imports) {
    auto l = view.language;
    Markup body;
    for (const Import& import : imports)
        body += markup<
            R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td>{}</td><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td><td class="num" data-label="{}">{}</td></tr>)">(
            html::url<"/meja/atur/sp4n-lapor/impor/{}">(import.id), import.file_name, words::when.in(l),
            base::short_time(import.created_at, view.directory.agency().zone, l), chip(import.state, l),
            words::came_in.in(l), count(import.accepted), words::different.in(l), count(import.different),
            words::rejected.in(l), count(import.rejected));
    Markup inside =
        imports.empty()
            ? html::empty_state({.icon = html::Icon::inbox,
                                 .title = std::string(words::no_files.in(l)),
                                 .text = Markup::text(words::no_files_text.in(l))})
            : markup<
                  R"(<div class="table-wrap"><table class="table table-cards"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th><th class="num" scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
                  words::name.in(l), words::when.in(l), words::state.in(l), words::came_in.in(l),
                  words::different.in(l), words::rejected.in(l), body);
    return markup<
        R"(<section class="section" aria-labelledby="h-terakhir"><h2 id="h-terakhir">{}</h2>{}</section>)">(
        words::recent.in(l), inside);
}

Markup export_form(const PageView& view, const std::vector<Month>& months) {
    auto l = view.language;
    std::vector<html::Option> choices{{"semua", std::string(words::every_month.in(l))}};
    for (const Month& month : months)
        choices.push_back({to_string(month), base::spoken_month(first_day(month), l)});
    const html::Option which[] = {{"lapor", std::string(words::from_lapor.in(l))},
                                  {"semua", std::string(words::all_cases.in(l))}};
    return markup<
        R"(<section class="section" aria-labelledby="h-kirim"><h2 id="h-kirim">{}</h2><p class="hint">{}</p><form class="stack" action="/meja/atur/sp4n-lapor/ekspor" method="get"><div class="lapor-grid">{}{}</div><div class="row"><button class="btn">{}</button>{}</div></form></section>)">(
        words::send_back.in(l), words::send_back_hint.in(l),
        html::select(
            {.id = "isi-berkas", .label = std::string(words::which.in(l)), .value = "lapor", .name = "isi"},
            which, l),
        html::select({.id = "bulan",
                      .label = std::string(words::month.in(l)),
                      .value = months.empty() ? "semua" : to_string(months.front())},
                     choices, l),
        words::download_csv.in(l),
        html::button_link(html::Weight::bare, html::url<"/meja/rekap">(), words::to_recap.in(l),
                          html::Icon::chart));
}

Markup progress(const PageView& view, const Import& import) {
    auto l = view.language;
    const auto& words = import.state == ImportState::reading ? words::looking : words::taking;
    return markup<
        R"(<section class="section" id="kemajuan" hx-get="{}" hx-trigger="every 2s" hx-select="#kemajuan" hx-swap="outerHTML"><p role="status">{}</p><p class="hint">{}</p><p>{}</p></section>)">(
        html::url<"/meja/atur/sp4n-lapor/impor/{}">(import.id), filled(words, l, count(import.lines)),
        words::may_leave.in(l),
        html::button_link(html::Weight::plain, html::url<"/meja/atur/sp4n-lapor/impor/{}">(import.id),
                          words::reload.in(l), html::Icon::reload));
}

Markup figures(const PageView& view, const Import& import) {
    auto l = view.language;
    const std::string note = filled(words::out_of_lines, l, count(import.lines));
    const bool is_done = import.state == ImportState::done;
    const html::Figure all[] = {
        {std::string((is_done ? words::came_in : words::would_come).in(l)),
         count(is_done ? import.accepted : import.fresh), note, std::nullopt},
        {std::string(words::known.in(l)), count(import.known), note, std::nullopt},
        {std::string(words::different.in(l)), count(import.different), note, std::nullopt},
        {std::string(words::rejected.in(l)), count(import.rejected), note, std::nullopt},
    };
    return html::figures(all);
}

Markup preview_table(const PageView& view, const std::vector<PreviewLine>& rows) {
    auto l = view.language;
    if (rows.empty()) return {};
    Markup body;
    for (const PreviewLine& row : rows)
        body += markup<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td class="wide">{}</td></tr>)">(
            row.tracking_id.empty() ? "–" : row.tracking_id, words::line.in(l), row.line, words::date.in(l),
            row.date, words::kind.in(l), row.kind, words::topic.in(l), row.topic, words::unit.in(l), row.unit,
            words::class_.in(l), row.oversight, row.outcome);
    return markup<
        R"(<section class="section" aria-labelledby="h-pertama"><h2 id="h-pertama">{}</h2><div class="table-wrap" role="group" aria-labelledby="h-pertama" tabindex="0"><table class="table table-cards"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div></section>)">(
        words::first_lines.in(l), words::tracking_id.in(l), words::line.in(l), words::date.in(l),
        words::kind.in(l), words::topic.in(l), words::unit.in(l), words::class_.in(l), words::outcome.in(l),
        body);
}

std::string said_by_lapor(const Remark& remark, const std::optional<std::string>& value, base::Language l) {
    if (!value || value->empty()) return std::string(words::not_said.in(l));
    if (remark.what != What::oversight) return *value;
    return std::string((*value == "oversight" ? words::oversight : words::no_oversight).in(l));
}

Markup apply_form(const PageView& view, const ImportView& page, const DifferenceLine& row) {
    if (!row.may_apply) return {};
    return markup<R"(<form action="{}" method="post">{}{}<button class="btn">{}</button></form>)">(
        html::url<"/meja/atur/sp4n-lapor/impor/{}/kadar">(page.import.id), html::hidden("_csrf", view.csrf),
        html::hidden("baris", std::to_string(row.remark.line)), words::apply_class.in(view.language));
}

Markup differences_table(const PageView& view, const ImportView& page) {
    auto l = view.language;
    if (page.differences.empty()) return {};
    Markup body;
    for (const DifferenceLine& row : page.differences) {
        Markup link =
            row.code ? markup<R"(<a href="{}">{}</a>)">(html::url<"/meja/laporan/{}">(*row.code), *row.code)
                     : Markup::text("–");
        body += markup<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td class="wide">{}</td></tr>)">(
            row.remark.tracking_id, words::case_.in(l), link, words::was.in(l),
            said_by_lapor(row.remark, row.remark.was, l), words::now.in(l),
            said_by_lapor(row.remark, row.remark.now, l), words::here.in(l), row.here,
            apply_form(view, page, row));
    }
    return markup<
        R"(<section class="section" aria-labelledby="h-beda"><h2 id="h-beda">{}</h2><p class="hint">{}</p><div class="table-wrap"><table class="table table-cards"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><td></td></tr></thead><tbody>{}</tbody></table></div></section>)">(
        words::differences.in(l), words::differences_hint.in(l), words::tracking_id.in(l), words::case_.in(l),
        words::was.in(l), words::now.in(l), words::here.in(l), body);
}

Markup rejected_table(const PageView& view, const ImportView& page) {
    auto l = view.language;
    if (page.rejected.empty()) return {};
    Markup body;
    for (const Remark& row : page.rejected)
        body += markup<
            R"(<tr><td class="num" data-label="{}">{}</td><th scope="row">{}</th><td class="wide">{}</td></tr>)">(
            words::line.in(l), row.line, row.tracking_id.empty() ? "–" : row.tracking_id,
            reason_of(row.problem.value_or(""), row.field.value_or("")).in(l));
    return markup<
        R"(<section class="section" aria-labelledby="h-tolak"><h2 id="h-tolak">{}</h2><p class="hint">{}</p><div class="table-wrap"><table class="table table-cards"><thead><tr><th class="num" scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>{}<p>{}</p></section>)">(
        words::rejected_lines.in(l), words::rejected_hint.in(l), words::line.in(l), words::tracking_id.in(l),
        words::reason.in(l), body,
        html::when(page.import.rejected > shown_remarks,
                   markup<R"(<p class="hint">{}</p>)">(filled(words::only_first, l, count(shown_remarks)))),
        html::button_link(html::Weight::plain,
                          html::url<"/meja/atur/sp4n-lapor/impor/{}/ditolak.csv">(page.import.id),
                          words::download_rejected.in(l), html::Icon::download));
}

Markup agree_form(const PageView& view, const Import& import) {
    auto l = view.language;
    if (import.state != ImportState::ready || (import.fresh == 0 && import.different == 0)) return {};
    return markup<R"(<form action="{}" method="post">{}<button class="btn btn-main">{}</button></form>)">(
        html::url<"/meja/atur/sp4n-lapor/impor/{}/setuju">(import.id), html::hidden("_csrf", view.csrf),
        import.fresh > 0 ? filled(words::agree, l, count(import.fresh))
                         : std::string(words::agree_none.in(l)));
}

Markup failure(const PageView& view, const Import& import) {
    if (import.state != ImportState::failed) return {};
    auto l = view.language;
    return html::error_state(
        {.icon = html::Icon::refused,
         .title = std::string(words::file_not_read.in(l)),
         .text =
             Markup::text(reason_of(import.problem.value_or(""), import.problem_field.value_or("")).in(l))});
}

} // namespace

html::Markup overview_page(const PageView& view, const Overview& overview) {
    auto l = view.language;
    Markup mapping;
    if (overview.may_map)
        mapping = label_forms(view, overview.labels) +
                  markup<R"(<section class="section">{}</section>)">(column_form(view, overview.columns));
    return markup<R"(<div class="lapor"><h1>{}</h1><p class="lede">{}</p>{}{}{}{}{}{}</div>)">(
        words::title.in(l), words::lede.in(l), said(overview.said), wrong(overview.wrong), bring_form(view),
        recent(view, overview.imports), export_form(view, overview.months), mapping);
}

html::Markup import_page(const PageView& view, const ImportView& page) {
    auto l = view.language;
    const Import& import = page.import;
    const bool is_busy = import.state == ImportState::reading || import.state == ImportState::running;
    Markup body;
    if (is_busy)
        body = progress(view, import);
    else
        body = markup<R"(<div class="lapor" id="kemajuan">{}{}{}{}{}{}</div>)">(
            failure(view, import), html::when(import.state != ImportState::failed, figures(view, import)),
            agree_form(view, import), differences_table(view, page), rejected_table(view, page),
            preview_table(view, page.preview));
    return markup<
        R"(<div class="lapor"><p><a class="backlink" href="/meja/atur/sp4n-lapor">{}</a></p><h1>{}</h1><p>{}</p>{}{}{}</div>)">(
        words::back.in(l), filled(words::import_title, l, import.file_name), chip(import.state, l),
        said(page.said), wrong(page.wrong), body);
}

} // namespace channels::sp4n_lapor
