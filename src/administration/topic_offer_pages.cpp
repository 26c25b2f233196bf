#include "administration/topic_offer_pages.h"

#include "administration/topic_offer.h"
#include "administration/topic_offer_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/text.h"

#include <algorithm>

namespace administration {

using html::Markup;
using html::markup;

Markup topic_offer_page(const Frame& frame, const Filled& filled) {
    const auto l = frame.language;
    const auto offered = offered_topics(frame.directory);
    const bool is_first = frame.directory.topics().empty();
    const auto is_ticked = [&](const std::string& code) {
        if (filled.fields.empty()) return is_first;
        return std::ranges::find(filled.fields, std::pair<std::string, std::string>("topik", code)) !=
               filled.fields.end();
    };
    Markup ticks;
    for (const auto* each : offered)
        ticks += html::tick("topik",
                            {each->topic.code, l == base::Language::en ? each->name_en : each->name_id,
                             base::filled(words::offer_note, l,
                                          {base::join(each->topic.words, ", "),
                                           std::string(words::name_of(each->proof).in(l))})},
                            is_ticked(each->topic.code) ? html::Ticked::yes : html::Ticked::no);
    const Markup form = offered.empty()
                            ? markup<"<p>{}</p>">(words::offer_none.in(l))
                            : post_form(frame, html::url<"/meja/atur/topik-bawaan">(),
                                        markup<R"(<fieldset class="offer"><legend>{}</legend>{}</fieldset>)">(
                                            words::offer_choose.in(l), ticks) +
                                            save_button(frame, words::offer_add.in(l)));
    return settings_page(
        frame, Section::topics, words::offer_title.in(l),
        markup<
            R"(<p><a class="backlink" href="/meja/atur/topik">{}{}</a></p><p class="lede">{}</p>{}<section class="section card pad">{}</section>)">(
            html::icon(html::Icon::back), words::all_topics.in(l), words::offer_lede.in(l),
            html::when(is_first, markup<"<p>{}</p>">(words::offer_first.in(l))), form),
        filled.problem);
}

Markup topic_offer_part(const Frame& frame) {
    const auto count = offered_topics(frame.directory).size();
    if (count == 0) return {};
    return html::notice(
        html::Tone::info, html::Icon::list,
        markup<R"(<p>{}</p><p class="gap-top"><a class="btn" href="/meja/atur/topik-bawaan">{}</a></p>)">(
            base::filled(words::offer_part, frame.language, std::to_string(count)),
            words::offer_link.in(frame.language)));
}

} // namespace administration
