#include "channels/activitypub/activitypub_routes.h"

#include "base/text.h"
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/documents.h"
#include "db/database.h"
#include "http/rate_limit.h"
#include "http/requester.h"
#include "network/connection_actions.h"
#include "network/json_reading.h"

namespace channels::activitypub {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::uint64_t largest = 1 * http::mib;

struct Doors {
    explicit Doors(const network::Services& services)
        : inbox{.network = services},
          unproven({.burst = 60, .per_token = std::chrono::seconds(1)}, services.now) {}
    Inbox inbox;
    http::RateLimit unproven;
};

struct Found {
    agency::AccountId account;
    OwnActor actor;
};

std::vector<Found> actors_of(const network::Services& services, const agency::Directory& directory) {
    std::vector<Found> out;
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

Result<Found> actor_named(const network::Services& services, const agency::Directory& directory,
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

std::string server_of(const Request& request) {
    return request.scheme + "://" + request.host;
}

/// "acct:posko@lapor.contoh.go.id", or the address of an actor.
bool is_meant(const OwnActor& actor, std::string_view resource) {
    if (resource == actor.id) return true;
    if (resource.starts_with("acct:")) resource.remove_prefix(5);
    if (resource.starts_with('@')) resource.remove_prefix(1);
    return base::lower_ascii(resource) == base::lower_ascii(actor.handle.substr(1));
}

bool is_activity(const Request& request) {
    const auto type = request.content_type();
    return type == "application/activity+json" || type == "application/ld+json" || type == "application/json";
}

void add_discovery(http::Router& router, const network::Services& services, const Site& site) {
    router.add(http::Method::get, "/.well-known/webfinger",
               [&services, site](const Request& request) -> Result<Response> {
                   auto directory = site.directory(request);
                   if (!directory) return base::pass(directory);
                   const auto resource = request.query.value("resource");
                   if (resource.empty()) return base::fail_field("resource", "field.missing");
                   for (const auto& found : actors_of(services, **directory))
                       if (is_meant(found.actor, resource))
                           return document(webfinger_document(found.actor), "application/jrd+json");
                   return base::fail(base::Kind::not_found, "account.unknown");
               });
    router.add(http::Method::get, "/.well-known/nodeinfo", [](const Request& request) {
        return document(nodeinfo_links(server_of(request)), "application/json");
    });
    router.add(http::Method::get, "/nodeinfo/2.1",
               [&services, site](const Request& request) -> Result<Response> {
                   auto directory = site.directory(request);
                   if (!directory) return base::pass(directory);
                   const auto count = static_cast<std::int64_t>(actors_of(services, **directory).size());
                   return document(nodeinfo_document(site.version, count), "application/json");
               });
}

void add_actors(http::Router& router, const network::Services& services, const Site& site) {
    auto add = [&](std::string_view pattern, auto make) {
        router.add(http::Method::get, pattern,
                   [&services, site, make](const Request& request) -> Result<Response> {
                       auto directory = site.directory(request);
                       if (!directory) return base::pass(directory);
                       auto found = actor_named(services, **directory, request.param("name"));
                       if (!found) return base::pass(found);
                       if (!wants_document(request)) return http::redirect("/");
                       return make((*directory)->id(), *found);
                   });
    };
    add("/aktor/{name}", [](base::AgencyId, const Found& found) -> Result<Response> {
        return document(actor_document(found.actor), activity_type);
    });
    add("/aktor/{name}/followers",
        [&services](base::AgencyId agency, const Found& found) -> Result<Response> {
            return document(collection_document(found.actor.id + "/followers",
                                                count_followers(services, agency, found.account)),
                            activity_type);
        });
    for (const std::string_view each : {"outbox", "following"})
        add("/aktor/{name}/" + std::string(each),
            [each](base::AgencyId, const Found& found) -> Result<Response> {
                return document(collection_document(found.actor.id + "/" + std::string(each), 0),
                                activity_type);
            });
    // Notes are handed to whom they answer, and kept by their server; here a person finds the board.
    add("/aktor/{name}/catatan/{note}/{root}", [](base::AgencyId, const Found&) -> Result<Response> {
        return base::fail(base::Kind::not_found, "page.not_found");
    });
}

} // namespace

void add_routes(http::Router& router, const network::Services& services, Site site) {
    add_discovery(router, services, site);
    add_actors(router, services, site);
    auto doors = std::make_shared<Doors>(services);
    router.add(http::Method::post, "/kait/activitypub/{account}", http::in_memory(largest),
               [directory = site.directory, doors](const Request& request) -> Result<Response> {
                   auto of = directory(request);
                   if (!of) return base::pass(of);
                   auto id = base::parse_id_as<agency::AccountId>(request.param("account"));
                   const auto* account = id ? (*of)->account(*id) : nullptr;
                   if (!account || !account->is_active || account->network != network_code)
                       return base::fail(base::Kind::not_found, "account.unknown");
                   if (!is_activity(request)) return http::text("", 415);
                   const auto line = http::line_key(request.client);
                   if (auto taken = doors->unproven.take(line); !taken) return base::pass(taken);
                   network::Incoming incoming{.method = std::string(http::name(request.method)),
                                              .target = request.target,
                                              .origin = {},
                                              .headers = {},
                                              .body = request.body};
                   for (const auto& [name, value] : request.headers)
                       incoming.headers.push_back({name, value});
                   const int status = take(doors->inbox, (*of)->id(), account->id, std::move(incoming));
                   if (status < 400) doors->unproven.give_back(line);
                   auto response = http::text("", status);
                   if (status == 503) response.headers.set("Retry-After", "30");
                   return response;
               });
}

} // namespace channels::activitypub
