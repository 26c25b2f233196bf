#include "desk/deadline_routes.h"

#include "cases/deadline_change_actions.h"
#include "db/database.h"
#include "desk/case_answer_routes.h"
#include "http/form.h"
#include "staff/staff_routes.h"

namespace desk {
namespace {

using http::Request;
using http::Response;

base::Result<Response> change(const Request& request, const CaseServices& services) {
    auto caller = caller_of(request, services);
    if (!caller) {
        if (caller.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
        return base::pass(caller);
    }
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto wanted = base::from_code<cases::DeadlineChange>(form->value("tindakan"), "tindakan");
    if (!wanted) return base::pass(wanted);
    const auto context = cases::context_for(*caller->directory, services.staff.ids, services.staff.random,
                                            services.staff.now());
    auto code = services.staff.database.write([&](db::Tx& tx) {
        return change_deadline(tx, context, caller->person, request.param("code"), *wanted,
                               form->value("tenggat"), form->value("alasan"));
    });
    if (!code) return base::pass(code);
    return http::redirect(html::url<"/meja/laporan/{}#kenapa">(*code).str());
}

} // namespace

void add_deadline_routes(http::Router& router, const CaseServices& services) {
    router.add(http::Method::post, "/meja/laporan/{code}/tenggat", http::in_memory(16 * http::kib),
               [=](const Request& request) { return change(request, services); });
}

} // namespace desk
