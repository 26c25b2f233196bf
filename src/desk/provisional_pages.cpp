#include "desk/provisional_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "desk/provisional_words.h"
#include "html/forms.h"
#include "html/marks.h"

namespace desk {
namespace {

using html::Markup;
using html::markup;
namespace words = provisional_words;

Markup row_of(const ProvisionalRow& row, const ProvisionalPage& page) {
    const auto l = page.language;
    const std::string before = base::spoken_time(row.before.due_at, page.zone, l);
    const std::string after = base::spoken_time(row.after.due_at, page.zone, l);
    const std::string what = before == after ? base::filled(words::same, l, {row.deadline, before})
                                             : base::filled(words::change, l, {row.deadline, before, after});
    const std::string id = base::to_string(row.before.id);
    return markup<
        R"(<label class="choice"><input type="checkbox" name="tenggat" value="{}.{}" checked><span><b>{} {}</b><small>{}</small></span></label>)">(
        id, base::to_ms(row.after.due_at), row.code, row.title, what);
}

} // namespace

Markup provisional_page(const ProvisionalPage& page) {
    const auto l = page.language;
    Markup above;
    if (page.is_reason_missing) {
        const html::Wrong wrong[] = {{"alasan", std::string(words::reason_missing.in(l))}};
        above = html::problem_summary(words::not_done.in(l), words::kept.in(l), wrong);
    } else if (page.done) {
        above = markup<R"(<div role="status">{}</div>)">(
            html::notice(html::Tone::good, html::Icon::check,
                         Markup::text(base::filled(words::done, l, std::to_string(*page.done)))));
    }
    Markup body;
    if (page.rows.empty()) {
        body = html::empty_state({.icon = html::Icon::calendar,
                                  .title = std::string(words::none_title.in(l)),
                                  .text = Markup::text(words::none_text.in(l))});
    } else {
        html::Field reason{.id = "alasan",
                           .label = std::string(words::reason.in(l)),
                           .hint = std::string(words::reason_hint.in(l)),
                           .value = page.reason,
                           .more = html::attribute("maxlength", "500") + html::attribute("rows", "3")};
        if (page.is_reason_missing) reason.problem = std::string(words::reason_missing.in(l));
        body = markup<
            R"(<form method="post" action="/meja/tenggat-sementara">{}<fieldset class="card pad"><legend>{}</legend>{}</fieldset>{}<p class="gap-top"><button class="btn btn-main">{}</button></p></form>)">(
            html::hidden("_csrf", page.csrf), words::which.in(l),
            html::join(page.rows, [&](const ProvisionalRow& row) { return row_of(row, page); }),
            html::text_area(reason, l), words::submit.in(l));
    }
    return markup<R"(<h1>{}</h1><p class="lede">{}</p>{}{})">(words::title.in(l), words::lede.in(l), above,
                                                              body);
}

} // namespace desk
