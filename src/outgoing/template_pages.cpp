#include "outgoing/template_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/forms.h"
#include "html/marks.h"
#include "outgoing/builtin_words.h"
#include "outgoing/language_code.h"
#include "outgoing/template_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace outgoing {
namespace {

using base::Language;
using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

std::string filled(base::Text text, Language l, const auto&... values) {
    return fmt::format(fmt::runtime(text.in(l)), values...);
}

Markup language_pills(Language l, Language of, auto&& address) {
    auto pill = [&](Language each, base::Text name) {
        return markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
            address(each), html::attribute_if(each == of, "aria-current", "page"), name.in(l));
    };
    return markup<R"(<nav class="pills" aria-label="{}">{}{}</nav><p class="hint">{}</p>)">(
        words::language_label.in(l), pill(Language::id, words::indonesian),
        pill(Language::en, words::english), words::language_help.in(l));
}

/// The sentence beside a field that was refused; empty when it was not.
std::string wrong_at(const TemplateView& view, std::string_view field) {
    if (!view.problem || view.problem->field != field) return {};
    const auto l = view.language;
    if (view.problem->code == "template.variable")
        return filled(words::wrong_variable, l, view.problem->detail);
    if (view.problem->code == "field.missing") return std::string(words::wrong_missing.in(l));
    if (view.problem->code == "item.too_large") return std::string(words::wrong_long.in(l));
    if (view.problem->code == "case.not_found") return std::string(words::wrong_case.in(l));
    return std::string(words::wrong_other.in(l));
}

Markup summary(const TemplateView& view) {
    if (!view.problem) return {};
    const auto l = view.language;
    std::vector<html::Wrong> all;
    for (std::string_view field : {"subjek", "isi", "laporan"})
        if (auto text = wrong_at(view, field); !text.empty())
            all.push_back({std::string(field == "isi" ? "isi-balasan" : field), std::move(text)});
    if (all.empty()) all.push_back({"isi-balasan", std::string(words::wrong_meanwhile.in(l))});
    return html::problem_summary(words::form_wrong.in(l), words::form_safe.in(l), all);
}

Markup variables_list(Language l) {
    auto one = [&](const words::VariableWords& each) {
        return markup<R"(<div><dt><code>{}</code></dt><dd>{}</dd></div>)">(
            "{" + std::string(base::code_of(each.variable)) + "}", each.meaning.in(l));
    };
    return html::more(
        words::variables_title.in(l),
        markup<R"(<dl class="facts template-facts">{}</dl>)">(html::join(words::variables, one)),
        html::flag("open", true));
}

Markup preview_of(const TemplateView& view) {
    if (!view.preview) return {};
    const auto l = view.language;
    return markup<
        R"(<section class="card template-preview" id="pratinjau" aria-labelledby="h-pratinjau"><h2 id="h-pratinjau">{}</h2><p class="hint">{}</p><p><b>{}</b></p>{}</section>)">(
        words::preview_title.in(l),
        view.previewed.empty() ? std::string(words::preview_of_none.in(l))
                               : filled(words::preview_of, l, view.previewed),
        view.preview->subject, html::paragraphs(view.preview->body));
}

Markup history(const TemplateView& view) {
    if (view.versions.empty()) return {};
    const auto l = view.language;
    auto one = [&](const VersionView& each) {
        const auto& v = each.version;
        return markup<R"(<li><p>{}</p>{}</li>)">(
            filled(words::version_by, l, v.version, base::spoken_time(v.changed_at, view.zone, l), each.by),
            v.is_builtin ? markup<R"(<p class="muted">{}</p>)">(words::went_back.in(l))
                         : markup<R"(<p><b>{}</b></p>{})">(v.subject, html::paragraphs(v.body)));
    };
    return html::more(words::history.in(l),
                      markup<R"(<ol class="template-versions">{}</ol>)">(html::join(view.versions, one)));
}

Markup form(const TemplateView& view) {
    const auto l = view.language;
    return markup<
        R"(<form class="template-form" method="post" action="{}">{}{}{}{}{}{}<div class="row"><button class="btn btn-main" name="lakukan" value="simpan">{}</button><button class="btn" name="lakukan" value="pratinjau">{}</button></div></form>)">(
        html::url<"/meja/atur/balasan/{}">(base::code_of(view.key)), html::hidden("_csrf", view.csrf),
        html::hidden("bahasa", code_of(view.of)),
        html::input({.id = "subjek",
                     .label = std::string(words::subject.in(l)),
                     .hint = std::string(words::subject_hint.in(l)),
                     .value = view.given.subject,
                     .problem = wrong_at(view, "subjek"),
                     .more = html::attribute("maxlength", std::to_string(max_subject))},
                    l),
        html::text_area(
            {.id = "isi-balasan",
             .label = std::string(words::body.in(l)),
             .hint = std::string(words::body_hint.in(l)),
             .value = view.given.body,
             .problem = wrong_at(view, "isi"),
             .name = "isi",
             .more = html::attribute("rows", "8") + html::attribute("maxlength", std::to_string(max_body))},
            l),
        variables_list(l),
        html::input({.id = "laporan",
                     .label = std::string(words::preview_case.in(l)),
                     .hint = std::string(words::preview_case_hint.in(l)),
                     .value = view.preview_code,
                     .problem = wrong_at(view, "laporan"),
                     .need = html::Need::optional,
                     .more = html::attribute("maxlength", "40") + html::attribute("autocomplete", "off")},
                    l),
        words::save.in(l), words::preview.in(l));
}

Markup back_form(const TemplateView& view) {
    const bool is_own = !view.versions.empty() && !view.versions.front().version.is_builtin;
    if (!is_own) return {};
    return markup<
        R"(<form method="post" action="{}">{}{}<button class="btn" name="lakukan" value="bawaan">{}</button></form>)">(
        html::url<"/meja/atur/balasan/{}">(base::code_of(view.key)), html::hidden("_csrf", view.csrf),
        html::hidden("bahasa", code_of(view.of)), words::to_builtin.in(view.language));
}

} // namespace

html::Markup templates_page(const TemplatesView& view) {
    const auto l = view.language;
    auto row = [&](const words::Builtin& each) {
        const bool is_own = std::ranges::find(view.own, each.key) != view.own.end();
        return markup<R"(<li><div><a href="{}"><b>{}</b></a><p class="muted">{}</p></div>{}</li>)">(
            html::url<"/meja/atur/balasan/{}?teks={}">(base::code_of(each.key), code_of(view.of)),
            each.name.in(l), each.when.in(l),
            is_own ? html::chip(Tone::info, Icon::pen, words::own_text.in(l))
                   : html::chip(Tone::line, std::nullopt, words::shipped_text.in(l)));
    };
    return markup<R"(<h1>{}</h1><p class="lede">{}</p>{}<ul class="setting-list">{}</ul>)">(
        words::templates_title.in(l), words::templates_lede.in(l),
        language_pills(l, view.of,
                       [](Language each) { return html::url<"/meja/atur/balasan?teks={}">(code_of(each)); }),
        html::join(words::builtins, row));
}

html::Markup template_page(const TemplateView& view) {
    const auto l = view.language;
    const auto& about = words::builtin(view.key);
    Markup saved;
    if (view.is_saved) saved = html::notice(Tone::good, Icon::check2, Markup::text(words::saved.in(l)));
    return markup<
        R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="lede">{}</p>{}{}{}<div class="template-cols"><div>{}{}</div><div>{}{}</div></div>)">(
        html::url<"/meja/atur/balasan?teks={}">(code_of(view.of)), words::back_to_list.in(l),
        about.name.in(l), about.when.in(l), summary(view), saved,
        language_pills(l, view.of,
                       [&](Language each) {
                           return html::url<"/meja/atur/balasan/{}?teks={}">(base::code_of(view.key),
                                                                             code_of(each));
                       }),
        form(view), back_form(view), preview_of(view), history(view));
}

} // namespace outgoing
