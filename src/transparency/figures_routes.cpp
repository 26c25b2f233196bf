#include "transparency/figures_routes.h"

#include "db/database.h"
#include "transparency/figures_actions.h"
#include "transparency/figures_csv.h"
#include "transparency/figures_pages.h"

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

Result<Period> period_of(const Request& request) {
    return read_period(request.query.value("periode"), request.query.value("tahun"),
                       request.query.value("bulan"));
}

/// "1779700000000-123": time and id of the last row of the page before.
Result<void> read_key(std::string_view text, FigureQuery& query) {
    if (text.empty()) return {};
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return base::fail_field("setelah");
    auto at = base::parse_id(text.substr(0, dash));
    auto id = base::parse_id(text.substr(dash + 1));
    if (!at || !id || *id == 0) return base::fail_field("setelah");
    query.before_at = base::time_from_ms(*at);
    query.before_id = *id;
    return {};
}

Result<FigureQuery> query_from(const Request& request) {
    FigureQuery out;
    auto measure = base::from_code<cases::Measure>(request.query.value("angka"), "angka");
    if (!measure) return base::pass(measure);
    out.measure = *measure;
    auto period = period_of(request);
    if (!period) return base::pass(period);
    out.period = *period;
    out.office = base::first(request.query.value("unit"), 20);
    out.topic = base::first(request.query.value("topik"), 40);
    out.regency = base::first(request.query.value("wilayah"), 20);
    out.month = base::first(request.query.value("pada"), 7);
    out.with_below = request.query.value("termasuk") == "bawahan";
    if (auto key = read_key(request.query.value("setelah"), out); !key) return base::pass(key);
    return out;
}

} // namespace

void add_figure_routes(http::Router& router, const Services& services) {
    auto cache = std::make_shared<FigureCache>();

    router.add(http::Method::get, "/transparansi", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto period = period_of(request);
        if (!period) return base::pass(period);
        const base::Time now = services.now();
        auto tables = cache->of(services.database, **directory, *period, now);
        return http::page(figures_page({.head = services.head(request, **directory),
                                        .tables = *tables,
                                        .period = *period,
                                        .directory = **directory,
                                        .now = now})
                              .str());
    });

    router.add(http::Method::get, "/transparansi/data.csv", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto period = period_of(request);
        if (!period) return base::pass(period);
        auto tables = cache->of(services.database, **directory, *period, services.now());
        auto response = http::bytes(figures_csv(*tables, *period, **directory, request.language),
                                    "text/csv; charset=utf-8");
        response.headers.set("Content-Disposition", "attachment; filename=\"angka.csv\"");
        return response;
    });

    router.add(http::Method::get, "/transparansi/laporan", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto query = query_from(request);
        if (!query) return base::pass(query);
        const base::Time now = services.now();
        auto list = services.database.read(
            [&](db::Tx& tx) { return read_figure_list(tx, **directory, *query, now); });
        if (!list) return base::pass(list);
        std::optional<html::Url> next;
        if (list->next_id != 0)
            next = *html::Url::from(figure_list_url(*query).str() +
                                    "&setelah=" + std::to_string(base::to_ms(list->next_at)) + "-" +
                                    std::to_string(list->next_id));
        return http::page(figure_list_page({.head = services.head(request, **directory),
                                            .query = *query,
                                            .rows = list->rows,
                                            .next = std::move(next),
                                            .directory = **directory,
                                            .now = now})
                              .str());
    });
}

} // namespace transparency
