#include "publishing/wall_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/marks.h"
#include "publishing/publishing_words.h"

namespace publishing {
namespace {

using html::Markup;
using html::markup;

Markup photos(const Whole& whole) {
    Markup out;
    for (std::size_t i = 0; i < whole.pictures.size(); ++i)
        out += markup<R"(<img src="{}" alt="{}" width="480" height="360" loading="lazy">)">(
            html::url<"/dinding/foto/{}/{}">(whole.post.id, std::to_string(i + 1)), whole.pictures[i].alt);
    return markup<R"(<div class="wall-photos">{}</div>)">(out);
}

Markup card(const WallView& view, const Whole& whole) {
    const auto l = view.language;
    const auto& post = whole.post;
    const auto office = view.offices.find(post.office.value);
    Markup standing;
    if (view.is_staff)
        standing = markup<R"(<p class="small"><a href="{}">{}</a></p>)">(
            html::url<"/meja/siaran/{}">(post.id), words::name_in(words::states, post.state).in(l));
    return markup<
        R"(<li class="card wall-card" id="laporan-{}">{}<div class="pad"><p class="wall-text">{}</p><p class="muted small">{} · <time datetime="{}">{}</time></p>{}</div></li>)">(
        post.id, photos(whole), post.text, office == view.offices.end() ? std::string() : office->second,
        base::to_iso(post.created_at, view.zone), base::short_time(post.created_at, view.zone, l), standing);
}

} // namespace

Markup wall_list(const WallView& view) {
    const auto l = view.language;
    if (view.reports.empty())
        return markup<R"(<div id="dinding">{}</div>)">(
            html::empty_state({.icon = html::Icon::camera,
                               .title = std::string(words::wall_empty.in(l)),
                               .text = Markup::text(words::wall_empty_text.in(l))}));
    return markup<R"(<ul class="wall" id="dinding">{}</ul>)">(
        html::join(view.reports, [&](const Whole& whole) { return card(view, whole); }));
}

Markup wall_page(const WallView& view) {
    const auto l = view.language;
    return markup<
        R"(<h1>{}</h1><p class="lede">{}</p><p class="muted small" role="status" data-wall data-live="{}" data-lost="{}"></p><h2 class="vh">{}</h2>{})">(
        words::wall_title.in(l), words::wall_lede.in(l), words::wall_live.in(l), words::wall_lost.in(l),
        words::list_title.in(l), wall_list(view));
}

} // namespace publishing
