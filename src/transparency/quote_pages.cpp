#include "transparency/quote_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/forms.h"
#include "html/marks.h"
#include "transparency/figures_words.h"

namespace transparency {
namespace {

using html::Markup;
using html::markup;

Markup row_of(const QuoteRow& row, const QuotesPage& page) {
    auto l = page.console.language;
    auto given = filled(words::queue_given, l,
                        {std::to_string(row.stars),
                         base::spoken_time(row.rated_at, page.console.directory.agency().zone, l)});
    auto words = html::text_area({.id = "kutipan-" + row.id,
                                  .label = std::string(words::queue_words.in(l)),
                                  .value = row.words,
                                  .name = "kutipan",
                                  .more = html::attribute("maxlength", "1000")},
                                 l);
    auto to = html::url<"/meja/testimoni/{}">(row.id);
    return markup<
        R"(<li class="card pad" id="testimoni-{}"><h2 class="h-plain"><a href="{}">{}</a></h2><p class="muted small"><span class="code">{}</span> {}</p><form class="gap-s" action="{}" method="post">{}{}<div class="row gap-s"><button class="btn btn-main" name="keputusan" value="muat">{}</button><button class="btn" name="keputusan" value="simpan" formnovalidate>{}</button></div></form></li>)">(
        row.id, html::url<"/laporan/{}">(row.code), row.title, row.code, given, to,
        html::hidden("_csrf", page.console.csrf), words, words::queue_release.in(l), words::queue_keep.in(l));
}

} // namespace

Markup quotes_page(const QuotesPage& page) {
    auto l = page.console.language;
    Markup list;
    if (page.rows.empty()) {
        list = markup<R"(<h2 class="vh">{}</h2>)">(words::queue_title.in(l));
        list += html::empty_state({.icon = html::Icon::star,
                                   .title = std::string(words::queue_empty_title.in(l)),
                                   .text = Markup::text(words::queue_empty_text.in(l))});
    } else {
        Markup rows;
        for (const auto& row : page.rows)
            rows += row_of(row, page);
        list = markup<R"(<ul class="quotes">{}</ul>)">(rows);
    }
    if (page.next != 0)
        list += markup<R"(<p class="gap-top">{}</p>)">(html::more_link(
            html::url<"/meja/testimoni?setelah={}">(page.next), words::more_testimonials.in(l)));
    return staff::console_page(
        page.console,
        markup<R"(<h1>{}</h1><p class="lede">{}</p>{}<p class="gap-top"><a href="{}">{}</a></p>)">(
            words::queue_title.in(l), words::queue_lede.in(l), list, html::url<"/testimoni">(),
            words::see_testimonials.in(l)));
}

} // namespace transparency
