// POST /lapangan/{code}/...: one route for each step, all alike: read, do, say what happened or why not.
#pragma once
#include "field/field_routes.h"
#include "field/step_pages.h"
#include "field/task_actions.h"

namespace field {

struct Caller {
    agency::DirectoryPtr directory;
    staff::Principal person;
};
/// unauthenticated: to be sent to the sign-in; not_found for those whose roles do not work in the field.
[[nodiscard]] base::Result<Caller> caller_of(const http::Request& request, const Services& services);
[[nodiscard]] base::Result<http::Response> turned_away(const http::Request& request, base::Problem problem);

[[nodiscard]] cases::Context context_of(const Caller& caller, const Services& services);
[[nodiscard]] staff::Console console_of(const http::Request& request, const Caller& caller,
                                        std::string title);
[[nodiscard]] http::Response private_page(html::Markup page, int status = 200);

void add_step_routes(http::Router& router, const Services& services);

} // namespace field
