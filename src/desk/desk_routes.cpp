#include "desk/desk_routes.h"

#include "cases/case_actions.h"
#include "cases/standing.h"
#include "cases/visibility.h"
#include "db/database.h"
#include "desk/desk_pages.h"
#include "staff/staff_routes.h"

#include <algorithm>

namespace desk {
namespace {

/// Open cases that the person may know of, the longest wait first.
std::vector<cases::Case> open_cases(db::Tx& tx, const staff::Principal& person,
                                    const agency::Directory& directory) {
    cases::Listing listing;
    for (const auto& row : base::codes<cases::State>)
        if (cases::is_open(row.value)) listing.states.push_back(row.value);
    listing.offices = person.scope(directory);
    listing.or_without_office = std::ranges::any_of(person.roles, [&](const staff::HeldRole& held) {
        return !directory.offices().parent_of(held.office);
    });
    listing.limit = 100;
    auto found = cases::list_cases(tx, directory.id(), listing);
    std::erase_if(found, [&](const cases::Case& c) {
        auto actor = cases::actor_for(c, person.staff, person.roles, directory.offices());
        return !cases::staff_view(c, actor).may_see;
    });
    std::ranges::sort(found, {}, &cases::Case::received_at);
    return found;
}

} // namespace

void add_routes(http::Router& router, const staff::Services& services) {
    router.add(http::Method::get, "/meja", [=](const http::Request& request) -> base::Result<http::Response> {
        auto person = staff::signed_in(request, services);
        if (!person) {
            if (person.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
            return base::pass(person);
        }
        auto directory = staff::directory_of(request, services);
        if (!directory) return base::pass(directory);
        auto found = services.database.read([&](db::Tx& tx) { return open_cases(tx, *person, **directory); });
        auto response = http::page(desk_page({.language = request.language,
                                              .directory = **directory,
                                              .person = person->name,
                                              .csrf = staff::csrf_of(request),
                                              .cases = std::move(found)})
                                       .str());
        response.headers.set("Cache-Control", "no-store");
        return response;
    });
}

} // namespace desk
