#include "field/live_pages.h"

#include "base/filled.h"
#include "field/live_words.h"
#include "html/forms.h"
#include "html/marks.h"

namespace field {

using base::filled;
using html::Icon;
using html::Markup;
using html::markup;
namespace words = live_words;

namespace {

Markup wrong(const LiveView& view) {
    if (!view.why) return {};
    const auto l = view.console.language;
    return markup<
        R"(<div class="summary-bad" role="alert" tabindex="-1" data-problems><h2>{}</h2><p>{}</p><p>{}</p></div>)">(
        words::not_sent.in(l), view.why->in(l), words::still_here.in(l));
}

Markup photos(const LiveView& view) {
    const auto l = view.console.language;
    Markup kept;
    if (!view.photos.empty())
        kept = markup<R"(<p class="quiet small">{}</p>)">(
            filled(words::photos_kept, l, std::to_string(view.photos.size())));
    for (const auto& sha256 : view.photos)
        kept += html::hidden("foto_terkirim", sha256);
    html::FileDrop drop{.field = {.id = "foto",
                                  .label = std::string(words::photo.in(l)),
                                  .hint = std::string(words::photo_hint.in(l)),
                                  .need = kept.empty() ? html::Need::required : html::Need::optional,
                                  .more = html::attribute("capture", "environment")},
                        .most = 3};
    return kept + html::file_drop(drop, l);
}

Markup place(const LiveView& view) {
    const auto l = view.console.language;
    Markup list = html::join(
        view.places, [](const std::string& each) { return markup<R"(<option value="{}"></option>)">(each); });
    return html::input(
               {.id = "tempat",
                .label = std::string(words::place.in(l)),
                .hint = std::string(words::place_hint.in(l)),
                .value = view.place,
                .more = html::attribute("maxlength", "120") + html::attribute("list", "tempat-tugas")},
               l) +
           markup<R"(<datalist id="tempat-tugas">{}</datalist>)">(list);
}

Markup office(const LiveView& view) {
    const auto l = view.console.language;
    if (view.offices.size() < 2) return html::hidden("unit", base::to_string(view.office));
    std::vector<html::Option> options;
    for (const auto& [id, name] : view.offices)
        options.push_back({base::to_string(id), name});
    return html::select(
        {.id = "unit", .label = std::string(words::office.in(l)), .value = base::to_string(view.office)},
        options, l);
}

} // namespace

Markup live_page(const LiveView& view) {
    const auto l = view.console.language;
    const Markup body = markup<
        R"(<main class="field-list" id="isi"><a class="btn btn-bare backlink" href="/lapangan">{}{}</a>{}<h1>{}</h1><p class="muted">{}</p><form class="card pad stack" action="/lapangan/langsung" method="post" enctype="multipart/form-data">{}{}{}{}{}{}{}</form></main>)">(
        html::icon(Icon::back), words::back.in(l), wrong(view), words::title.in(l), words::lede.in(l),
        html::hidden("_csrf", view.console.csrf), html::hidden("kunci", view.key), photos(view), place(view),
        html::text_area({.id = "dilayani",
                         .label = std::string(words::what.in(l)),
                         .hint = std::string(words::what_hint.in(l)),
                         .value = view.what,
                         .name = "isi",
                         .more = html::attribute("maxlength", "200") + html::attribute("rows", "3")},
                        l),
        office(view), html::submit(words::send.in(l), l));
    return staff::console_page(view.console, body);
}

} // namespace field
