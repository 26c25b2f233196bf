// Our posts and answers at their own addresses, their pictures, and the outbox. Where an account asks for it
// ("signed_reading"), notes and outbox are given only to whoever signs; the actor itself is always open.
#pragma once
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/activitypub_routes.h"
#include "channels/activitypub/documents.h"
#include "http/rate_limit.h"

namespace channels::activitypub {

/// What doors to other servers share.
struct Doors {
    explicit Doors(const network::Services& services)
        : inbox{.network = services},
          unproven({.burst = 60, .per_token = std::chrono::seconds(1)}, services.now) {}
    Inbox inbox;
    http::RateLimit unproven;
};

struct FoundActor {
    agency::AccountId account;
    OwnActor actor;
};
[[nodiscard]] std::vector<FoundActor> actors_of(const network::Services& services,
                                                const agency::Directory& directory);
[[nodiscard]] base::Result<FoundActor> actor_named(const network::Services& services,
                                                   const agency::Directory& directory, std::string_view name);
/// Of a program that reads documents, not of a person at a browser.
[[nodiscard]] bool wants_document(const http::Request& request);
[[nodiscard]] http::Response document(std::string body, std::string_view type);

void add_own_post_routes(http::Router& router, const network::Services& services, const Site& site,
                         const std::shared_ptr<Doors>& doors);

} // namespace channels::activitypub
