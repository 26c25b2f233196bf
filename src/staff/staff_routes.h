// /masuk and /keluar, and the guard of everything behind them. The agency comes from the request's slot that
// app/ fills (agency::DirectoryPtr).
#pragma once
#include "http/router.h"
#include "staff/services_actions.h"
#include "staff/session.h"

namespace staff {

void add_routes(http::Router& router, const Services& services);

/// The signed-in person of a page request. For unsafe methods also checks origin and CSRF token (field
/// `_csrf` of the form or header X-CSRF): forbidden `request.cross_site`. Unauthenticated `session.missing`.
[[nodiscard]] base::Result<Principal> signed_in(const http::Request& request, const Services& services);
/// Where to send somebody who must sign in first: /masuk with the way back.
[[nodiscard]] http::Response to_sign_in(const http::Request& request);
/// The token for the forms on a page of this request; empty without a session cookie.
[[nodiscard]] std::string csrf_of(const http::Request& request);
/// The directory of the request's agency: the slot filled by app/, else by host name.
[[nodiscard]] base::Result<agency::DirectoryPtr> directory_of(const http::Request& request,
                                                              const Services& services);

} // namespace staff
