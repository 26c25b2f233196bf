#include "desk/incident_routes.h"

#include "base/text.h"
#include "db/database.h"
#include "desk/case_answer_routes.h"
#include "desk/incident_view_actions.h"
#include "desk/incident_view_pages.h"
#include "http/form.h"
#include "http/problem_words.h"
#include "staff/staff_routes.h"

#include <charconv>

namespace desk {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::size_t max_looked_for = 100; ///< characters

/// What came back and is shown again.
struct Refused {
    base::Problem problem;
    std::string reason;
    bool undoes = false;
};

Result<cases::IncidentId> id_of(const Request& request) {
    auto id = base::parse_id_as<cases::IncidentId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "incident.not_found");
    return *id;
}

std::optional<cases::IncidentId> incident_in(std::string_view text) {
    const auto id = base::parse_id_as<cases::IncidentId>(text);
    return id ? std::optional(*id) : std::nullopt;
}

Result<Response> show(const Request& request, const CaseServices& services, const Caller& caller,
                      const IncidentAsked& asked, std::optional<Refused> refused = {}) {
    const auto context = context_of(services, caller);
    auto view = services.staff.database.read(
        [&](db::Tx& tx) { return read_incident(tx, context, caller.person, asked); });
    if (!view) return base::pass(view);
    // A GET goes on to where it is now; what was typed is shown where it was typed.
    if (!refused && view->incident.id != asked.id)
        return http::redirect(html::url<"/meja/kejadian/{}?dari={}">(view->incident.id, asked.id).str());
    const auto done = request.query.value("selesai");
    IncidentPage page{.view = *view,
                      .directory = *caller.directory,
                      .person = caller.person,
                      .language = request.language,
                      .csrf = staff::csrf_of(request),
                      .say =
                          [l = request.language](const base::Problem& problem) {
                              return std::string(http::problem_words(problem.code, problem.kind).in(l));
                          },
                      .came_here = !request.query.value("dari").empty() || view->incident.id != asked.id,
                      .done = done == "satu"  ? IncidentDone::merged
                              : done == "dua" ? IncidentDone::unmerged
                                              : IncidentDone::nothing};
    int status = 200;
    if (refused) {
        status = base::http_status(refused->problem.kind);
        page.problem = std::move(refused->problem);
        page.reason = std::move(refused->reason);
        page.undoes = refused->undoes;
    }
    return private_page(incident_page(page), status);
}

Result<Response> page(const Request& request, const CaseServices& services, const Caller& caller) {
    auto id = id_of(request);
    if (!id) return base::pass(id);
    auto looked_for =
        base::clean(base::first(request.query.value("cari"), max_looked_for * 4), max_looked_for, "cari");
    if (!looked_for) return base::pass(looked_for);
    return show(request, services, caller,
                {.id = *id,
                 .looked_for = std::move(*looked_for),
                 .with = incident_in(request.query.value("dengan"))});
}

/// What may be shown at the form: who is not there at all is told so by the plain page.
bool stands_on_the_page(const base::Problem& problem) {
    return problem.kind == base::Kind::invalid || problem.kind == base::Kind::conflict ||
           problem.code == "incident.not_yours" || problem.code == "office.not_yours";
}

Result<Response> take_merge(const Request& request, const CaseServices& services, const Caller& caller) {
    auto id = id_of(request);
    if (!id) return base::pass(id);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto reason = base::clean(form->value("alasan"), cases::max_reason, "alasan");
    if (!reason) return base::pass(reason);
    MergeAsked asked{.id = *id, .with = incident_in(form->value("dengan")), .reason = *reason};
    int seen = 0;
    const auto text = form->value("laporan");
    if (std::from_chars(text.data(), text.data() + text.size(), seen).ec == std::errc{}) asked.cases = seen;
    const auto context = context_of(services, caller);
    auto done =
        services.staff.database.write([&](db::Tx& tx) { return merge(tx, context, caller.person, asked); });
    if (done) return http::redirect(html::url<"/meja/kejadian/{}?selesai=satu">(*id).str());
    if (!stands_on_the_page(done.error())) return base::pass(done);
    return show(request, services, caller, {.id = *id, .looked_for = {}, .with = asked.with},
                Refused{std::move(done.error()), std::move(*reason), false});
}

Result<Response> take_undo(const Request& request, const CaseServices& services, const Caller& caller) {
    auto id = id_of(request);
    if (!id) return base::pass(id);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto reason = base::clean(form->value("alasan"), cases::max_reason, "alasan");
    if (!reason) return base::pass(reason);
    const auto context = context_of(services, caller);
    auto done = services.staff.database.write(
        [&](db::Tx& tx) { return unmerge(tx, context, caller.person, *id, *reason); });
    if (done) return http::redirect(html::url<"/meja/kejadian/{}?selesai=dua">(*id).str());
    if (!stands_on_the_page(done.error())) return base::pass(done);
    return show(request, services, caller, {.id = *id},
                Refused{std::move(done.error()), std::move(*reason), true});
}

} // namespace

void add_incident_routes(http::Router& router, const CaseServices& services) {
    router.add(http::Method::get, "/meja/kejadian/{id}", for_caller(services, page));
    router.add(http::Method::post, "/meja/kejadian/{id}/satukan", http::in_memory(16 * http::kib),
               for_caller(services, take_merge));
    router.add(http::Method::post, "/meja/kejadian/{id}/urungkan", http::in_memory(16 * http::kib),
               for_caller(services, take_undo));
}

} // namespace desk
