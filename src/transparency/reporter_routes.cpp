#include "base/text.h"
#include "cases/case_actions.h"
#include "cases/code.h"
#include "db/database.h"
#include "http/form.h"
#include "transparency/case_pages.h"
#include "transparency/case_view_actions.h"
#include "transparency/transparency_routes.h"
#include "triage/mask.h"

#include <algorithm>

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

/// What a reporter says on /lacak, as a command of the lifecycle.
Result<cases::Command> command_of(const http::Form& form) {
    auto name = base::from_code<cases::CommandName>(form.value("jawab"), "jawab");
    if (!name) return base::pass(name);
    auto words = base::clean(form.value("kata"), cases::max_reason, "kata");
    if (!words) return base::pass(words);
    std::optional<std::string> masked;
    if (!words->empty()) masked = triage::masked(*words);
    switch (*name) {
    case cases::CommandName::confirm: return cases::Confirm{};
    case cases::CommandName::contest: return cases::Contest{.words = masked, .photos = {}};
    case cases::CommandName::answered: return cases::Answered{.answer = masked};
    case cases::CommandName::object: return cases::Object{.reason = masked};
    default: return base::fail_field("jawab");
    }
}

Response private_page(html::Markup page) {
    auto response = http::page(std::move(page).str());
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer"); // the address holds the reporter's secret
    return response;
}

} // namespace

void add_reporter_routes(http::Router& router, const Services& services,
                         std::shared_ptr<http::RateLimit> limit) {
    auto context = [services](const agency::Directory& directory) {
        return cases::context_for(directory, services.ids, services.random, services.now());
    };

    router.add(http::Method::get, "/lacak", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto typed = base::first(request.query.value("kode"), 40);
        auto head = services.head(request, **directory);
        if (base::trim(typed).empty()) return http::page(track_page(head, Tracking::asked, {}).str());
        auto code = cases::parse_code(typed, (*directory)->agency().prefix);
        if (!code) return http::page(track_page(head, Tracking::unknown, typed).str(), 404);
        auto page = services.database.read(
            [&](db::Tx& tx) { return read_public_case(tx, **directory, cases::to_string(*code)); });
        if (!page) return http::page(track_page(head, Tracking::unknown, typed).str(), 404);
        return http::redirect(html::url<"/laporan/{}">(page->code).str());
    });

    router.add(http::Method::get, "/lacak/{code}", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto secret = request.query.value("kunci");
        if (secret.empty()) return http::redirect(html::url<"/laporan/{}">(request.param("code")).str());
        auto now = context(**directory);
        auto page = services.database.read([&](db::Tx& tx) {
            return read_reporter_case(tx, now, services.vault, request.param("code"), secret);
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
            auto page = services.database.read([&](db::Tx& tx) {
                return read_reporter_case(tx, now, services.vault, request.param("code"),
                                          request.query.value("kunci"));
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

    router.add(http::Method::post, "/lacak/{code}/jawaban", http::in_memory(64 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   auto directory = services.directory(request);
                   if (!directory) return base::pass(directory);
                   if (auto allowed = limit->take(request.client); !allowed) return base::pass(allowed);
                   auto form = http::parse_form(request);
                   if (!form) return base::pass(form);
                   auto command = command_of(*form);
                   if (!command) return base::pass(command);
                   auto now = context(**directory);
                   auto after = services.database.write([&](db::Tx& tx) -> Result<cases::Case> {
                       auto c = cases::find_case(tx, (*directory)->id(), request.param("code"),
                                                 (*directory)->agency().prefix);
                       if (!c) return base::pass(c);
                       if (!people::matches(form->value("kunci"), c->secret_hash))
                           return base::fail(base::Kind::not_found, "case.not_found");
                       return cases::act(tx, now, *c, cases::reporter(), *command);
                   });
                   if (!after) return base::pass(after);
                   return http::redirect(
                       html::url<"/lacak/{}?kunci={}">(after->code, form->value("kunci")).str());
               });
}

} // namespace transparency
