#include "staff/invitation_routes.h"

#include "base/text.h"
#include "db/database.h"
#include "http/address.h"
#include "http/form.h"
#include "http/rate_limit.h"
#include "http/same_origin.h"
#include "staff/invitation_actions.h"
#include "staff/invitation_pages.h"
#include "staff/staff_routes.h"

namespace staff {
namespace {

/// Secrets that open nothing: a training room that opens its links through one address takes none of them.
constexpr http::Rate failures_per_address{.burst = 60, .per_token = std::chrono::seconds(2)};

http::Response shown(const html::Markup& page, int status = 200) {
    auto response = http::page(page.str(), status);
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

struct Opened {
    agency::DirectoryPtr directory;
    std::string secret;
    std::optional<Invitation> invitation; ///< none: used, over or never there
};

base::Result<Opened> open(const http::Request& request, const Services& services, http::RateLimit& limit) {
    const std::string line = http::line_key(request.client);
    if (auto taken = limit.take(line); !taken) return base::pass(taken);
    auto directory = directory_of(request, services);
    if (!directory) return base::pass(directory);
    Opened out{*directory, std::string(request.param("secret")), {}};
    auto found = services.database.read(
        [&](db::Tx& tx) { return find_invitation(tx, (*directory)->id(), out.secret, services.now()); });
    if (found) {
        out.invitation = std::move(*found);
        limit.give_back(line);
    }
    return out;
}

http::Response gone(const http::Request& request, const Opened& opened) {
    return shown(invitation_gone_page(*opened.directory, request.language), 404);
}

base::Result<http::Response> show(const http::Request& request, const Services& services,
                                  http::RateLimit& limit) {
    auto opened = open(request, services, limit);
    if (!opened) return base::pass(opened);
    if (!opened->invitation) return gone(request, *opened);
    return shown(invitation_page({.directory = *opened->directory,
                                  .language = request.language,
                                  .secret = opened->secret,
                                  .invitation = *opened->invitation}));
}

base::Result<void> check(const Invitation& invitation, std::string_view name, const http::Form& form) {
    if (!invitation.staff) {
        auto cleaned = base::clean(name, 120, "name");
        if (!cleaned || cleaned->empty()) return base::fail_field("name");
    }
    const std::string_view password = form.value("sandi");
    if (auto strong = check_new_password(password, invitation.login); !strong) return strong;
    if (form.value("ulangi") != password) return base::fail_field("ulangi");
    return {};
}

base::Result<http::Response> take(const http::Request& request, const Services& services,
                                  http::RateLimit& limit) {
    if (!http::is_same_origin(request))
        return base::fail(base::Kind::forbidden, "request.cross_site", "an invitation form from elsewhere");
    auto opened = open(request, services, limit);
    if (!opened) return base::pass(opened);
    if (!opened->invitation) return gone(request, *opened);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    const std::string name(form->value("nama"));
    auto refused = [&](base::Problem problem) {
        const int status = base::http_status(problem.kind);
        return shown(invitation_page({.directory = *opened->directory,
                                      .language = request.language,
                                      .secret = opened->secret,
                                      .invitation = *opened->invitation,
                                      .name = name,
                                      .problem = std::move(problem)}),
                     status);
    };
    if (auto right = check(*opened->invitation, name, *form); !right) return refused(right.error());
    auto hash = services.passwords.hash(form->value("sandi"));
    if (!hash) return base::pass(hash);
    auto person = services.database.write([&](db::Tx& tx) {
        return accept_invitation(tx, {services.ids, services.now()}, opened->directory->id(), opened->secret,
                                 name, *hash);
    });
    if (!person) {
        if (person.error().code == "invitation.unknown") return gone(request, *opened);
        if (person.error().kind == base::Kind::invalid) return refused(person.error());
        return base::pass(person);
    }
    return shown(invitation_used_page(*opened->directory, request.language, person->login));
}

} // namespace

void add_invitation_routes(http::Router& router, const Services& services) {
    auto limit = std::make_shared<http::RateLimit>(failures_per_address, services.now);
    router.add(http::Method::get, "/undangan/{secret}",
               [services, limit](const http::Request& request) { return show(request, services, *limit); });
    router.add(http::Method::post, "/undangan/{secret}", http::in_memory(16 * http::kib),
               [services, limit](const http::Request& request) { return take(request, services, *limit); });
}

} // namespace staff
