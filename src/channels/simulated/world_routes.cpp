#include "channels/simulated/world_routes.h"

#include "network/json_reading.h"

namespace channels::simulated {
namespace {

http::Response asked(World& world, const http::Request& request) {
    network::Request question{.name = {},
                              .method = std::string(http::name(request.method)),
                              .url = "sim://world" + request.target,
                              .headers = {{"Authorization", std::string(request.header("Authorization"))}},
                              .body = request.body};
    const auto answer = world.exchange(question);
    if (!answer.response)
        return http::json(R"({"error":"away"})", answer.reached == network::Reached::no ? 503 : 500);
    auto out = http::json(answer.response->body, answer.response->status);
    for (const auto& [name, value] : answer.response->headers)
        if (name != "Content-Type") out.headers.set(name, value);
    return out;
}

/// [{"author","text","mentions","to"?,"direct"?}] -> {"ids":[...]}
base::Result<http::Response> write(World& world, const http::Request& request) {
    auto body = network::read_json(request.body);
    if (!body) return base::pass(body);
    base::json::Array ids;
    for (const auto* post : network::each_in(*body, "posts"))
        ids.emplace_back(std::to_string(
            world.write(network::text_in(*post, "author"), network::text_in(*post, "text"),
                        network::text_in(*post, "mentions"), network::number_in(*post, "to").value_or(0),
                        network::flag_in(*post, "direct"))));
    return http::json(boost::json::serialize(base::json::Object{{"ids", std::move(ids)}}));
}

/// {"down":true}, {"account","revoked":true}, {"account","twice":true}, {"account","expired":true}
base::Result<http::Response> move(World& world, const http::Request& request) {
    auto body = network::read_json(request.body);
    if (!body) return base::pass(body);
    const auto account = network::text_in(*body, "account");
    const auto* moved = body->is_object() ? &body->get_object() : nullptr;
    if (!moved) return base::fail(base::Kind::invalid, "json.malformed");
    if (moved->contains("down")) world.set_down(network::flag_in(*body, "down"));
    if (moved->contains("twice")) world.answer_twice(account, network::flag_in(*body, "twice"));
    if (moved->contains("expired")) world.expire(account);
    if (moved->contains("revoked")) {
        if (network::flag_in(*body, "revoked"))
            world.revoke(account);
        else
            world.restore(account);
    }
    return http::no_content();
}

/// Everything that stands there, a post a line.
http::Response posts(const World& world) {
    std::string out;
    for (const auto& post : world.posts()) {
        auto object = to_json(post, post.is_deleted ? "delete" : "create");
        object["mentions"] = post.mentions;
        out += boost::json::serialize(object) + "\n";
    }
    return http::bytes(std::move(out), "application/x-ndjson");
}

} // namespace

void add_world_routes(http::Router& router, World& world) {
    for (const auto method : {http::Method::get, http::Method::post})
        router.add(method, "/{path...}", http::in_memory(),
                   [&world](const http::Request& request) { return asked(world, request); });
    router.add(http::Method::post, "/_world/posts", http::in_memory(16 * http::mib),
               [&world](const http::Request& request) { return write(world, request); });
    router.add(http::Method::post, "/_world/state",
               [&world](const http::Request& request) { return move(world, request); });
    router.add(http::Method::get, "/_world/posts", [&world](const http::Request&) { return posts(world); });
    router.add(http::Method::get, "/_world/exchanges",
               [&world](const http::Request&) { return http::text(std::to_string(world.exchanges())); });
}

} // namespace channels::simulated
