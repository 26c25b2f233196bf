// What the routes of a case share: who asks, and the page with a form open.
#pragma once
#include "desk/case_pages.h"
#include "desk/case_routes.h"
#include "desk/case_view_actions.h"

namespace desk {

struct Caller {
    staff::Principal person;
    agency::DirectoryPtr directory;
};
[[nodiscard]] base::Result<Caller> caller_of(const http::Request& request, const CaseServices& services);
[[nodiscard]] cases::Context context_of(const CaseServices& services, const Caller& caller);

/// A page or form of somebody who is signed in; who is not is led to that first.
using CallerHandler = base::Result<http::Response>(const http::Request& request, const CaseServices& services,
                                                   const Caller& caller);
[[nodiscard]] std::function<base::Result<http::Response>(const http::Request&)>
for_caller(const CaseServices& services, CallerHandler* handler);

/// What is to be shown besides the case.
struct Showing {
    std::optional<CommandDraft> open = {};         ///< a form that came back
    std::optional<cases::CommandName> wanted = {}; ///< a form to open, where the person may
    bool opens_usual = false;                      ///< else the form of what is usually next
    std::optional<base::Problem> problem = {};
    std::optional<cases::CommandName> done = {};
    bool reason_is_missing = false; ///< of a "belum" that was looked at
};
/// The page of the case, its form with what it offers to choose from.
[[nodiscard]] base::Result<http::Response>
show_case(const http::Request& request, const CaseServices& services, const Caller& caller, Showing showing);
/// With no-store: it holds what only this person may see.
[[nodiscard]] http::Response private_page(const html::Markup& page, int status = 200);

} // namespace desk
