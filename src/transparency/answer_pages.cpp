#include "transparency/answer_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/forms.h"
#include "html/marks.h"
#include "transparency/transparency_words.h"

#include <algorithm>

namespace transparency {
namespace {

using cases::CommandName;
using html::Markup;
using html::markup;

bool may(const ReporterPage& reporter, CommandName name) {
    return std::ranges::find(reporter.may, name) != reporter.may.end();
}

html::Url action(const ReporterPage& reporter) {
    return html::url<"/lacak/{}/jawaban">(reporter.page.code);
}

Markup carried(const ReporterPage& reporter, CommandName name) {
    return html::hidden("kunci", reporter.secret) + html::hidden("jawab", base::code_of(name));
}

Markup words_field(std::string id, base::Text label, html::Need need, base::Language l) {
    return html::text_area({.id = std::move(id),
                            .label = std::string(label.in(l)),
                            .need = need,
                            .name = "kata",
                            .more = html::attribute("maxlength", "2000")},
                           l);
}

/// Belum, with words and photos; one form wherever it stands.
Markup contest_form(const ReporterPage& reporter, std::string_view form_class, base::Language l) {
    auto photos = html::file_drop({.field = {.id = "foto",
                                             .label = std::string(words::photo_now.in(l)),
                                             .hint = std::string(words::photo_now_hint.in(l)),
                                             .need = html::Need::optional},
                                   .accept = "image/*",
                                   .most = most_contest_photos},
                                  l);
    return markup<
        R"(<form class="{}" id="belum" action="{}" method="post" enctype="multipart/form-data">{}<h3>{}</h3><p class="quiet gap-s">{}</p>{}{}<p class="gap-top">{}</p></form>)">(
        form_class, action(reporter), carried(reporter, CommandName::contest), words::not_yet_heading.in(l),
        words::reopen.in(l), words_field("kurang", words::what_is_wrong, html::Need::optional, l), photos,
        html::submit(words::not_yet_send.in(l), l));
}

/// Two equal buttons: the answer we like is not the big one.
Markup solved_question(const ReporterPage& reporter, const Markup& photos, base::Zone zone,
                       base::Language l) {
    Markup until;
    if (reporter.answer_before)
        until = markup<R"(<p class="muted small gap-s">{}</p>)">(
            filled(words::answer_before, l, {base::spoken_time(*reporter.answer_before, zone, l)}));
    return markup<
        R"(<section class="ask" aria-labelledby="h-tanya"><h2 id="h-tanya">{}</h2>{}<div class="say"><form action="{}" method="post">{}<button class="btn btn-big btn-wide">{}{}</button></form><a class="btn btn-big" href="#belum">{}{}</a></div>{}{}</section>)">(
        words::asked_heading.in(l), photos, action(reporter), carried(reporter, CommandName::confirm),
        html::icon(html::Icon::check), words::yes.in(l), html::icon(html::Icon::cross), words::not_yet.in(l),
        until, contest_form(reporter, "answer card pad", l));
}

Markup one_answer(const ReporterPage& reporter, CommandName name, base::Text heading, base::Text note,
                  base::Text label, base::Text send, base::Language l) {
    return markup<
        R"(<section class="ask" aria-labelledby="h-jawab"><h2 id="h-jawab">{}</h2><p class="quiet">{}</p><form action="{}" method="post">{}{}<p class="gap-top">{}</p></form></section>)">(
        heading.in(l), note.in(l), action(reporter), carried(reporter, name),
        words_field("jawaban", label, html::Need::required, l), html::submit(send.in(l), l));
}

} // namespace

Markup answer_forms(const ReporterPage& reporter, const Markup& photos, base::Zone zone, base::Language l) {
    if (may(reporter, CommandName::confirm)) return solved_question(reporter, photos, zone, l);
    if (may(reporter, CommandName::answered)) {
        return one_answer(reporter, CommandName::answered, words::question_heading,
                          {reporter.question, reporter.question}, words::your_answer, words::send_answer, l);
    }
    if (may(reporter, CommandName::object))
        return one_answer(reporter, CommandName::object, words::object_heading, words::object_text,
                          words::your_reason, words::object_send, l);
    if (may(reporter, CommandName::contest))
        return html::more(words::still_not.in(l), contest_form(reporter, "card pad gap-s", l));
    return {};
}

} // namespace transparency
