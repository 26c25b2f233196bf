#include "db/database.h"
#include "transparency/figures_actions.h"
#include "transparency/figures_routes.h"
#include "transparency/office_actions.h"
#include "transparency/office_pages.h"

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

std::unexpected<base::Problem> unknown_office() {
    return base::fail(base::Kind::not_found, "office.unknown");
}

} // namespace

void add_office_routes(http::Router& router, const Services& services) {
    auto cache = std::make_shared<FigureCache>();

    router.add(http::Method::get, "/unit/{id}", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto id = base::parse_id_as<agency::OfficeId>(request.param("id"));
        const auto* office = id ? (*directory)->office(*id) : nullptr;
        if (!office) return unknown_office();
        const base::Time now = services.now();
        const Period period; // the last twelve months
        auto tables = cache->of(services.database, **directory, period, now);
        const auto view = services.database.read([&](db::Tx& tx) {
            auto out = office_view_of(*office, **directory, *tables);
            read_office(tx, **directory, out, now);
            return out;
        });
        return http::page(office_page({.head = services.head(request, **directory),
                                       .view = view,
                                       .period = period,
                                       .directory = **directory,
                                       .now = now})
                              .str());
    });

    router.add(http::Method::get, "/testimoni", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        std::optional<agency::OfficeId> office;
        if (auto text = request.query.value("unit"); !text.empty()) {
            auto id = base::parse_id_as<agency::OfficeId>(text);
            if (!id || !(*directory)->office(*id)) return unknown_office();
            office = *id;
        }
        std::int64_t before = 0;
        if (auto text = request.query.value("setelah"); !text.empty()) {
            auto id = base::parse_id(text);
            if (!id) return base::fail_field("setelah");
            before = *id;
        }
        const base::Time now = services.now();
        const auto said = services.database.read(
            [&](db::Tx& tx) { return read_testimonials(tx, **directory, office, before, now); });
        return http::page(testimonials_page({.head = services.head(request, **directory),
                                             .all = said.all,
                                             .stars = said.stars,
                                             .office = office,
                                             .next = said.next,
                                             .directory = **directory})
                              .str());
    });
}

} // namespace transparency
