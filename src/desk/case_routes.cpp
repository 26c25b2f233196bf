#include "desk/case_routes.h"

#include "base/text.h"
#include "db/database.h"
#include "desk/case_answer_routes.h"
#include "desk/command_routes.h"
#include "desk/deadline_routes.h"
#include "desk/incident_actions.h"
#include "desk/incident_routes.h"
#include "http/form.h"
#include "staff/staff_routes.h"

namespace desk {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::size_t max_identity_reason = 200; ///< characters

Result<Response> case_page(const Request& request, const CaseServices& services, const Caller& caller) {
    const auto wanted = request.query.value("lakukan");
    const auto done = command_of_noun(request.query.value("selesai"));
    return show_case(
        request, services, caller,
        {.wanted = command_of_noun(wanted), .opens_usual = wanted.empty() && !done, .done = done});
}

Result<Response> picture(const Request& request, const CaseServices& services) {
    auto caller = caller_of(request, services);
    if (!caller) return base::pass(caller);
    const auto context = context_of(services, *caller);
    const bool shows = services.staff.database.read([&](db::Tx& tx) {
        auto view = read_case(tx, context, services.vault, caller->person, request.param("code"));
        return view && view->shows(request.param("sha256"));
    });
    if (!shows) return base::fail(base::Kind::not_found, "media.unknown");
    auto opened =
        services.pictures.open(caller->directory->id(), request.param("sha256"), media::Size::stored);
    if (!opened) return base::pass(opened);
    auto response = http::file(opened->path, "image/jpeg", opened->sha256);
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

Result<Response> identity(const Request& request, const CaseServices& services, const Caller& caller) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto reason = base::clean(form->value("alasan"), max_identity_reason, "alasan");
    if (!reason) return base::pass(reason);
    const auto context = context_of(services, caller);
    auto opened = services.staff.database.write([&](db::Tx& tx) {
        return open_reporter(tx, context, services.vault, caller.person, request.param("code"), *reason);
    });
    if (!opened) return base::pass(opened);
    return private_page(identity_page({.c = opened->c,
                                       .identity = opened->identity,
                                       .said = opened->said,
                                       .directory = *caller.directory,
                                       .person = caller.person,
                                       .language = request.language,
                                       .csrf = staff::csrf_of(request)}));
}

/// A person looked at the incident behind a "belum".
Result<Response> look(const Request& request, const CaseServices& services, const Caller& caller) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto look = base::from_code<cases::Look>(form->value("putusan"), "putusan");
    if (!look) return base::pass(look);
    auto reason = base::clean(form->value("alasan"), cases::max_reason, "alasan");
    if (!reason) return base::pass(reason);
    const auto context = context_of(services, caller);
    auto done = services.staff.database.write([&](db::Tx& tx) {
        return settle_doubt(tx, context, caller.person, request.param("code"), *look, *reason);
    });
    if (!done && done.error().code == "case.needs_reason")
        return show_case(request, services, caller,
                         {.problem = std::move(done.error()), .reason_is_missing = true});
    if (!done) return base::pass(done);
    return http::redirect(html::url<"/meja/laporan/{}">(done->code).str());
}

} // namespace

void add_case_routes(http::Router& router, const CaseServices& services) {
    router.add(http::Method::get, "/meja/laporan/{code}", for_caller(services, case_page));
    router.add(http::Method::get, "/meja/laporan/{code}/foto/{sha256}",
               [=](const Request& request) { return picture(request, services); });
    router.add(http::Method::post, "/meja/laporan/{code}/identitas", http::in_memory(16 * http::kib),
               for_caller(services, identity));
    router.add(http::Method::post, "/meja/laporan/{code}/tinjau", http::in_memory(16 * http::kib),
               for_caller(services, look));
    add_incident_routes(router, services);
    add_deadline_routes(router, services);
    add_command_routes(router, services);
}

} // namespace desk
