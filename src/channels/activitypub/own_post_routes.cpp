#include "channels/activitypub/own_post_routes.h"

#include "base/text.h"
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/note_text.h"
#include "channels/activitypub/own_post_actions.h"
#include "db/database.h"
#include "http/requester.h"
#include "network/connection_actions.h"
#include "network/json_reading.h"

namespace channels::activitypub {
namespace {

using base::Result;
using http::Request;
using http::Response;

bool asks_for_signatures(const network::Services& s, base::AgencyId agency, agency::AccountId account) {
    const auto row = s.database.read([&](db::Tx& tx) { return network::connection_of(tx, agency, account); });
    const auto open =
        row ? network::opened(s.vault, agency, *row) : Result<network::Connection>(network::Connection{});
    return open && open->secret("signed_reading") == "ya";
}

/// 401 for who does not sign where that is asked for.
Result<void> may_read(const network::Services& s, Doors& doors, base::AgencyId agency,
                      agency::AccountId account, const Request& request) {
    if (!asks_for_signatures(s, agency, account)) return {};
    const auto line = http::line_key(request.client);
    if (auto taken = doors.unproven.take(line); !taken) return taken;
    network::Incoming incoming{.method = std::string(http::name(request.method)),
                               .target = request.target,
                               .origin = {},
                               .headers = {},
                               .body = {}};
    for (const auto& [name, value] : request.headers)
        incoming.headers.push_back({name, value});
    if (!is_signed(doors.inbox, agency, account, std::move(incoming)))
        return base::fail(base::Kind::unauthenticated, "network.unsigned");
    doors.unproven.give_back(line);
    return {};
}

/// Whose document it is, for who may read it.
Result<FoundActor> opened_for(const network::Services& s, Doors& doors, const agency::Directory& directory,
                              const Request& request) {
    auto found = actor_named(s, directory, request.param("name"));
    if (!found) return found;
    if (auto may = may_read(s, doors, directory.id(), found->account, request); !may) return base::pass(may);
    return found;
}

outgoing::OutgoingId message_in(const Request& request, base::AgencyId agency) {
    return outgoing::OutgoingId{message_of_key(agency.value, request.param("note"))};
}

Response gone() {
    return http::text("", 410);
}

Result<Response> note(const network::Services& s, base::AgencyId agency, const FoundActor& found,
                      const Request& request) {
    const auto post = find_post(s, agency, found.account, message_in(request, agency));
    switch (post.standing) {
    case Standing::gone: return gone();
    case Standing::unknown: return base::fail(base::Kind::not_found, "page.not_found");
    case Standing::stands: break;
    }
    return document(post_document(post.post), activity_type);
}

Result<Response> answer(const network::Services& s, base::AgencyId agency, const FoundActor& found,
                        const Request& request) {
    auto body = find_answer(s, agency, found.account, request.param("note"), request.param("root"));
    if (body.empty()) return base::fail(base::Kind::not_found, "page.not_found");
    return document(std::move(body), activity_type);
}

Result<Response> outbox(const network::Services& s, base::AgencyId agency, const FoundActor& found,
                        const Request& request) {
    const auto id = found.actor.id + "/outbox";
    const auto [newest, count] = newest_posts(s, agency, found.account);
    return document(request.query.has("page") ? outbox_page(id, newest) : outbox_document(id, count),
                    activity_type);
}

} // namespace

std::vector<FoundActor> actors_of(const network::Services& services, const agency::Directory& directory) {
    std::vector<FoundActor> out;
    const auto rows =
        services.database.read([&](db::Tx& tx) { return network::connections(tx, directory.id()); });
    for (const auto& row : rows) {
        const auto* account = directory.account(row.account);
        if (!account || !account->is_active || account->network != network_code || row.secrets_sealed.empty())
            continue;
        auto facts = base::json::parse(row.facts);
        if (!facts) continue;
        const auto& agency = directory.agency();
        out.push_back({account->id,
                       {.id = row.own_id,
                        .handle = row.handle,
                        .inbox = inbox_of(row.server, account->id.value),
                        .public_key = network::text_in(*facts, "public_key"),
                        .name = agency.name,
                        .summary = agency.organiser,
                        .page = row.server + "/"}});
    }
    return out;
}

Result<FoundActor> actor_named(const network::Services& services, const agency::Directory& directory,
                               std::string_view name) {
    for (auto& found : actors_of(services, directory))
        if (found.actor.id.ends_with("/aktor/" + std::string(name))) return std::move(found);
    return base::fail(base::Kind::not_found, "account.unknown");
}

/// Of a program that reads documents, not of a person at a browser.
bool wants_document(const Request& request) {
    const auto accept = base::lower_ascii(request.header("Accept"));
    return accept.find("application/activity+json") != std::string::npos ||
           accept.find("application/ld+json") != std::string::npos;
}

Response document(std::string body, std::string_view type) {
    auto response = http::bytes(std::move(body), std::string(type));
    response.headers.set("Vary", "Accept");
    response.headers.set("Access-Control-Allow-Origin", "*");
    return response;
}

void add_own_post_routes(http::Router& router, const network::Services& services, const Site& site,
                         const std::shared_ptr<Doors>& doors) {
    auto add = [&](std::string_view pattern, auto make) {
        router.add(http::Method::get, pattern,
                   [&services, site, doors, make](const Request& request) -> Result<Response> {
                       auto directory = site.directory(request);
                       if (!directory) return base::pass(directory);
                       if (!wants_document(request)) return http::redirect("/");
                       auto found = opened_for(services, *doors, **directory, request);
                       if (!found) return base::pass(found);
                       return make(services, (*directory)->id(), *found, request);
                   });
    };
    add("/aktor/{name}/outbox", outbox);
    add("/aktor/{name}/catatan/{note}", note);
    add("/aktor/{name}/catatan/{note}/{root}", answer);
    // Pictures are fetched by servers that sign nothing, and by browsers.
    router.add(http::Method::get, "/aktor/{name}/gambar/{note}/{number}",
               [&services, site](const Request& request) -> Result<Response> {
                   auto directory = site.directory(request);
                   if (!directory) return base::pass(directory);
                   const auto agency = (*directory)->id();
                   auto found = actor_named(services, **directory, request.param("name"));
                   if (!found) return base::pass(found);
                   const auto post = find_post(services, agency, found->account, message_in(request, agency));
                   const auto number = base::parse_id(request.param("number"));
                   if (post.standing == Standing::gone) return gone();
                   if (!number || *number < 1 || *number > static_cast<std::int64_t>(post.pictures.size()))
                       return base::fail(base::Kind::not_found, "media.unknown");
                   return site.picture(agency, post.pictures[static_cast<std::size_t>(*number - 1)]);
               });
}

} // namespace channels::activitypub
