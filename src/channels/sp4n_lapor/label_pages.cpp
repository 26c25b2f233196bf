#include "channels/sp4n_lapor/label_pages.h"

#include "base/filled.h"
#include "base/text.h"
#include "cases/state_words.h"
#include "channels/sp4n_lapor/lapor_words.h"
#include "html/forms.h"
#include "html/marks.h"
#include "triage/kind.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

using html::Markup;
using html::markup;

std::vector<html::Option> options_of(Subject subject, const PageView& view) {
    auto l = view.language;
    std::vector<html::Option> out;
    auto add = [&](std::string_view value, std::string_view label) {
        out.push_back({std::string(value), std::string(label)});
    };
    switch (subject) {
    case Subject::category:
        for (const auto& topic : view.directory.topics())
            if (topic.is_active) add(topic.code, topic.name(l));
        break;
    case Subject::unit:
        for (const auto& office : view.directory.offices().all())
            if (office.is_active) add(base::to_string(office.id), view.directory.path_name(office.id));
        break;
    case Subject::status:
        for (const auto& row : base::codes<cases::State>)
            add(row.code, cases::name(row.value).in(l));
        break;
    case Subject::classification:
        for (const auto& row : base::codes<triage::Kind>)
            if (triage::opens_case(row.value)) add(row.code, triage::name(row.value).in(l));
        break;
    case Subject::nature:
        for (const auto& row : base::codes<cases::IdentityMode>)
            add(row.code, cases::name(row.value).in(l));
        break;
    case Subject::oversight:
        add("oversight", words::oversight_short.in(l));
        add("no_oversight", words::no_oversight_short.in(l));
        break;
    case Subject::state: break;
    }
    return out;
}

Markup select(const Label& label, const std::vector<html::Option>& options, const std::string& chosen,
              const PageView& view) {
    Markup inside = markup<R"(<option value="">{}</option>)">(words::choose.in(view.language));
    for (const auto& option : options)
        inside += markup<R"(<option value="{}"{}>{}</option>)">(
            option.value, html::flag("selected", option.value == chosen), option.label);
    return markup<R"(<select class="select" name="arti" aria-label="{}">{}</select>)">(
        filled(words::meaning_of, view.language, label.shown), inside);
}

Markup label_table(const PageView& view, const Labels& labels, const std::vector<const Label*>& rows) {
    auto l = view.language;
    Markup body;
    for (const Label* row : rows) {
        const auto meaning = labels.meaning(row->subject, row->shown).value_or("");
        body += markup<
            R"(<tr><th scope="row">{}{}{}</th><td data-label="{}">{}</td><td class="num" data-label="{}">{}</td><td class="wide">{}</td></tr>)">(
            row->shown, html::hidden("perihal", base::code_of(row->subject)),
            html::hidden("label", row->shown), words::about.in(l), words::of(row->subject).in(l),
            words::lines.in(l), base::with_dots(row->seen),
            select(*row, options_of(row->subject, view), meaning, view));
    }
    return markup<
        R"(<form class="stack" action="/meja/atur/sp4n-lapor/label" method="post">{}<div class="table-wrap"><table class="table table-cards"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th class="num" scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div><p><button class="btn">{}</button></p></form>)">(
        html::hidden("_csrf", view.csrf), words::word.in(l), words::about.in(l), words::lines.in(l),
        words::meaning.in(l), body, words::save_meanings.in(l));
}

Markup ways_back(const PageView& view, const Labels& labels) {
    auto l = view.language;
    Markup body;
    for (const auto& row : base::codes<cases::State>)
        body += markup<
            R"(<tr><th scope="row">{}{}{}</th><td class="wide"><input class="input" name="arti" value="{}" maxlength="80" aria-label="{}"></td></tr>)">(
            cases::name(row.value).in(l), html::hidden("perihal", base::code_of(Subject::state)),
            html::hidden("label", row.code), labels.word_for(row.value),
            filled(words::meaning_of, l, cases::name(row.value).in(l)));
    return html::more(
        words::ways_back.in(l),
        markup<
            R"(<form class="stack" action="/meja/atur/sp4n-lapor/label" method="post">{}<div class="table-wrap"><table class="table table-cards"><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div><p><button class="btn">{}</button></p></form>)">(
            html::hidden("_csrf", view.csrf), words::our_state.in(l), words::their_word.in(l), body,
            words::save_meanings.in(l)));
}

} // namespace

Markup label_forms(const PageView& view, const Labels& labels) {
    auto l = view.language;
    std::vector<const Label*> unmapped, mapped;
    for (const Label& row : labels.rows()) {
        if (row.subject == Subject::state) continue;
        (labels.meaning(row.subject, row.shown) ? mapped : unmapped).push_back(&row);
    }
    const std::size_t hidden = unmapped.size() - std::min(unmapped.size(), labels_per_form);
    const std::size_t mapped_count = mapped.size();
    if (unmapped.size() > labels_per_form) unmapped.resize(labels_per_form);
    if (mapped.size() > labels_per_form) mapped.resize(labels_per_form);
    Markup first =
        unmapped.empty()
            ? html::notice(html::Tone::good, html::Icon::check, Markup::text(words::all_mapped.in(l)))
            : markup<R"(<p class="hint">{}</p>{}{})">(
                  words::unmapped_hint.in(l), label_table(view, labels, unmapped),
                  html::when(hidden > 0, markup<R"(<p class="hint">{}</p>)">(
                                             filled(words::more_labels, l,
                                                    base::with_dots(static_cast<std::int64_t>(hidden))))));
    Markup second;
    if (!mapped.empty())
        second =
            html::more(filled(words::mapped, l, base::with_dots(static_cast<std::int64_t>(mapped_count))),
                       label_table(view, labels, mapped));
    return markup<
        R"(<section class="section" id="padanan" aria-labelledby="h-padanan"><h2 id="h-padanan">{}</h2><h3>{}</h3>{}{}{}</section>)">(
        words::labels.in(l), words::unmapped.in(l), first, second, ways_back(view, labels));
}

Markup column_form(const PageView& view, const std::vector<NamedColumn>& columns) {
    auto l = view.language;
    Markup inputs;
    for (const auto& row : base::codes<Field>) {
        auto named = std::ranges::find(columns, row.value, &NamedColumn::field);
        inputs += html::input({.id = "kolom-" + std::string(row.code),
                               .label = std::string(words::of(row.value).in(l)),
                               .hint = std::string(usual_header(row.value)),
                               .value = named == columns.end() ? std::string() : named->header,
                               .need = html::Need::optional,
                               .name = std::string(row.code),
                               .more = html::attribute("maxlength", "100")},
                              l);
    }
    return html::more(
        words::columns.in(l),
        markup<
            R"(<form class="stack" action="/meja/atur/sp4n-lapor/kolom" method="post">{}<p class="hint">{}</p><div class="lapor-grid">{}</div><p><button class="btn">{}</button></p></form>)">(
            html::hidden("_csrf", view.csrf), words::columns_hint.in(l), inputs, words::save_columns.in(l)));
}

} // namespace channels::sp4n_lapor
