#include "publishing/policy_pages.h"

#include "html/forms.h"
#include "html/marks.h"
#include "publishing/publishing_words.h"

namespace publishing {
namespace {

using html::Markup;
using html::markup;

Markup line(const PolicyView& view, const PolicyLine& each) {
    const auto l = view.language;
    const auto id = base::to_string(each.office);
    std::vector<html::Option> options;
    for (const auto& rule : words::rules)
        if (rule.value != Rule::off || view.kind == Kind::incident)
            options.push_back({std::string(base::code_of(rule.value)), std::string(rule.name.in(l))});
    const Markup reset =
        each.is_own ? markup<R"(<button class="btn btn-bare" name="tindakan" value="ikut">{}</button>)">(
                          words::reset_rule.in(l))
                    : Markup{};
    return markup<
        R"(<li class="post-rule"><h3>{} <span class="muted small">{}</span></h3><form class="row" method="post" action="/meja/atur/siaran">{}{}{}{}{}<button class="btn" name="tindakan" value="simpan">{}<span class="vh"> {}</span></button>{}</form></li>)">(
        each.name, (each.is_own ? words::own_rule : words::from_above).in(l),
        html::hidden("_csrf", view.csrf), html::hidden("unit", id),
        html::hidden("jenis", base::code_of(view.kind)),
        html::select({.id = "aturan-" + id,
                      .label = std::string(words::rule.in(l)),
                      .value = std::string(base::code_of(each.policy.rule)),
                      .name = "aturan"},
                     options, l),
        html::input({.id = "jeda-" + id,
                     .label = std::string(words::window.in(l)),
                     .value = std::to_string(each.policy.window_ms / 60'000),
                     .name = "jeda",
                     .more = html::attribute("type", "number") + html::attribute("min", "0") +
                             html::attribute("max", "1440")},
                    l),
        words::save_rule.in(l), each.name, reset);
}

Markup audience(const PolicyView& view) {
    if (!view.may_set_audience) return {};
    const auto l = view.language;
    std::vector<html::Choice> options;
    for (const auto& each : words::audiences)
        options.push_back({std::string(base::code_of(each.value)), std::string(each.name.in(l))});
    return markup<
        R"(<form class="card pad stack-s" method="post" action="/meja/atur/siaran/dinding">{}{}<button class="btn">{}</button></form>)">(
        html::hidden("_csrf", view.csrf),
        html::choices({.id = "penonton",
                       .label = std::string(words::audience.in(l)),
                       .value = std::string(base::code_of(view.audience))},
                      options, l),
        words::save_audience.in(l));
}

} // namespace

Markup policy_page(const PolicyView& view) {
    const auto l = view.language;
    Markup said;
    if (view.is_saved)
        said = markup<R"(<div role="status">{}</div>)">(
            html::notice(html::Tone::good, html::Icon::check, Markup::text(words::saved.in(l))));
    if (view.is_wrong)
        said = markup<R"(<div role="alert">{}</div>)">(
            html::notice(html::Tone::wait, html::Icon::alert, Markup::text(words::wrong_other.in(l))));
    const Markup pills = html::join(words::kinds, [&](const auto& each) {
        return markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
            html::url<"/meja/atur/siaran?jenis={}">(base::code_of(each.value)),
            html::attribute_if(each.value == view.kind, "aria-current", "page"), each.name.in(l));
    });
    return markup<
        R"(<a class="btn btn-bare backlink" href="/meja/siaran">{}{}</a><h1>{}</h1><p class="lede">{}</p>{}{}<nav class="pills gap-top" aria-label="{}">{}</nav><h2 class="vh">{}</h2><ul class="post-rules">{}</ul>)">(
        html::icon(html::Icon::back), words::back.in(l), words::rules_title.in(l), words::rules_lede.in(l),
        said, audience(view), words::rule.in(l), pills, words::name_in(words::kinds, view.kind).in(l),
        html::join(view.lines, [&](const PolicyLine& each) { return line(view, each); }));
}

} // namespace publishing
