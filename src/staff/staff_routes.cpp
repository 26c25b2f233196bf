#include "staff/staff_routes.h"

#include "base/encode.h"
#include "http/address.h"
#include "http/form.h"
#include "http/rate_limit.h"
#include "http/same_origin.h"
#include "staff/sign_in_actions.h"
#include "staff/sign_in_pages.h"

namespace staff {
namespace {

/// Failed ones: a whole office that signs in through one address in the morning takes none of them.
constexpr http::Rate failures_per_address{.burst = 60, .per_token = std::chrono::seconds(2)};
constexpr std::chrono::seconds device_age = std::chrono::days(180);

std::string session_secret(const http::Request& request) {
    return std::string(request.cookie(session_cookie(request.is_https())));
}

std::unexpected<base::Problem> cross_site(std::string detail) {
    return base::fail(base::Kind::forbidden, "request.cross_site", std::move(detail));
}

http::Response show(const http::Request& request, const agency::Directory& directory,
                    const SignInView& view) {
    const int status = view.problem ? base::http_status(view.problem->kind) : 200;
    auto response = http::page(sign_in_page(directory.agency(), view, request.language).str(), status);
    if (view.problem && view.problem->retry_after.count() > 0)
        response.headers.set("Retry-After", std::to_string(view.problem->retry_after.count()));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

base::Result<http::Response> show_form(const http::Request& request, const Services& services) {
    auto directory = directory_of(request, services);
    if (!directory) return base::pass(directory);
    const std::string next = safe_next(request.query.value("next"));
    if (principal_of_session(services, (*directory)->id(), session_secret(request)))
        return http::redirect(next);
    return show(request, **directory, {.next = next, .has_signed_out = request.query.has("keluar")});
}

base::Result<SignedIn> try_to_sign_in(const http::Request& request, const Services& services,
                                      base::AgencyId agency, http::RateLimit& limit, const http::Form& form) {
    if (!http::is_same_origin(request)) return cross_site("a sign-in form from elsewhere");
    const std::string line = http::line_key(request.client);
    if (auto taken = limit.take(line); !taken) return base::pass(taken);
    auto in = sign_in(services, agency,
                      {.login = std::string(form.value("login")),
                       .password = std::string(form.value("password")),
                       .address = line,
                       .device = std::string(request.cookie(device_cookie(request.is_https()))),
                       .old_session = session_secret(request)});
    if (in) limit.give_back(line);
    return in;
}

base::Result<http::Response> take_form(const http::Request& request, const Services& services,
                                       http::RateLimit& limit) {
    auto directory = directory_of(request, services);
    if (!directory) return base::pass(directory);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    const std::string next = safe_next(form->value("next"));
    auto in = try_to_sign_in(request, services, (*directory)->id(), limit, *form);
    if (!in) {
        if (!request.wants_page()) return base::pass(in);
        return show(request, **directory,
                    {.next = next, .login = std::string(form->value("login")), .problem = in.error()});
    }
    auto response = http::redirect(next);
    http::set_cookie(response, request,
                     {.name = std::string(session_cookie(request.is_https())),
                      .value = in->secret,
                      .max_age = std::chrono::duration_cast<std::chrono::seconds>(session_length)});
    http::set_cookie(
        response, request,
        {.name = std::string(device_cookie(request.is_https())), .value = in->device, .max_age = device_age});
    return response;
}

base::Result<http::Response> leave(const http::Request& request, const Services& services) {
    auto response = http::redirect("/masuk?keluar=1");
    auto who = signed_in(request, services);
    if (!who && who.error().kind == base::Kind::forbidden) return base::pass(who);
    if (who) sign_out(services, who->agency, session_secret(request));
    http::forget_cookie(response, request, std::string(session_cookie(request.is_https())));
    return response;
}

/// The token that the request brought along: a header of a script, or a field of a form.
base::Result<std::string> csrf_given(const http::Request& request) {
    if (auto header = request.headers.find("X-CSRF")) return std::string(*header);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    return std::string(form->value("_csrf"));
}

} // namespace

base::Result<agency::DirectoryPtr> directory_of(const http::Request& request, const Services& services) {
    if (const auto* attached = request.attached<agency::DirectoryPtr>()) return *attached;
    return services.directories.at_host(request.host);
}

std::string csrf_of(const http::Request& request) {
    const std::string secret = session_secret(request);
    return secret.empty() ? std::string() : csrf_token(secret);
}

base::Result<Principal> signed_in(const http::Request& request, const Services& services) {
    auto directory = directory_of(request, services);
    if (!directory) return base::pass(directory);
    const std::string secret = session_secret(request);
    auto principal = principal_of_session(services, (*directory)->id(), secret);
    if (!principal || http::is_safe(request.method)) return principal;

    if (!http::is_same_origin(request)) return cross_site("another origin");
    auto given = csrf_given(request);
    if (!given) return base::pass(given);
    if (!is_csrf_token(secret, *given)) return cross_site("the form's token is not this session's");
    return principal;
}

http::Response to_sign_in(const http::Request& request) {
    if (!http::is_safe(request.method)) return http::redirect("/masuk");
    return http::redirect("/masuk?next=" + base::percent_encode(request.target));
}

void add_routes(http::Router& router, const Services& services) {
    auto limit = std::make_shared<http::RateLimit>(failures_per_address, services.now);
    router.add(http::Method::get, "/masuk",
               [services](const http::Request& request) { return show_form(request, services); });
    router.add(
        http::Method::post, "/masuk", http::in_memory(16 * http::kib),
        [services, limit](const http::Request& request) { return take_form(request, services, *limit); });
    router.add(http::Method::post, "/keluar", http::in_memory(16 * http::kib),
               [services](const http::Request& request) { return leave(request, services); });
}

} // namespace staff
