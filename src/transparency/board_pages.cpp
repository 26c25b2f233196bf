#include "transparency/board_pages.h"

#include "base/filled.h"
#include "base/text.h"
#include "cases/objection_pages.h"
#include "cases/state_pages.h"
#include "cases/state_words.h"
#include "deadlines/chip_pages.h"
#include "html/forms.h"
#include "html/story.h"
#include "places/gazetteer.h"
#include "transparency/figures_words.h"
#include "transparency/map_pages.h"
#include "transparency/transparency_words.h"

namespace transparency {
namespace {

using base::Language;
using html::Markup;
using html::markup;

std::string count(std::int64_t number) {
    return base::with_dots(number);
}

Markup search_form(const BoardPage& page) {
    auto l = page.head.language;
    return markup<
        R"(<form class="search" role="search" action="/" method="get"><div class="with-icon">{}<label class="vh" for="q">{}</label><input class="input" id="q" name="cari" type="search" value="{}" maxlength="100" placeholder="{}"></div><button class="btn">{}</button>{}</form>)">(
        html::icon(html::Icon::search), words::search_label.in(l), page.board.filter.words,
        words::search_hint.in(l), words::search.in(l),
        html::button_link(html::Weight::main, html::url<"/lapor">(), words::report_now.in(l),
                          html::Icon::camera));
}

Markup figures_of(const BoardPage& page) {
    auto l = page.head.language;
    const Figures& f = page.board.figures;
    // The late ones are those of all time: a report of last year may be late today.
    const auto recent = html::url<"/transparansi?periode=30-hari">();
    const auto ever = html::url<"/transparansi?periode=semua">();
    std::int64_t percent = f.done > 0 ? (f.done_in_time * 100 + f.done / 2) / f.done : 0;
    const html::Figure all[] = {
        {std::string(words::came_in.in(l)), count(f.received),
         filled(words::came_in_note, l, {count(f.working), count(f.scheduled)}), recent},
        {std::string(words::in_time.in(l)), f.done > 0 ? std::to_string(percent) + " %" : "–",
         f.done > 0 ? filled(words::in_time_note, l, {count(f.done_in_time), count(f.done)})
                    : std::string(words::none_done.in(l)),
         recent},
        {std::string(words::contested.in(l)), count(f.contested),
         filled(words::contested_note, l, {count(f.claimed)}), recent},
        {std::string(words::late_now.in(l)), count(f.late_now),
         filled(words::late_note, l, {count(f.open_ever)}), ever},
    };
    return markup<
        R"(<section class="section" id="angka" aria-labelledby="h-angka"><h2 id="h-angka">{}</h2>{}<p class="row gap-s"><a href="{}">{}</a><a href="{}">{}</a></p></section>)">(
        words::last_days.in(l), html::figures(all), html::url<"/transparansi">(), words::figures_title.in(l),
        html::url<"/testimoni">(), words::see_testimonials.in(l));
}

Markup pill(const BoardPage& page, Standing standing, base::Text text, std::optional<html::Icon> icon) {
    BoardFilter filter = page.board.filter;
    filter.standing = standing;
    filter.state.reset();
    filter.after.reset();
    bool here = page.board.filter.standing == standing && !page.board.filter.state;
    return markup<R"(<a class="pill" href="{}"{}>{}{}</a>)">(
        board_url(filter), html::attribute_if(here, "aria-current", "true"),
        icon ? html::icon(*icon) : Markup{}, text.in(page.head.language));
}

Markup options(const std::vector<html::Option>& all, std::string_view chosen) {
    return html::join(all, [&](const html::Option& option) {
        return markup<R"(<option value="{}"{}>{}</option>)">(
            option.value, html::flag("selected", option.value == chosen), option.label);
    });
}

Markup chooser(std::string_view id, std::string_view name, std::string_view label, const Markup& all) {
    return markup<
        R"(<div><label class="vh" for="{}">{}</label><select class="select" id="{}" name="{}">{}</select></div>)">(
        id, label, id, name, all);
}

Markup filters(const BoardPage& page) {
    auto l = page.head.language;
    const auto& f = page.board.filter;
    std::vector<html::Option> topics{{"", std::string(words::all_topics.in(l))}};
    for (const auto& topic : page.directory.topics())
        topics.push_back({topic.code, topic.name(l)});
    std::vector<html::Option> areas{{"", std::string(words::all_areas.in(l))}};
    for (const auto& shape : page.map.areas)
        areas.push_back({shape.code, shape.name});
    std::vector<html::Option> offices{{"", std::string(words::all_offices.in(l))}};
    for (const auto& office : page.directory.offices().all())
        offices.push_back({base::to_string(office.id), office.name});
    Markup kept = f.standing == Standing::all ? Markup{} : html::hidden("keadaan", base::code_of(f.standing));
    if (!f.words.empty()) kept += html::hidden("cari", f.words);
    return markup<
        R"(<form class="toolbar board-filter" action="/" method="get" aria-label="{}"><div class="pills pills-scroll" role="group" aria-label="{}">{}{}{}{}{}</div><div class="selects">{}{}{}{}<button class="btn">{}</button></div></form>)">(
        words::filter_label.in(l), words::standing.in(l), pill(page, Standing::all, words::all, {}),
        pill(page, Standing::reported, words::reported, html::Icon::inbox),
        pill(page, Standing::working, words::working, html::Icon::work),
        pill(page, Standing::done, words::done, html::Icon::done),
        pill(page, Standing::late, words::late, html::Icon::alert), kept,
        chooser("f-topik", "topik", words::topic.in(l), options(topics, f.topic)),
        chooser("f-wilayah", "wilayah", words::area.in(l), options(areas, f.area)),
        chooser("f-unit", "unit", words::office.in(l),
                options(offices, f.office ? base::to_string(*f.office) : "")),
        words::apply.in(l));
}

std::string title_of(const BoardRow& row, const agency::Directory& directory, Language l) {
    if (row.view.title) return *row.view.title;
    const auto* topic = row.view.topic ? directory.topic(*row.view.topic) : nullptr;
    std::string what = topic ? topic->name(l) : std::string(triage::name(row.view.kind).in(l));
    return row.view.state == cases::State::received ? filled(words::before_title, l, {what}) : what;
}

html::Story story_of(const BoardRow& row, const agency::Directory& directory, base::Time now, Language l) {
    html::Story story{.title = title_of(row, directory, l), .url = html::url<"/laporan/{}">(row.view.code)};
    if (row.view.area) story.about.push_back(places::gazetteer().full_name(*row.view.area));
    story.about.push_back(row.view.code);
    story.standing = cases::state_chip(row.view.state, l);
    if (row.objection) story.standing += cases::objection_chip(row.view.office, directory, l);
    if (row.deadline && (is_open(row.view.state) || row.deadline->met_at))
        story.standing +=
            deadlines::clock_chip(*row.deadline, now, directory.agency().zone, l, deadlines::Wording::full);
    if (row.picture)
        story.picture =
            html::Picture{html::url<"/laporan/{}/foto/kecil/{}">(row.view.code, *row.picture), 224, 168};
    return story;
}

Markup list(const BoardPage& page) {
    auto l = page.head.language;
    if (page.board.rows.empty()) {
        bool plain = page.board.filter.is_plain();
        auto title = plain ? words::empty_title : words::nothing_title;
        auto text = plain ? words::empty_text : words::nothing_text;
        return html::empty_state({.icon = html::Icon::search,
                                  .title = std::string(title.in(l)),
                                  .text = Markup::text(text.in(l)),
                                  .action = plain ? Markup{}
                                                  : html::button_link(html::Weight::plain, html::url<"/">(),
                                                                      words::show_all.in(l))});
    }
    return board_stories(page.board.rows, page.directory, page.now, l);
}

Markup next_link(const BoardPage& page) {
    if (!page.board.next) return {};
    BoardFilter filter = page.board.filter;
    filter.after = page.board.next;
    return markup<R"(<p class="gap-top">{}</p>)">(
        html::more_link(board_url(filter), words::more.in(page.head.language)));
}

} // namespace

Markup board_stories(const std::vector<BoardRow>& rows, const agency::Directory& directory, base::Time now,
                     Language l) {
    std::vector<html::Story> all;
    for (const auto& row : rows)
        all.push_back(story_of(row, directory, now, l));
    return html::stories(all);
}

html::Url board_url(const BoardFilter& filter) {
    std::string query;
    auto add = [&](std::string_view name, const html::Url& value) {
        query += query.empty() ? '?' : '&';
        query += name;
        query += '=';
        query += value.str().substr(1);
    };
    if (filter.standing != Standing::all) add("keadaan", html::url<"/{}">(base::code_of(filter.standing)));
    if (filter.state) add("status", html::url<"/{}">(base::code_of(*filter.state)));
    if (!filter.topic.empty()) add("topik", html::url<"/{}">(filter.topic));
    if (!filter.area.empty()) add("wilayah", html::url<"/{}">(filter.area));
    if (filter.office) add("unit", html::url<"/{}">(base::to_string(*filter.office)));
    if (!filter.words.empty()) add("cari", html::url<"/{}">(filter.words));
    if (filter.after) add("setelah", html::url<"/{}">(cases::to_string(*filter.after)));
    // Only percent-encoded values stand behind the fixed names.
    return *html::Url::from("/" + query);
}

Markup board_page_of(BoardPage page) {
    auto l = page.head.language;
    page.head.title = std::string(words::board_title.in(l));
    page.head.description = std::string(words::board_lede.in(l));
    page.head.here = html::Nav::home;
    page.head.indexing = page.board.filter.is_plain() && !page.board.filter.after ? html::Indexing::indexable
                                                                                  : html::Indexing::hidden;
    auto body = markup<
        R"(<h1>{}</h1><p class="lede">{}</p>{}{}<section class="section" aria-labelledby="h-daftar"><h2 id="h-daftar">{}</h2>{}<div class="board"><div>{}{}</div>{}</div></section>)">(
        words::board_title.in(l), words::board_lede.in(l), search_form(page), figures_of(page),
        words::list_heading.in(l), filters(page), list(page), next_link(page),
        regency_map(page.map, page.board.by_regency, page.board.filter.area, l));
    return html::page(page.head, body);
}

} // namespace transparency
