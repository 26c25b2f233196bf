#include "desk/earlier_answer_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "desk/hint_words.h"
#include "html/story.h"

namespace desk {

using html::Markup;
using html::markup;
namespace words = hint_words;

Markup earlier_answers(const CommandInput& in, std::string_view field_id) {
    if (in.view.earlier.empty()) return {};
    const auto l = in.language;
    Markup rows;
    int number = 0;
    for (const auto& each : in.view.earlier) {
        const std::string key = std::to_string(++number);
        rows += markup<
            R"(<li><p class="quiet small"><a class="link" href="{}">{}</a> {}, {}</p><div id="jawaban-{}">{}</div><button class="btn" type="button" data-insert="{}" data-from="jawaban-{}" data-key="{}" aria-keyshortcuts="{}" hidden>{}</button></li>)">(
            html::url<"/laporan/{}">(each.code), each.code, each.title,
            base::spoken_day(base::local_day(each.at, in.directory.agency().zone), l), key,
            html::paragraphs(each.text), field_id, key, key, key, base::filled(words::use_answer, l, {key}));
    }
    return markup<R"(<div class="hints"><h3>{}</h3><ol class="earlier">{}</ol></div>)">(
        words::earlier_title.in(l), rows);
}

} // namespace desk
