#include "outgoing/entered_routes.h"

#include "http/response.h"

namespace outgoing {

base::Result<Entered> entered(const http::Request& request, const staff::Services& services,
                              staff::Room room) {
    auto person = staff::signed_in(request, services);
    if (!person) return base::pass(person);
    auto directory = staff::directory_of(request, services);
    if (!directory) return base::pass(directory);
    if (!staff::opens(room, *person)) return base::fail(base::Kind::not_found, "page.not_found");
    return Entered{std::move(*person), std::move(*directory)};
}

http::Response framed(const http::Request& request, const Entered& in, staff::Room here,
                      std::string_view title, const html::Markup& body, int status) {
    auto response = http::page(staff::console_page({.title = std::string(title),
                                                    .here = here,
                                                    .person = in.person,
                                                    .directory = *in.directory,
                                                    .language = request.language,
                                                    .csrf = staff::csrf_of(request)},
                                                   body)
                                   .str(),
                               status);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace outgoing
