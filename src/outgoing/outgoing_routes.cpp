#include "outgoing/outgoing_routes.h"

#include "db/database.h"
#include "http/form.h"
#include "outgoing/entered_routes.h"
#include "outgoing/outgoing_actions.h"
#include "outgoing/outgoing_pages.h"
#include "outgoing/outgoing_words.h"

namespace outgoing {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::array waiting_for_people{State::unknown, State::failed};

Result<Response> show(const Request& request, const staff::Services& services, const Post& post,
                      const Entered& in) {
    OutgoingView view{.language = request.language,
                      .zone = in.directory->agency().zone,
                      .csrf = staff::csrf_of(request),
                      .has_relay = post.has_relay,
                      .state = State::unknown,
                      .counts = {},
                      .page = {}};
    if (auto code = request.query.value("status"); !code.empty()) {
        auto state = base::from_code<State>(code, "status");
        if (!state) return base::pass(state);
        view.state = *state;
    }
    OutgoingId before;
    if (auto text = request.query.value("sebelum"); !text.empty()) {
        auto id = base::parse_id_as<OutgoingId>(text);
        if (!id) return base::fail_field("sebelum");
        before = *id;
    }
    services.database.read([&](db::Tx& tx) {
        view.page = list_outgoing(tx, *in.directory, in.person, view.state, before);
        for (State state : waiting_for_people)
            view.counts[state] = count_outgoing(tx, *in.directory, in.person, state);
    });
    return framed(request, in, staff::Room::outgoing, words::title.in(request.language), outgoing_page(view));
}

Result<Response> take_settlement(const Request& request, const staff::Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto settlement = base::from_code<Settlement>(form->value("hasil"), "hasil");
    if (!settlement) return base::pass(settlement);
    auto id = base::parse_id_as<OutgoingId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "outgoing.unknown");
    auto settled = services.database.write([&](db::Tx& tx) {
        return settle(tx, services.ids, *in.directory, in.person, *id, *settlement, services.now());
    });
    if (!settled) return base::pass(settled);
    auto back = base::from_code<State>(form->value("status"), "status").value_or(State::unknown);
    return http::redirect(html::url<"/meja/keluar?status={}">(base::code_of(back)).str());
}

} // namespace

void add_routes(http::Router& router, const staff::Services& services, const Post& post) {
    router.add(http::Method::get, "/meja/keluar", [=](const Request& request) -> Result<Response> {
        return enter(request, services, staff::Room::outgoing,
                     [&](const Entered& in) { return show(request, services, post, in); });
    });
    router.add(http::Method::post, "/meja/keluar/{id}/penyelesaian", http::in_memory(16 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return enter(request, services, staff::Room::outgoing,
                                [&](const Entered& in) { return take_settlement(request, services, in); });
               });
    add_setting_routes(router, services, post);
}

} // namespace outgoing
