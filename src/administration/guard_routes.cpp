#include "administration/guard_routes.h"

#include "staff/staff_routes.h"

namespace administration {
namespace {

http::Handler guarded(staff::Services services, Need need, Answer answer) {
    return [services, need, answer = std::move(answer)](const http::Request& request) -> http::Response {
        auto answered = [&]() -> base::Result<http::Response> {
            auto person = staff::signed_in(request, services);
            if (!person) {
                if (person.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
                return base::pass(person);
            }
            auto directory = staff::directory_of(request, services);
            if (!directory) return base::pass(directory);
            Reach reach(*person, **directory);
            if (!reach.is_any() || (need == Need::whole && !reach.is_whole())) return not_there();
            Visit visit{request, services, std::move(*person), *directory, std::move(reach)};
            if (!http::is_safe(request.method)) {
                auto form = http::parse_form(request);
                if (!form) return base::pass(form);
                visit.form = std::move(*form);
            }
            return answer(visit);
        }();
        return answered ? std::move(*answered) : http::problem(request, answered.error());
    };
}

} // namespace

Frame Visit::frame() const {
    return {.person = person,
            .directory = *directory,
            .reach = reach,
            .language = request.language,
            .csrf = staff::csrf_of(request),
            .is_saved = request.query.has("tersimpan")};
}

Filled Visit::filled(base::Problem problem) const {
    Filled out{.problem = std::move(problem)};
    for (const auto& [name, value] : form.fields)
        if (name != "_csrf") out.fields.emplace_back(name, value);
    return out;
}

void add_get(http::Router& router, const staff::Services& services, std::string_view pattern, Need need,
             Answer answer) {
    router.add(http::Method::get, pattern, guarded(services, need, std::move(answer)));
}

void add_post(http::Router& router, const staff::Services& services, std::string_view pattern, Need need,
              Answer answer, std::uint64_t limit) {
    router.add(http::Method::post, pattern, http::in_memory(limit),
               guarded(services, need, std::move(answer)));
}

http::Response shown(const html::Markup& page, int status) {
    auto response = http::page(page.str(), status);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

http::Response refused(const html::Markup& page, const base::Problem& problem) {
    return shown(page, base::http_status(problem.kind));
}

http::Response saved(const Visit& visit, std::string_view path) {
    visit.services.directories.changed();
    return http::redirect(std::string(path) + (path.contains('?') ? "&" : "?") + "tersimpan=1");
}

std::unexpected<base::Problem> not_there() {
    return base::fail(base::Kind::not_found, "page.not_found");
}

std::string origin_of(const http::Request& request) {
    return request.scheme + "://" + request.host;
}

} // namespace administration
