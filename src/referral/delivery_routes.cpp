#include "referral/delivery_routes.h"

#include "db/database.h"
#include "http/form.h"
#include "outgoing/entered_routes.h"
#include "referral/delivery_actions.h"
#include "referral/delivery_pages.h"
#include "referral/delivery_words.h"

namespace referral {
namespace {

using base::Result;
using http::Request;
using http::Response;
using outgoing::Entered;

Result<Response> show(const Request& request, const staff::Services& services, const Entered& in) {
    DeliveriesView view{.language = request.language,
                        .zone = in.directory->agency().zone,
                        .csrf = staff::csrf_of(request),
                        .state = State::unknown,
                        .rows = {}};
    if (auto code = request.query.value("status"); !code.empty()) {
        auto state = base::from_code<State>(code, "status");
        if (!state) return base::pass(state);
        view.state = *state;
    }
    view.rows = services.database.read(
        [&](db::Tx& tx) { return in_state(tx, *in.directory, in.person, view.state); });
    return outgoing::framed(request, in, staff::Room::outgoing, words::title.in(request.language),
                            deliveries_page(view));
}

Result<Response> take(const Request& request, const staff::Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto settlement = base::from_code<Settlement>(form->value("hasil"), "hasil");
    if (!settlement) return base::pass(settlement);
    auto id = base::parse_id_as<DeliveryId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "delivery.unknown");
    auto settled = services.database.write([&](db::Tx& tx) {
        return settle(tx, services.ids, *in.directory, in.person, *id, *settlement, services.now());
    });
    if (!settled) return base::pass(settled);
    auto back = base::from_code<State>(form->value("status"), "status").value_or(State::unknown);
    return http::redirect(html::url<"/meja/serah-terima?status={}">(base::code_of(back)).str());
}

} // namespace

void add_delivery_routes(http::Router& router, const staff::Services& services) {
    router.add(http::Method::get, "/meja/serah-terima", [=](const Request& request) -> Result<Response> {
        return outgoing::enter(request, services, staff::Room::outgoing,
                               [&](const Entered& in) { return show(request, services, in); });
    });
    router.add(http::Method::post, "/meja/serah-terima/{id}", http::in_memory(16 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return outgoing::enter(request, services, staff::Room::outgoing,
                                          [&](const Entered& in) { return take(request, services, in); });
               });
}

} // namespace referral
