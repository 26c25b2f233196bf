#include "desk/desk_pages.h"

#include "base/spoken_time.h"
#include "cases/state_pages.h"
#include "desk/desk_words.h"
#include "html/forms.h"
#include "html/page.h"
#include "html/story.h"

namespace desk {
namespace {

html::Story row(const cases::Case& c, const DeskView& view) {
    auto l = view.language;
    const auto* office = c.office ? view.directory.office(*c.office) : nullptr;
    html::Story story{.title = c.title, .url = html::url<"/laporan/{}">(c.code)};
    story.about = {c.code, std::string(office ? office->short_name : words::queue.in(l)),
                   base::short_time(c.received_at, view.directory.agency().zone, l)};
    story.standing = cases::state_chip(c.state, l);
    return story;
}

std::string greeting(const DeskView& view) {
    std::string text(words::hello.in(view.language));
    return text.replace(text.find("{}"), 2, view.person);
}

} // namespace

html::Markup desk_page(const DeskView& view) {
    auto l = view.language;
    html::Markup list;
    if (view.cases.empty()) {
        list = html::empty_state({.icon = html::Icon::check2,
                                  .title = std::string(words::nothing_title.in(l)),
                                  .text = html::Markup::text(words::nothing_text.in(l))});
    } else {
        std::vector<html::Story> rows;
        for (const auto& c : view.cases)
            rows.push_back(row(c, view));
        list = html::stories(rows);
    }
    html::PageHead head;
    head.title = std::string(words::title.in(l));
    head.agency = view.directory.agency().name;
    head.organiser = view.directory.agency().organiser;
    head.language = l;
    head.accent = view.directory.agency().accent;
    return html::page(
        head,
        html::markup<
            R"(<h1>{}</h1><p class="lede">{}</p><form action="/keluar" method="post">{}<button class="btn">{}</button></form><section class="section" aria-labelledby="h-terbuka"><h2 id="h-terbuka">{}</h2>{}</section>)">(
            words::title.in(l), greeting(view), html::hidden("_csrf", view.csrf), words::sign_out.in(l),
            words::open.in(l), list));
}

} // namespace desk
