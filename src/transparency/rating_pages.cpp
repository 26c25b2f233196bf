#include "transparency/rating_pages.h"

#include "base/filled.h"
#include "cases/rating.h"
#include "html/forms.h"
#include "html/marks.h"
#include "transparency/transparency_words.h"

namespace transparency {
namespace {

using base::Language;
using html::Markup;
using html::markup;

Markup star(int number, int chosen, Language l) {
    base::Text rest = number == 1                   ? words::rate_worst
                      : number == cases::most_stars ? words::rate_best
                                                    : words::rate_of_five;
    return markup<
        R"(<label><input type="radio" name="nilai" required value="{}"{}><span>{}<span class="vh"> {}</span></span></label>)">(
        number, html::flag("checked", number == chosen), number, rest.in(l));
}

Markup form(const ReporterPage& reporter, Language l) {
    const OwnStars given = reporter.rated.value_or(OwnStars{});
    Markup stars;
    for (int number = 1; number <= cases::most_stars; ++number)
        stars += star(number, given.stars, l);
    Markup quote;
    if (reporter.may_be_quoted)
        quote = html::tick(
            "kutip", {"1", std::string(words::rate_quote.in(l)), std::string(words::rate_quote_note.in(l))},
            given.may_be_quoted ? html::Ticked::yes : html::Ticked::no);
    auto words = html::text_area({.id = "pesan",
                                  .label = std::string(words::rate_words.in(l)),
                                  .value = given.words,
                                  .need = html::Need::optional,
                                  .name = "kata",
                                  .more = html::attribute("maxlength", "1000")},
                                 l);
    return markup<
        R"(<form class="gap-s" action="{}" method="post">{}<fieldset><legend>{}</legend><div class="stars">{}</div></fieldset>{}{}<p class="gap-top">{}</p></form>)">(
        html::url<"/lacak/{}/nilai">(reporter.page.code), html::hidden("kunci", reporter.secret),
        words::rate_legend.in(l), stars, words, quote, html::submit(words::rate_send.in(l), l));
}

Markup withdrawal(const ReporterPage& reporter, Language l) {
    if (!reporter.has_quotes) return {};
    const bool is_shown = reporter.rated && reporter.rated->is_quoted;
    return markup<
        R"(<form class="gap-top" action="{}" method="post">{}<p class="quiet">{}</p><button class="btn gap-s">{}</button></form>)">(
        html::url<"/lacak/{}/izin">(reporter.page.code), html::hidden("kunci", reporter.secret),
        (is_shown ? words::quote_shown : words::quote_waiting).in(l), words::quote_withdraw.in(l));
}

} // namespace

Markup rating_section(const ReporterPage& reporter, Language l) {
    if (!reporter.may_rate && !reporter.rated && !reporter.has_quotes) return {};
    std::string heading = reporter.rated
                              ? filled(words::rate_again, l, {std::to_string(reporter.rated->stars)})
                              : std::string(words::rate_heading.in(l));
    Markup body;
    if (reporter.rated && !reporter.rated->words.empty())
        body = markup<R"(<blockquote class="t-quote gap-s">{}</blockquote>)">(
            html::paragraphs(reporter.rated->words));
    if (reporter.may_rate)
        body += reporter.rated
                    ? markup<R"(<p class="muted small gap-s">{}</p>)">(words::rate_change_note.in(l)) +
                          html::more(words::rate_change.in(l), form(reporter, l))
                    : form(reporter, l);
    return markup<R"(<section class="ask" aria-labelledby="h-nilai"><h2 id="h-nilai">{}</h2>{}{}</section>)">(
        heading, body, withdrawal(reporter, l));
}

} // namespace transparency
