#include "network/push_routes.h"

#include "http/rate_limit.h"
#include "http/requester.h"
#include "network/push_actions.h"

namespace network {
namespace {

struct Doors {
    explicit Doors(const base::Now& now)
        : unproven({.burst = 30, .per_token = std::chrono::seconds(1)}, now) {}
    OpenedAccounts accounts;
    http::RateLimit unproven;
};

Push push_of(const http::Request& request) {
    const auto mark = request.target.find('?');
    Push push{.method = std::string(http::name(request.method)),
              .query = mark == std::string::npos ? std::string() : request.target.substr(mark + 1),
              .headers = {},
              .body = request.body};
    for (const auto& [name, value] : request.headers)
        push.headers.push_back({name, value});
    return push;
}

} // namespace

void add_push_routes(http::Router& router, const Services& services,
                     std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory) {
    auto doors = std::make_shared<Doors>(services.now);
    auto handle = [&services, directory = std::move(directory),
                   doors](const http::Request& request) -> base::Result<http::Response> {
        auto of = directory(request);
        if (!of) return base::pass(of);
        auto id = base::parse_id_as<agency::AccountId>(request.param("account"));
        const auto* account = id ? (*of)->account(*id) : nullptr;
        if (!account || !account->is_active || account->network != request.param("network"))
            return base::fail(base::Kind::not_found, "account.unknown");
        // Taken first and given back, so that guessing costs more than a good push ever does.
        const auto line = http::line_key(request.client);
        if (auto taken = doors->unproven.take(line); !taken) return base::pass(taken);
        const auto answer = keep_push(services, doors->accounts, (*of)->id(), account->id, push_of(request));
        if (answer.status < 400) doors->unproven.give_back(line);
        auto response = http::text(answer.body, answer.status);
        response.headers.set("Content-Type", answer.content_type);
        return response;
    };
    router.add(http::Method::get, "/kait/{network}/{account}", handle);
    router.add(http::Method::post, "/kait/{network}/{account}", handle);
}

} // namespace network
