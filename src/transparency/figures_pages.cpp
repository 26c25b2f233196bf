#include "transparency/figures_pages.h"

#include "base/filled.h"
#include "base/text.h"
#include "html/forms.h"
#include "html/story.h"
#include "transparency/board_pages.h"
#include "transparency/figures_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace transparency {
namespace {

using base::Language;
using cases::Measure;
using cases::Numbers;
using html::Markup;
using html::markup;

/// A number that opens its cases; nothing stands behind a zero.
Markup number(const Numbers& numbers, Measure measure, FigureQuery query) {
    const auto count = numbers.of(measure);
    if (count == 0) return Markup::text("0");
    query.measure = measure;
    return markup<R"(<a class="n" href="{}">{}</a>)">(figure_list_url(query), base::with_dots(count));
}

/// "86 %, 412 dari 479": a share never stands without what it is of.
Markup share(const Numbers& numbers, Measure part, Measure whole, const FigureQuery& query, Language l) {
    const auto of = numbers.of(whole);
    if (of == 0) return Markup::text("–");
    return markup<R"(<b>{} %</b>, {} {} {})">(percent(numbers.of(part), of), number(numbers, part, query),
                                              words::out_of.in(l), number(numbers, whole, query));
}

/// A note whose {} is a number that opens its cases.
Markup note(base::Text text, const Markup& number, Language l) {
    const std::string_view all = text.in(l);
    const auto at = all.find("{}");
    return Markup::text(all.substr(0, at)) + number + Markup::text(all.substr(at + 2));
}

Markup figure(base::Text label, const Markup& big, const Markup& small, Language l) {
    return markup<R"(<div><dt>{}</dt><dd class="big">{}</dd><dd>{}</dd></div>)">(label.in(l), big, small);
}

struct Column {
    Table dimension;
    base::Text heading;
    base::Text name;
    std::string_view id;
};

Markup bar(std::int64_t count, std::int64_t most, Language l) {
    const auto width = most == 0 ? 0 : (count * 100 + most - 1) / most;
    return markup<
        R"(<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{}"><rect width="100" height="8" rx="1"></rect><rect width="{}" height="8" rx="1"></rect></svg>)">(
        filled(words::month_bar, l, {base::with_dots(count)}), width);
}

/// An office's row leads to its page.
Markup row_heading(const FiguresPage& page, Table dimension, const std::string& key) {
    auto name = row_name(dimension, key, page.directory, page.head.language);
    if (dimension != Table::office || key == "-") return Markup::text(name);
    return markup<R"(<a href="{}">{}</a>)">(html::url<"/unit/{}">(key), name);
}

Markup table(const FiguresPage& page, const Column& column, const std::vector<FigureRow>& rows) {
    auto l = page.head.language;
    if (rows.empty()) return {};
    std::int64_t most = 0;
    for (const auto& row : rows)
        most = std::max(most, row.numbers.received);
    Markup body;
    for (const auto& row : rows) {
        const FigureQuery query = narrowed({.measure = Measure::received,
                                            .period = page.period,
                                            .office = {},
                                            .topic = {},
                                            .regency = {},
                                            .month = {},
                                            .with_below = false,
                                            .before_at = {},
                                            .before_id = 0},
                                           column.dimension, row.key);
        Markup received = number(row.numbers, Measure::received, query);
        if (column.dimension == Table::month) received += bar(row.numbers.received, most, l);
        body += markup<R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>)">(
            row_heading(page, column.dimension, row.key), received,
            share(row.numbers, Measure::in_time, Measure::done, query, l),
            share(row.numbers, Measure::contested, Measure::claimed, query, l),
            share(row.numbers, Measure::overdue, Measure::open, query, l));
    }
    return markup<
        R"(<section class="section" aria-labelledby="{}"><h2 id="{}">{}</h2><div class="card"><div class="table-wrap"><table class="table figure-table"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div></div></section>)">(
        column.id, column.id, column.heading.in(l), column.name.in(l), words::m_received.in(l),
        words::m_in_time.in(l), words::m_contested.in(l), words::m_overdue.in(l), body);
}

Markup period_pill(const FiguresPage& page, PeriodKind kind) {
    const Period period{kind, 0, 0};
    return markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
        html::url<"/transparansi?periode={}">(base::code_of(kind)),
        html::attribute_if(page.period == period, "aria-current", "true"),
        name_of(period, page.head.language));
}

Markup option(const std::string& value, std::string_view label, bool chosen) {
    return markup<R"(<option value="{}"{}>{}</option>)">(value, html::flag("selected", chosen), label);
}

Markup period_form(const FiguresPage& page) {
    auto l = page.head.language;
    const std::chrono::year_month_day today{base::local_day(page.now, page.directory.agency().zone)};
    const int this_year = static_cast<int>(today.year());
    Markup years, months = option("", words::whole_year.in(l), page.period.month == 0);
    for (int year = this_year; year > this_year - 5; --year)
        years += option(std::to_string(year), std::to_string(year), page.period.year == year);
    for (unsigned month = 1; month <= 12; ++month) {
        // "Mei 2026" without its year.
        auto name = name_of({PeriodKind::month, 2000, month}, l);
        name = name.substr(0, name.find(' '));
        months += option(std::to_string(month), name, page.period.month == month);
    }
    return markup<
        R"(<form class="toolbar period-form" action="/transparansi" method="get" aria-label="{}"><div class="pills pills-scroll" role="group" aria-label="{}">{}{}{}</div><div class="selects"><div><label class="vh" for="tahun">{}</label><select class="select" id="tahun" name="tahun">{}</select></div><div><label class="vh" for="bulan">{}</label><select class="select" id="bulan" name="bulan">{}</select></div><button class="btn">{}</button></div></form>)">(
        words::period.in(l), words::period.in(l), period_pill(page, PeriodKind::last_30_days),
        period_pill(page, PeriodKind::last_12_months), period_pill(page, PeriodKind::all), words::year.in(l),
        years, words::month.in(l), months, words::show.in(l));
}

Markup how(Language l) {
    Markup lines;
    for (base::Text text : {words::how_period, words::how_done, words::how_in_time, words::how_contested,
                            words::how_overdue, words::how_office})
        lines += markup<"<li>{}</li>">(text.in(l));
    return html::more(words::how_counted.in(l), markup<R"(<ul class="how small">{}</ul>)">(lines));
}

std::string sentence(const FiguresPage& page) {
    auto l = page.head.language;
    const Numbers& n = page.tables.total;
    auto count = [](std::int64_t value) { return base::with_dots(value); };
    return filled(words::figures_sentence, l,
                  {count(n.received), name_of(page.period, l), count(n.done), count(n.in_time),
                   count(n.contested), count(n.overdue)});
}

} // namespace

html::Url figure_list_url(const FigureQuery& query) {
    // query_of encodes every value.
    return *html::Url::from("/transparansi/laporan?" + query_of(query));
}

Markup stars_line(const cases::Stars& stars, Language l) {
    if (stars.count == 0) return Markup::text(words::no_ratings.in(l));
    const auto tenths = stars.tenths();
    const std::string mean = fmt::format("{}{}{}", tenths / 10, l == Language::en ? "." : ",", tenths % 10);
    return markup<"<b>{}</b>: {}">(words::satisfaction.in(l),
                                   filled(words::satisfaction_note, l, {mean, base::with_dots(stars.count)}));
}

Markup four_figures(const Numbers& n, const FigureQuery& query, Language l) {
    auto percent_of = [](std::int64_t part, std::int64_t whole) {
        return Markup::text(whole == 0 ? std::string("–") : std::to_string(percent(part, whole)) + " %");
    };
    auto part_of = [&](Measure part, base::Text of, Measure whole) {
        return number(n, part, query) + Markup::text(" ") + note(of, number(n, whole, query), l);
    };
    return markup<R"(<dl class="figures">{}{}{}{}</dl>)">(
        figure(words::m_received, number(n, Measure::received, query),
               note(words::m_received_note, number(n, Measure::open, query), l), l),
        figure(words::m_in_time, percent_of(n.in_time, n.done),
               part_of(Measure::in_time, words::of_done, Measure::done), l),
        figure(words::m_contested, percent_of(n.contested, n.claimed),
               part_of(Measure::contested, words::of_claimed, Measure::claimed), l),
        figure(words::m_overdue, percent_of(n.overdue, n.open),
               part_of(Measure::overdue, words::of_open, Measure::open), l));
}

Markup figures_page(FiguresPage page) {
    auto l = page.head.language;
    page.head.title = std::string(words::figures_title.in(l));
    page.head.description = sentence(page);
    page.head.here = html::Nav::figures;
    page.head.indexing = html::Indexing::indexable;
    FigureQuery all;
    all.period = page.period;
    const auto& t = page.tables;
    Markup tables =
        t.total.received == 0
            ? html::empty_state(
                  {.icon = html::Icon::chart, .title = std::string(words::nothing.in(l)), .text = {}})
            : table(page, {Table::month, words::by_month, words::col_month, "per-bulan"}, t.by_month) +
                  table(page, {Table::office, words::by_office, words::col_office, "per-unit"}, t.by_office) +
                  table(page, {Table::topic, words::by_topic, words::col_topic, "per-topik"}, t.by_topic) +
                  table(page, {Table::regency, words::by_place, words::col_place, "per-wilayah"},
                        t.by_regency);
    auto body = markup<
        R"(<h1>{}</h1><p class="lede">{} {}</p>{}<section class="section" aria-labelledby="h-semua"><h2 id="h-semua">{}: {}</h2>{}<p class="gap-top">{} <a href="{}">{}</a></p>{}</section>{}<p class="gap-top">{}</p>)">(
        words::figures_title.in(l), sentence(page), words::figures_each_opens.in(l), period_form(page),
        words::totals.in(l), name_of(page.period, l), four_figures(t.total, all, l), stars_line(t.stars, l),
        html::url<"/testimoni">(), words::see_testimonials.in(l), how(l), tables,
        html::button_link(html::Weight::plain,
                          *html::Url::from("/transparansi/data.csv?" + query_of(page.period)),
                          words::download.in(l), html::Icon::download));
    return html::page(page.head, body);
}

Markup figure_list_page(FigureListPage page) {
    auto l = page.head.language;
    const auto& q = page.query;
    base::Text what = words::m_received;
    switch (q.measure) {
    case Measure::received: what = words::m_received; break;
    case Measure::done: what = words::m_done; break;
    case Measure::in_time: what = words::m_in_time; break;
    case Measure::claimed: what = words::m_claimed; break;
    case Measure::contested: what = words::m_contested; break;
    case Measure::open: what = words::m_open; break;
    case Measure::overdue: what = words::m_overdue; break;
    }
    page.head.title = std::string(words::behind_title.in(l));
    page.head.here = html::Nav::figures;
    std::vector<std::string> about{filled(
        words::behind_period, l,
        {q.month.empty() ? name_of(q.period, l) : row_name(Table::month, q.month, page.directory, l)})};
    auto add = [&](Table dimension, const std::string& key) {
        if (!key.empty()) about.push_back(row_name(dimension, key, page.directory, l));
    };
    add(Table::office, q.office);
    add(Table::topic, q.topic);
    add(Table::regency, q.regency);
    Markup list =
        page.rows.empty()
            ? html::empty_state(
                  {.icon = html::Icon::search, .title = std::string(words::behind_nothing.in(l)), .text = {}})
            : board_stories(page.rows, page.directory, page.now, l);
    if (page.next)
        list += markup<R"(<p class="gap-top">{}</p>)">(
            html::more_link(*page.next, words::more_testimonials.in(l)));
    auto body = markup<
        R"(<h1>{}</h1><p class="lede">{}</p><p><a href="{}">{}</a></p><section class="section" aria-labelledby="h-daftar"><h2 id="h-daftar" class="vh">{}</h2>{}</section>)">(
        what.in(l), base::join(about, ", "), *html::Url::from("/transparansi?" + query_of(q.period)),
        words::back_to_figures.in(l), words::behind_title.in(l), list);
    return html::page(page.head, body);
}

} // namespace transparency
