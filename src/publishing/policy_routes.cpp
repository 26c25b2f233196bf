#include "db/database.h"
#include "http/form.h"
#include "publishing/policy_pages.h"
#include "publishing/publishing_routes.h"
#include "publishing/publishing_words.h"
#include "publishing/view_actions.h"

#include <algorithm>

namespace publishing {
namespace {

using base::Result;
using http::Request;
using http::Response;
using outgoing::Entered;

Result<Response> show(const Request& request, const Services& services, const Entered& in, Kind kind,
                      bool is_wrong) {
    const auto& directory = *in.directory;
    PolicyView view{.language = request.language,
                    .csrf = staff::csrf_of(request),
                    .kind = kind,
                    .is_saved = request.query.value("selesai") == "1",
                    .is_wrong = is_wrong};
    const auto all = services.staff.database.read([&](db::Tx& tx) {
        view.audience = audience_of(tx, directory.id());
        return policies_of(tx, directory.id());
    });
    for (const auto office : in.person.scope({staff::Role::administrator}, directory)) {
        const auto policy = policy_for(all, directory, office, kind);
        view.lines.push_back({.office = office,
                              .name = directory.path_name(office),
                              .policy = policy,
                              .is_own = std::ranges::any_of(all, [&](const Policy& each) {
                                  return each.office == office && each.kind == kind;
                              })});
    }
    const auto offices = directory.offices().all();
    view.may_set_audience =
        !offices.empty() && in.person.may(staff::Role::administrator, offices.front().id, directory);
    return outgoing::framed(request, in, staff::Room::posts, words::rules_title.in(request.language),
                            policy_page(view), is_wrong ? 400 : 200);
}

Result<Response> take(const Request& request, const Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    const auto kind = base::from_code<Kind>(form->value("jenis"), "jenis");
    const auto rule = base::from_code<Rule>(form->value("aturan"), "aturan");
    const auto office = base::parse_id_as<agency::OfficeId>(form->value("unit"));
    const auto minutes =
        form->value("jeda") == "0" ? base::Result<std::int64_t>(0) : base::parse_id(form->value("jeda"));
    if (!kind || !office) return base::fail_field("jenis");
    const bool resets = form->value("tindakan") == "ikut";
    if (!rule || !minutes || *minutes > longest_window.count())
        return show(request, services, in, *kind, true);
    const auto context = context_of(services, *in.directory);
    const Policy policy{.office = *office, .kind = *kind, .rule = *rule, .window_ms = *minutes * 60'000};
    auto done = services.staff.database.write([&](db::Tx& tx) {
        return resets ? reset_policy(tx, context, in.person, policy)
                      : set_policy(tx, context, in.person, policy);
    });
    if (!done) return base::pass(done);
    return http::redirect(html::url<"/meja/atur/siaran?jenis={}&selesai=1">(base::code_of(*kind)).str());
}

Result<Response> take_audience(const Request& request, const Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto audience = base::from_code<Audience>(form->value("penonton"), "penonton");
    if (!audience) return base::pass(audience);
    const auto context = context_of(services, *in.directory);
    auto done = services.staff.database.write(
        [&](db::Tx& tx) { return set_audience(tx, context, in.person, *audience); });
    if (!done) return base::pass(done);
    return http::redirect("/meja/atur/siaran?selesai=1");
}

} // namespace

void add_policy_routes(http::Router& router, const Services& services) {
    auto behind = [=](auto handler) {
        return [=](const Request& request) -> Result<Response> {
            return outgoing::enter(request, services.staff, staff::Room::settings,
                                   [&](const Entered& in) { return handler(request, services, in); });
        };
    };
    router.add(http::Method::get, "/meja/atur/siaran",
               behind([](const Request& request, const Services& s, const Entered& in) -> Result<Response> {
                   Kind kind = Kind::announcement;
                   if (auto code = request.query.value("jenis"); !code.empty()) {
                       auto found = base::from_code<Kind>(code, "jenis");
                       if (!found) return base::pass(found);
                       kind = *found;
                   }
                   return show(request, s, in, kind, false);
               }));
    router.add(http::Method::post, "/meja/atur/siaran", http::in_memory(16 * http::kib), behind(take));
    router.add(http::Method::post, "/meja/atur/siaran/dinding", http::in_memory(16 * http::kib),
               behind(take_audience));
}

} // namespace publishing
