#include "channels/activitypub/activitypub_routes.h"

#include "base/text.h"
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/documents.h"
#include "channels/activitypub/own_post_routes.h"
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
    add("/aktor/{name}", [](base::AgencyId, const FoundActor& found) -> Result<Response> {
        return document(actor_document(found.actor), activity_type);
    });
    add("/aktor/{name}/followers",
        [&services](base::AgencyId agency, const FoundActor& found) -> Result<Response> {
            return document(collection_document(found.actor.id + "/followers",
                                                count_followers(services, agency, found.account)),
                            activity_type);
        });
    add("/aktor/{name}/following", [](base::AgencyId, const FoundActor& found) -> Result<Response> {
        return document(collection_document(found.actor.id + "/following", 0), activity_type);
    });
}

} // namespace

void add_routes(http::Router& router, const network::Services& services, Site site) {
    add_discovery(router, services, site);
    add_actors(router, services, site);
    auto doors = std::make_shared<Doors>(services);
    add_own_post_routes(router, services, site, doors);
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
