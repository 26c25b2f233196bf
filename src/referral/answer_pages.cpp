#include "referral/answer_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/case.h"
#include "html/forms.h"
#include "html/marks.h"
#include "html/story.h"
#include "referral/answer_words.h"

namespace referral {
namespace {

using html::Markup;
using html::markup;
namespace words = answer_words;

html::PageHead titled(html::PageHead head, base::Text title) {
    head.title = std::string(title.in(head.language));
    head.width = html::Width::narrow;
    return head;
}

std::string wrong(const AnswerView& view, std::string_view field) {
    if (!view.problem || view.problem->field != field) return {};
    return std::string(
        (view.problem->code == "item.too_large" ? words::too_long : words::missing).in(view.head.language));
}

html::Field field(const AnswerView& view, std::string id, base::Text label, base::Text hint,
                  std::string value, std::size_t most) {
    const auto l = view.head.language;
    return {.id = id,
            .label = std::string(label.in(l)),
            .hint = std::string(hint.in(l)),
            .value = std::move(value),
            .problem = wrong(view, id),
            .more =
                html::attribute("maxlength", std::to_string(most)) + html::attribute("autocomplete", "off")};
}

/// One of two answers, each a form of its own and neither bigger than the other.
Markup form(const AnswerView& view, base::Text title, std::string_view answer, const Markup& inside,
            base::Text button) {
    const auto l = view.head.language;
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-{}"><h2 id="h-{}">{}</h2><form method="post" action="{}">{}{}{}<p class="gap-top"><button class="btn">{}</button></p></form></section>)">(
        answer, answer, title.in(l), html::url<"/serah-terima/{}">(view.code),
        html::hidden("kunci", view.secret), html::hidden("jawab", answer), inside, button.in(l));
}

} // namespace

Markup answer_page(const AnswerView& view) {
    const auto l = view.head.language;
    Markup above;
    if (view.problem) {
        const html::Wrong all[] = {{view.problem->field, wrong(view, view.problem->field)}};
        above = html::problem_summary(words::not_saved.in(l), words::kept.in(l), all);
    }
    std::vector<html::Fact> facts;
    auto fact = [&](base::Text name, const std::string& value) {
        if (!value.empty()) facts.emplace_back(std::string(name.in(l)), Markup::text(value));
    };
    fact(words::topic, view.topic);
    fact(words::place, view.place);
    fact(words::since, base::spoken_time(view.since, view.directory.agency().zone, l));
    auto reason = field(view, "alasan", words::reason, words::reason_hint, view.reason, cases::max_reason);
    reason.more += html::attribute("rows", "4");
    return html::page(
        titled(view.head, words::title),
        markup<
            R"(<h1>{}</h1><p class="lede">{}</p>{}<section class="section" aria-labelledby="h-isi"><h2 id="h-isi">{}</h2><div class="t-quote">{}</div>{}</section>{}{})">(
            words::title.in(l),
            base::filled(words::lede, l, {view.directory.agency().name, view.code, view.outside}), above,
            words::handed_over.in(l), html::paragraphs(view.text), html::facts(facts),
            form(view, words::taken_title, "terima",
                 html::input(field(view, "nomor", words::number, words::number_hint, view.number, max_number),
                             l),
                 words::take),
            form(view, words::refused_title, "bukan", html::text_area(reason, l), words::give_back)));
}

Markup answered_page(html::PageHead head, std::string_view code, const std::optional<std::string>& receipt) {
    const auto l = head.language;
    const std::string text = receipt ? base::filled(words::done_taken, l, {code, *receipt})
                                     : base::filled(words::done_back, l, {code});
    return html::page(
        titled(std::move(head), words::done_title),
        markup<R"(<h1>{}</h1><div role="status">{}</div>)">(
            words::done_title.in(l), html::notice(html::Tone::good, html::Icon::check, Markup::text(text))));
}

Markup answer_gone_page(html::PageHead head) {
    const auto l = head.language;
    return html::page(
        titled(std::move(head), words::gone_title),
        markup<R"(<h1>{}</h1><p class="lede">{}</p>)">(words::gone_title.in(l), words::gone_text.in(l)));
}

} // namespace referral
