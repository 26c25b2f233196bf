#include "administration/reading_routes.h"

#include "administration/guard_routes.h"
#include "administration/reading_pages.h"
#include "cases/signature_actions.h"
#include "db/database.h"
#include "learning/suggestion_actions.h"
#include "staff/staff_routes.h"

namespace administration {
namespace {

constexpr std::string_view here = "/meja/atur/pembacaan";
constexpr int months_shown = 3, entries_shown = 40;

ReadingView view_of(const staff::Services& services, const learning::Services& learning,
                    const agency::Directory& directory, const Reach& reach) {
    ReadingView out{.standing = learning::standing_of(learning, directory.id(), entries_shown)};
    out.to = learning::month_of(services.now(), directory.agency().zone);
    out.from = learning::month_before(out.to, months_shown - 1);
    out.may_go_back = reach.is_whole();
    services.database.read([&](db::Tx& tx) {
        out.tallies = learning::tallies(tx, directory.id(), out.from, out.to);
        out.signing = cases::signing_of(tx, directory.id());
        if (out.signing && out.signing->is_whole()) out.signing.reset();
        for (const auto& entry : out.standing.history)
            if (entry.staff && !out.names.contains(*entry.staff))
                if (auto person = staff::find_person(tx, directory.id(), staff::StaffId{*entry.staff}))
                    out.names[*entry.staff] = person->name;
    });
    return out;
}

base::Result<http::Response> show(const http::Request& request, const staff::Services& services,
                                  const learning::Services& learning) {
    auto person = staff::signed_in(request, services);
    if (!person) {
        if (person.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
        return base::pass(person);
    }
    auto directory = staff::directory_of(request, services);
    if (!directory) return base::pass(directory);
    const Reach reach(*person, **directory);
    if (!reach.is_any() && !person->holds(staff::Role::coordinator)) return not_there();
    const Frame frame{.person = *person,
                      .directory = **directory,
                      .reach = reach,
                      .language = request.language,
                      .csrf = staff::csrf_of(request),
                      .is_saved = request.query.has("tersimpan")};
    return shown(reading_page(frame, view_of(services, learning, **directory, reach), reach.is_any()));
}

base::Result<http::Response> step_back(const Visit& visit, const learning::Services& learning) {
    auto done = learning::step_back(learning, visit.agency(), visit.person.staff.value, visit.value("model"));
    if (!done)
        return refused(reading_page(visit.frame(),
                                    view_of(visit.services, learning, *visit.directory, visit.reach),
                                    /*is_settings=*/true, done.error()),
                       done.error());
    return saved(visit, here);
}

} // namespace

void add_reading_routes(http::Router& router, const staff::Services& services,
                        const learning::Services& learning) {
    router.add(http::Method::get, here,
               [=](const http::Request& request) { return show(request, services, learning); });
    add_post(router, services, "/meja/atur/pembacaan/kembali", Need::whole,
             [=](const Visit& visit) { return step_back(visit, learning); });
}

} // namespace administration
