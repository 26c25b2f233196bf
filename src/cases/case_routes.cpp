#include "cases/case_routes.h"

#include "cases/beside_actions.h"
#include "cases/case_actions.h"
#include "cases/case_json.h"
#include "cases/incident_merge_actions.h"
#include "cases/view_actions.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "proof/proof_actions.h"
#include "staff/staff_routes.h"
#include "staff/token_actions.h"

#include <algorithm>
#include <limits>

namespace cases {
namespace {

using base::Result;
using http::Request;
using http::Response;

struct Caller {
    agency::DirectoryPtr directory;
    staff::Principal principal;
};

Result<Caller> caller_of(const Request& request, const staff::Services& services) {
    auto directory = staff::directory_of(request, services);
    if (!directory) return base::pass(directory);
    auto principal = staff::authenticate(services, (*directory)->id(), request.header("Authorization"),
                                         staff::Scope::staff);
    if (!principal) return base::pass(principal);
    return Caller{std::move(*directory), std::move(*principal)};
}

Actor actor_of(const Case& c, const Caller& caller) {
    return actor_for(c, caller.principal.staff, caller.principal.roles, caller.directory->offices());
}

/// A case that this person may know of; others do not exist for them.
Result<Case> visible_case(db::Tx& tx, const Caller& caller, std::string_view code) {
    auto found = find_case(tx, caller.directory->id(), code, caller.directory->agency().prefix);
    if (!found) return base::pass(found);
    if (!staff_view(*found, actor_of(*found, caller)).may_see) {
        // Even that there is one would tell too much.
        if (found->is_conduct() || !is_known_to_public(*found))
            return base::fail(base::Kind::not_found, "case.not_found");
        return base::fail(base::Kind::forbidden, "office.not_yours");
    }
    return found;
}

WholeCase whole_of(db::Tx& tx, const Context& context, const Case& c, const Caller& caller) {
    Actor actor = actor_of(c, caller);
    return {.c = c,
            .view = staff_view(c, actor),
            .deadlines = deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}),
            .timeline = events::timeline(tx, c.agency, "case", c.id.value),
            .proofs = proof::rounds(tx, c.agency, c.id.value),
            .available = possible(tx, context, c, actor),
            .incident = incident_of(tx, c.agency, c.id)};
}

Response answer_with(const WholeCase& whole, const Caller& caller, base::Time now) {
    auto response = http::json(boost::json::serialize(to_json(whole, *caller.directory, now)));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

/// Offices of the person at or below the one named; `office.not_yours` when there is none.
Result<std::vector<OfficeId>> offices_within(std::string_view text, const Caller& caller) {
    const auto& offices = caller.directory->offices();
    auto id = base::parse_id_as<OfficeId>(text);
    if (!id || !offices.find(*id)) return base::fail_field("office");
    const auto scope = caller.principal.scope(*caller.directory);
    std::vector<OfficeId> out;
    for (const auto& office : offices.below(*id))
        if (std::ranges::find(scope, office.id) != scope.end()) out.push_back(office.id);
    if (out.empty()) return base::fail(base::Kind::forbidden, "office.not_yours");
    return out;
}

Result<ViewFilter> filter_of(const Request& request, const Caller& caller) {
    ViewFilter filter{.view = View::all};
    if (auto code = request.query.value("view"); !code.empty()) {
        auto view = base::from_code<View>(code, "view");
        if (!view) return base::pass(view);
        filter.view = *view;
    }
    if (auto code = request.query.value("state"); !code.empty()) {
        auto state = base::from_code<State>(code, "state");
        if (!state) return base::pass(state);
        filter.state = *state;
    }
    if (auto text = request.query.value("office"); !text.empty()) {
        auto within = offices_within(text, caller);
        if (!within) return base::pass(within);
        filter.within = std::move(*within);
    }
    filter.topic = request.query.value("topic");
    if (auto after = request.query.value("after"); !after.empty()) {
        auto mark = mark_from(after);
        if (!mark) return base::fail_field("after");
        filter.after = *mark;
    }
    return filter;
}

} // namespace

void add_case_routes(http::Router& router, const staff::Services& services) {
    auto context = [services](const Caller& caller) {
        return context_for(*caller.directory, services.ids, services.random, services.now());
    };

    router.add(http::Method::get, "/api/v1/cases", [=](const Request& request) -> Result<Response> {
        auto caller = caller_of(request, services);
        if (!caller) return base::pass(caller);
        auto filter = filter_of(request, *caller);
        if (!filter) return base::pass(filter);
        const base::Time now = services.now();
        base::json::Array rows;
        base::json::Value next(nullptr);
        services.database.read([&](db::Tx& tx) {
            rows.clear();
            const Sight sight = sight_for(tx, caller->principal, *caller->directory);
            auto found = page_of(tx, *caller->directory, sight, *filter);
            auto clocks = clocks_of(tx, found);
            for (const auto& c : found) {
                WholeCase row{.c = c,
                              .view = staff_view(c, actor_of(c, *caller)),
                              .deadlines = std::move(clocks[c.id]),
                              .timeline = {},
                              .proofs = {},
                              .available = {}};
                rows.push_back(to_row(row, *caller->directory, now));
            }
            if (std::ssize(found) == filter->limit)
                next = to_string(ViewMark{found.back().received_at, found.back().id});
        });
        auto response =
            http::json(boost::json::serialize(base::json::Object{{"cases", rows}, {"next", next}}));
        response.headers.set("Cache-Control", "no-store");
        return response;
    });

    router.add(http::Method::get, "/api/v1/cases/{code}", [=](const Request& request) -> Result<Response> {
        auto caller = caller_of(request, services);
        if (!caller) return base::pass(caller);
        auto now = context(*caller);
        auto whole = services.database.read([&](db::Tx& tx) -> Result<WholeCase> {
            auto c = visible_case(tx, *caller, request.param("code"));
            if (!c) return base::pass(c);
            return whole_of(tx, now, *c, *caller);
        });
        if (!whole) return base::pass(whole);
        return answer_with(*whole, *caller, now.now);
    });

    router.add(http::Method::post, "/api/v1/cases/{code}/events",
               [=](const Request& request) -> Result<Response> {
                   auto caller = caller_of(request, services);
                   if (!caller) return base::pass(caller);
                   if (request.content_type() != "application/json")
                       return base::fail(base::Kind::unsupported, "request.unsupported",
                                         "content type of a command");
                   auto body = base::json::parse(request.body);
                   if (!body) return base::pass(body);
                   auto asked = read_command(*body);
                   if (!asked) return base::pass(asked);
                   auto now = context(*caller);
                   auto whole = services.database.write([&](db::Tx& tx) -> Result<WholeCase> {
                       auto c = visible_case(tx, *caller, request.param("code"));
                       if (!c) return base::pass(c);
                       if (auto ok = may_name_other(tx, now, caller->principal, asked->command); !ok)
                           return base::pass(ok);
                       auto after = act(tx, now, *c, actor_of(*c, *caller), asked->command, asked->version);
                       if (!after) return base::pass(after);
                       return whole_of(tx, now, *after, *caller);
                   });
                   if (!whole) return base::pass(whole);
                   return answer_with(*whole, *caller, now.now);
               });
}

} // namespace cases
