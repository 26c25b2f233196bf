#include "administration/relocation_pages.h"

#include "administration/relocation_words.h"
#include "administration/rule_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/text.h"

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup back(const Frame& frame) {
    return markup<R"(<p><a class="link" href="/meja/atur/aturan">{}</a></p>)">(
        words::to_rules.in(frame.language));
}

Markup ahead(const Frame& frame, const Filled& filled, const cases::Outlook& outlook) {
    auto l = frame.language;
    auto line = [](std::string_view name, std::int64_t count) {
        return markup<R"(<tr><th scope="row">{}</th><td class="num">{}</td></tr>)">(name,
                                                                                    base::with_dots(count));
    };
    Markup rows;
    for (const auto& [office, count] : outlook.to)
        rows += line(office_name(frame, office), count);
    rows += line(words::relocation_stay.in(l), outlook.stay);
    std::string said = base::filled(words::relocation_open, l, base::with_dots(outlook.open));
    if (outlook.read < outlook.open)
        said += " " + base::filled(words::relocation_part, l, base::with_dots(outlook.read));
    Markup hidden;
    for (const auto& [name, value] : filled.fields)
        hidden += html::hidden(name, value);
    const std::vector<std::string> heads{std::string(words::relocation_where.in(l)),
                                         std::string(words::relocation_count.in(l))};
    Markup go;
    if (!outlook.to.empty())
        go = post_form(frame, html::url<"/meja/atur/aturan/pindah">(),
                       hidden + save_button(frame, words::relocation_go.in(l)));
    return markup<R"(<div role="status">{}</div>{}{})">(
        html::notice(html::Tone::info, html::Icon::assign,
                     markup<"<b>{}</b><p>{}</p>">(said, words::relocation_note.in(l))),
        table(heads, rows, words::relocation_where.in(l)), go);
}

} // namespace

Markup relocation_page(const Frame& frame, const Filled& filled,
                       const std::optional<cases::Outlook>& outlook) {
    auto l = frame.language;
    auto optional = [](html::Field out) {
        out.need = html::Need::optional;
        return out;
    };
    std::vector<html::Option> reasons;
    for (const auto& row : base::codes<cases::MoveReason>)
        reasons.push_back({std::string(row.code), std::string(words::name_of(row.value).in(l))});
    auto area = optional(field(frame, filled, "area", words::area, {}, words::rule_area_hint));
    area.more = html::attribute("maxlength", "200");
    Markup result;
    if (outlook) result = ahead(frame, filled, *outlook);
    return settings_page(
        frame, Section::rules, words::relocation_title.in(l),
        markup<
            R"(<p class="lede">{}</p>{}{}<section class="section card pad"><form method="get" action="/meja/atur/aturan/pindah">{}{}{}{}{}<p class="gap-top"><button class="btn">{}{}</button></p></form></section>)">(
            words::relocation_lede.in(l), back(frame), result,
            html::select(field(frame, filled, "from", words::relocation_from),
                         office_options(frame, /*only_active=*/false), l),
            html::select(
                optional(field(frame, filled, "to", words::relocation_to, {}, words::relocation_to_hint)),
                office_options(frame), l),
            html::select(field(frame, filled, "reason", words::relocation_reason), reasons, l),
            html::select(optional(field(frame, filled, "topic", words::topic, {}, words::rule_topic_hint)),
                         topic_options(frame), l),
            html::input(area, l), html::icon(html::Icon::eye), words::relocation_look.in(l)),
        filled.problem);
}

Markup relocation_progress_page(const Frame& frame, const cases::Relocation& relocation) {
    auto l = frame.language;
    const std::string moved = base::with_dots(relocation.n_moved), left = base::with_dots(relocation.n_left);
    Markup body;
    if (relocation.state == cases::RelocationState::running)
        body = html::notice(html::Tone::wait, html::Icon::wait,
                            Markup::text(base::filled(words::relocation_running, l,
                                                      {moved, left, base::with_dots(relocation.n_total)}))) +
               markup<R"(<p><a class="btn" href="{}">{}{}</a></p>)">(
                   html::url<"/meja/atur/aturan/pindah/{}">(relocation.id), html::icon(html::Icon::reload),
                   words::relocation_reload.in(l));
    else
        body = html::notice(html::Tone::good, html::Icon::check,
                            Markup::text(base::filled(words::relocation_done, l, {moved, left})));
    return settings_page(frame, Section::rules, words::relocation_title.in(l), back(frame) + body);
}

} // namespace administration
