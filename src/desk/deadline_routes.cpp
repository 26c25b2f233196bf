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

base::Result<Response> change(const Request& request, const CaseServices& services, const Caller& caller) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto wanted = base::from_code<cases::DeadlineChange>(form->value("tindakan"), "tindakan");
    if (!wanted) return base::pass(wanted);
    const auto context = context_of(services, caller);
    auto code = services.staff.database.write([&](db::Tx& tx) {
        return change_deadline(tx, context, caller.person, request.param("code"), *wanted,
                               form->value("tenggat"), form->value("alasan"));
    });
    if (!code) return base::pass(code);
    return http::redirect(html::url<"/meja/laporan/{}#kenapa">(*code).str());
}

} // namespace

void add_deadline_routes(http::Router& router, const CaseServices& services) {
    router.add(http::Method::post, "/meja/laporan/{code}/tenggat", http::in_memory(16 * http::kib),
               for_caller(services, change));
}

} // namespace desk
