#include "base/text.h"
#include "cases/case_actions.h"
#include "cases/code.h"
#include "db/database.h"
#include "transparency/answer_routes.h"
#include "transparency/case_pages.h"
#include "transparency/case_view_actions.h"
#include "transparency/transparency_routes.h"

#include <algorithm>

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

Response private_page(html::Markup page) {
    auto response = http::page(std::move(page).str());
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer"); // the address holds the reporter's secret
    return response;
}

} // namespace

void add_reporter_routes(http::Router& router, const Services& services,
                         const std::shared_ptr<http::RateLimit>& limit) {
    add_answer_routes(router, services, limit);
    auto context = [services](const agency::Directory& directory) {
        return cases::context_for(directory, services.ids, services.random, services.now());
    };

    router.add(http::Method::get, "/lacak", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto typed = base::first(request.query.value("kode"), 40);
        auto head = services.head(request, **directory);
        if (base::trim(typed).empty()) return http::page(track_page(head, Tracking::asked, {}).str());
        // Also what can be no code at all is a guess.
        auto page = services.guesses->code(request, [&]() -> Result<CasePage> {
            auto code = cases::parse_code(typed, (*directory)->agency().prefix);
            if (!code) return base::fail(base::Kind::not_found, "case.not_found");
            return services.database.read(
                [&](db::Tx& tx) { return read_public_case(tx, **directory, cases::to_string(*code)); });
        });
        if (!page && page.error().kind == base::Kind::limited) return base::pass(page);
        if (!page) return http::page(track_page(head, Tracking::unknown, typed).str(), 404);
        return http::redirect(html::url<"/laporan/{}">(page->code).str());
    });

    router.add(http::Method::get, "/lacak/{code}", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto secret = request.query.value("kunci");
        if (secret.empty()) return http::redirect(html::url<"/laporan/{}">(request.param("code")).str());
        auto now = context(**directory);
        auto page = services.guesses->secret(request, request.param("code"), [&] {
            return services.database.read([&](db::Tx& tx) {
                return read_reporter_case(tx, now, services.vault, request.param("code"), secret);
            });
        });
        if (!page) return base::pass(page);
        page->is_new = request.query.has("baru");
        return private_page(
            reporter_case_page({services.head(request, **directory), **directory, now.now}, *page));
    });

    router.add(
        http::Method::get, "/lacak/{code}/foto/{sha256}", [=](const Request& request) -> Result<Response> {
            auto directory = services.directory(request);
            if (!directory) return base::pass(directory);
            auto now = context(**directory);
            auto page = services.guesses->secret(request, request.param("code"), [&] {
                return services.database.read([&](db::Tx& tx) {
                    return read_reporter_case(tx, now, services.vault, request.param("code"),
                                              request.query.value("kunci"));
                });
            });
            if (!page) return base::pass(page);
            auto has = [&](const std::vector<std::string>& all) {
                return std::ranges::find(all, request.param("sha256")) != all.end();
            };
            bool theirs =
                has(page->pictures) || std::ranges::any_of(page->page.proofs, [&](const auto& round) {
                    return has(round.before) || has(round.after);
                });
            if (!theirs) return base::fail(base::Kind::not_found, "media.unknown");
            auto opened =
                services.pictures.open((*directory)->id(), request.param("sha256"), media::Size::stored);
            if (!opened) return base::pass(opened);
            auto response = http::file(opened->path, "image/jpeg", opened->sha256);
            response.headers.set("Cache-Control", "private, no-store");
            return response;
        });
}

} // namespace transparency
