#include "desk/deadline_form_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/deadline_change.h"
#include "desk/case_text.h"
#include "desk/deadline_form_words.h"
#include "html/forms.h"
#include "html/story.h"

namespace desk {
namespace {

using base::Language;
using html::Markup;
using html::markup;
namespace words = deadline_words;

struct Form {
    cases::DeadlineChange change;
    std::string title;
    base::Text note, send;
};

Markup form_of(const Form& form, const deadlines::Deadline& row, std::string_view code, std::string_view csrf,
               Language l) {
    const std::string action(base::code_of(form.change));
    // Several stand on one page: each label needs a control of its own.
    std::string id = "alasan-" + action + "-" + base::to_string(row.id);
    return html::more(
        form.title,
        markup<
            R"(<form class="stack-s" action="{}" method="post">{}{}{}{}<button class="btn">{}</button></form>)">(
            html::url<"/meja/laporan/{}/tenggat">(code), html::hidden("_csrf", csrf),
            html::hidden("tindakan", action), html::hidden("tenggat", row.name),
            html::input({.id = std::move(id),
                         .label = spoken(words::reason, l),
                         .hint = spoken(form.note, l),
                         .name = "alasan",
                         .more = html::attribute("maxlength", std::to_string(cases::max_deadline_reason)) +
                                 html::attribute("autocomplete", "off")},
                        l),
            form.send.in(l)));
}

} // namespace

base::Text unit_of(deadlines::Mode mode) noexcept {
    switch (mode) {
    case deadlines::Mode::calendar_hours: return words::hours;
    case deadlines::Mode::working_days: return words::days;
    case deadlines::Mode::office_hours: return words::office_hours;
    }
    return words::hours;
}

Markup deadline_forms(const RunningDeadline& deadline, std::string_view code, std::string_view csrf,
                      base::Zone zone, Language l) {
    Markup out;
    if (deadline.may_extend_by > 0 && deadline.why)
        out +=
            form_of({cases::DeadlineChange::extend,
                     filled(words::extend, l,
                            {std::to_string(deadline.may_extend_by), spoken(unit_of(deadline.why->mode), l)}),
                     words::extend_note, words::extend_send},
                    deadline.row, code, csrf, l);
    if (deadline.if_moved)
        out += form_of({cases::DeadlineChange::move,
                        filled(words::move, l, {base::spoken_time(deadline.if_moved->due_at, zone, l)}),
                        words::move_note, words::move_send},
                       deadline.row, code, csrf, l);
    return out;
}

} // namespace desk
