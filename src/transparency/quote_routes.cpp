#include "transparency/quote_routes.h"

#include "cases/rating_actions.h"
#include "db/database.h"
#include "http/form.h"
#include "staff/staff_routes.h"
#include "transparency/figures_words.h"
#include "transparency/quote_pages.h"

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

/// The person, who may release words somewhere.
Result<staff::Principal> releaser(const Request& request, const staff::Services& services) {
    auto person = staff::signed_in(request, services);
    if (person && !cases::may_release_quotes(*person))
        return base::fail(base::Kind::not_found, "page.not_found");
    return person;
}

Result<Response> refused(const Request& request, const base::Problem& problem) {
    if (problem.kind == base::Kind::unauthenticated && http::is_safe(request.method))
        return staff::to_sign_in(request);
    return std::unexpected(problem);
}

QuoteRow row_of(const cases::WaitingQuote& each) {
    return {base::to_string(each.id), each.code, each.title, each.stars, each.words, each.rated_at};
}

} // namespace

void add_quote_routes(http::Router& router, const staff::Services& services, const people::Vault& vault) {
    router.add(http::Method::get, "/meja/testimoni", [=, &vault](const Request& request) -> Result<Response> {
        auto person = releaser(request, services);
        if (!person) return refused(request, person.error());
        auto directory = staff::directory_of(request, services);
        if (!directory) return base::pass(directory);
        std::int64_t before = 0;
        if (auto text = request.query.value("setelah"); !text.empty()) {
            auto id = base::parse_id(text);
            if (!id) return base::fail_field("setelah");
            before = *id;
        }
        auto waiting = services.database.read(
            [&](db::Tx& tx) { return cases::waiting_quotes(tx, **directory, vault, *person, before); });
        const staff::Console console{.title = std::string(words::queue_title.in(request.language)),
                                     .here = staff::Room::desk,
                                     .person = *person,
                                     .directory = **directory,
                                     .language = request.language,
                                     .csrf = staff::csrf_of(request)};
        QuotesPage page{.console = console, .rows = {}, .next = waiting.next};
        for (const auto& each : waiting.rows)
            page.rows.push_back(row_of(each));
        auto response = http::page(quotes_page(page).str());
        response.headers.set("Cache-Control", "no-store");
        return response;
    });

    router.add(http::Method::post, "/meja/testimoni/{id}", http::in_memory(64 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   auto person = releaser(request, services);
                   if (!person) return refused(request, person.error());
                   auto directory = staff::directory_of(request, services);
                   if (!directory) return base::pass(directory);
                   auto form = http::parse_form(request);
                   if (!form) return base::pass(form);
                   auto id = base::parse_id_as<cases::RatingId>(request.param("id"));
                   if (!id) return base::fail(base::Kind::not_found, "rating.not_found");
                   const auto decision = form->value("keputusan");
                   if (decision != "muat" && decision != "simpan") return base::fail_field("keputusan");
                   auto context =
                       cases::context_for(**directory, services.ids, services.random, services.now());
                   auto done = services.database.write([&](db::Tx& tx) {
                       return decision == "muat"
                                  ? cases::release_quote(tx, context, *person, *id, form->value("kutipan"))
                                  : cases::keep_quote(tx, context, *person, *id);
                   });
                   if (!done) return base::pass(done);
                   return http::redirect("/meja/testimoni");
               });
}

} // namespace transparency
