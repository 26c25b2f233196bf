#include "channels/sp4n_lapor/visit_routes.h"

#include "channels/sp4n_lapor/recap_actions.h"
#include "staff/staff_routes.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

bool may_pass(Door door, const Visit& visit) {
    switch (door) {
    case Door::files:
        return visit.holds_at_root(staff::Role::administrator) ||
               visit.holds_at_root(staff::Role::coordinator);
    case Door::words: return visit.holds_at_root(staff::Role::administrator);
    case Door::recap: return may_recap(visit.person);
    }
    return false;
}

} // namespace

PageView Visit::view() const {
    return {.language = request.language, .directory = *directory, .csrf = staff::csrf_of(request)};
}

http::Response Visit::answer(staff::Room here, std::string title, const html::Markup& body,
                             int status) const {
    const staff::Console console{.title = std::move(title),
                                 .here = here,
                                 .person = person,
                                 .directory = *directory,
                                 .language = request.language,
                                 .csrf = staff::csrf_of(request)};
    auto response = http::page(staff::console_page(console, body).str(), status);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

bool Visit::holds_at_root(staff::Role role) const {
    return std::ranges::any_of(person.roles, [&](const staff::HeldRole& held) {
        return held.role == role && directory->office(held.office) &&
               !directory->offices().parent_of(held.office);
    });
}

base::Result<http::Response> visit(const http::Request& request, const Services& services, Door door,
                                   const Enter& enter) {
    auto person = staff::signed_in(request, services.staff);
    if (!person) {
        if (person.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
        return base::pass(person);
    }
    auto directory = staff::directory_of(request, services.staff);
    if (!directory) return base::pass(directory);
    const Visit visit{request, std::move(*person), std::move(*directory)};
    if (!may_pass(door, visit)) return base::fail(base::Kind::not_found, "page.not_found");
    return enter(visit);
}

std::vector<Month> recent_months(base::Time now, base::Zone zone) {
    std::vector<Month> out;
    for (int back = 0; back < 24; ++back)
        out.push_back(before(month_of(now, zone), back, zone));
    return out;
}

http::Response download(std::string bytes, std::string content_type, const std::string& file_name) {
    auto response = http::bytes(std::move(bytes), std::move(content_type));
    response.headers.set("Content-Disposition", "attachment; filename=\"" + file_name + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace channels::sp4n_lapor
