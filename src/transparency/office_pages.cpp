#include "transparency/office_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "html/story.h"
#include "transparency/board_pages.h"
#include "transparency/figures_pages.h"
#include "transparency/figures_words.h"

namespace transparency {
namespace {

using base::Language;
using html::Markup;
using html::markup;

/// Office, topic and month: never who, never which case.
Markup testimonial(const cases::Testimonial& each, const agency::Directory& directory, Language l) {
    std::vector<std::string> about;
    const auto* office = each.office ? directory.office(*each.office) : nullptr;
    if (office) about.push_back(office->name);
    const auto* topic = each.topic ? directory.topic(*each.topic) : nullptr;
    if (topic) about.push_back(topic->name(l));
    about.push_back(base::spoken_month(base::local_day(each.rated_at, directory.agency().zone), l));
    return markup<
        R"(<li class="said"><p class="row">{}<b>{}</b></p><blockquote class="t-quote">{}</blockquote><p class="muted small">{}</p></li>)">(
        html::icon(html::Icon::star), filled(words::stars, l, {std::to_string(each.stars)}),
        html::paragraphs(each.quote), base::join(about, ", "));
}

Markup testimonial_list(const std::vector<cases::Testimonial>& all, const agency::Directory& directory,
                        Language l) {
    Markup rows;
    for (const auto& each : all)
        rows += testimonial(each, directory, l);
    return markup<R"(<ul class="says">{}</ul>)">(rows);
}

Markup topics_of(const OfficePage& page) {
    auto l = page.head.language;
    std::vector<std::string> names;
    if (page.view.serves_every_topic) names.emplace_back(words::every_topic.in(l));
    for (const auto& code : page.view.topics)
        if (const auto* topic = page.directory.topic(code); topic && topic->is_active)
            names.push_back(topic->name(l));
    if (names.empty()) return markup<"<p>{}</p>">(words::office_serves_none.in(l));
    return markup<"<p>{}</p>">(base::join(names, ", "));
}

Markup section(std::string_view id, base::Text heading, const Markup& body, Language l) {
    return markup<R"(<section class="section" aria-labelledby="{}"><h2 id="{}">{}</h2>{}</section>)">(
        id, id, heading.in(l), body);
}

} // namespace

Markup office_page(OfficePage page) {
    auto l = page.head.language;
    const auto& view = page.view;
    const auto id = view.office.id;
    page.head.title = view.office.name;
    page.head.here = html::Nav::figures;
    page.head.indexing = html::Indexing::indexable;
    FigureQuery query;
    query.period = page.period;
    query.office = base::to_string(id);
    query.with_below = view.has_parts;
    Markup figures = four_figures(view.numbers, query, l);
    if (view.has_parts)
        figures += markup<R"(<p class="muted small gap-s">{}</p>)">(words::office_parts.in(l));
    Markup solved = view.solved.empty() ? markup<"<p>{}</p>">(words::office_solved_none.in(l))
                                        : board_stories(view.solved, page.directory, page.now, l);
    solved += markup<R"(<p class="gap-top"><a href="{}">{}</a></p>)">(html::url<"/?unit={}">(id),
                                                                      words::office_all.in(l));
    Markup said = markup<"<p>{}</p>">(stars_line(view.stars, l));
    if (!view.testimonials.empty())
        said += testimonial_list(view.testimonials, page.directory, l) +
                markup<R"(<p class="gap-top"><a href="{}">{}</a></p>)">(html::url<"/testimoni?unit={}">(id),
                                                                        words::see_testimonials.in(l));
    auto body =
        markup<R"(<h1>{}</h1><p class="lede">{}</p>)">(view.office.name, page.directory.agency().name) +
        section("h-angka", words::office_figures,
                markup<R"(<p class="quiet">{}</p>)">(name_of(page.period, l)) + figures, l) +
        section("h-topik", words::office_serves, topics_of(page), l) +
        section("h-tuntas", words::office_solved, solved, l) +
        section("h-kata", words::testimonials_title, said, l);
    return html::page(page.head, body);
}

Markup testimonials_page(TestimonialsPage page) {
    auto l = page.head.language;
    page.head.title = std::string(words::testimonials_title.in(l));
    page.head.here = html::Nav::figures;
    page.head.indexing = html::Indexing::indexable;
    const auto* office = page.office ? page.directory.office(*page.office) : nullptr;
    Markup list;
    if (page.all.empty())
        list = html::empty_state({.icon = html::Icon::star,
                                  .title = std::string(words::no_testimonials_title.in(l)),
                                  .text = Markup::text(words::no_testimonials_text.in(l))});
    else
        list = testimonial_list(page.all, page.directory, l);
    if (page.next != 0)
        list += markup<R"(<p class="gap-top">{}</p>)">(
            html::more_link(page.office ? html::url<"/testimoni?unit={}&setelah={}">(*page.office, page.next)
                                        : html::url<"/testimoni?setelah={}">(page.next),
                            words::more_testimonials.in(l)));
    Markup whose;
    if (office)
        whose = markup<R"(<p><a href="{}">{}</a></p>)">(html::url<"/unit/{}">(office->id), office->name);
    auto body = markup<
        R"(<h1>{}</h1><p class="lede">{}</p>{}<p class="notice notice-plain">{}</p><section class="section" aria-labelledby="h-kata"><h2 id="h-kata" class="vh">{}</h2>{}</section><p class="gap-top"><a href="{}">{}</a></p>)">(
        words::testimonials_title.in(l), words::testimonials_lede.in(l), whose, stars_line(page.stars, l),
        words::testimonials_title.in(l), list, html::url<"/transparansi">(), words::back_to_figures.in(l));
    return html::page(page.head, body);
}

} // namespace transparency
