// The guard of this room's pages: who is there, at which agency. Refusals: unauthenticated `session.missing`,
// not_found `page.not_found` for a room that the person's roles do not open.
#pragma once
#include "staff/console_pages.h"
#include "staff/staff_routes.h"

namespace outgoing {

struct Entered {
    staff::Principal person;
    agency::DirectoryPtr directory;
};
[[nodiscard]] base::Result<Entered> entered(const http::Request& request, const staff::Services& services,
                                            staff::Room room);

/// Calls `inside(entered)`; who is not signed in is led to the sign-in.
template <class Inside> base::Result<http::Response>
enter(const http::Request& request, const staff::Services& services, staff::Room room, Inside&& inside) {
    auto in = entered(request, services, room);
    if (in) return inside(*in);
    if (in.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
    return base::pass(in);
}

/// A page in the staff's frame, kept by no cache.
[[nodiscard]] http::Response framed(const http::Request& request, const Entered& in, staff::Room here,
                                    std::string_view title, const html::Markup& body, int status = 200);

} // namespace outgoing
