#include "conformance/adapter.h"

#include "base/encode.h"
#include "base/text.h"
#include "network/json_reading.h"

#include <algorithm>
#include <stdexcept>

namespace tests::conformance {
namespace {

using Make = AdapterPtr (*)(base::Now);
constexpr auto all = std::to_array<std::pair<std::string_view, Make>>({
    {"mastodon", make_mastodon},
    {"telegram", make_telegram},
    {"bluesky", make_bluesky},
    {"x", make_x},
    {"facebook", make_facebook},
    {"instagram", make_instagram},
    {"threads", make_threads},
    {"whatsapp", make_whatsapp},
    {"youtube", make_youtube},
    {"activitypub", make_activitypub},
    {"rss", make_rss},
    {"simulated", make_simulated},
});

} // namespace

std::vector<std::string> names() {
    std::vector<std::string> out;
    for (const auto& [name, make] : all)
        out.emplace_back(name);
    return out;
}

AdapterPtr adapter(const std::string& name, base::Now now) {
    const auto found = std::ranges::find(all, name, [](const auto& each) { return each.first; });
    if (found == all.end()) throw std::runtime_error("no adapter: " + name);
    return found->second(std::move(now));
}

network::Connection Adapter::connection() const {
    const auto given = entered();
    network::Connection out{.server = given.server, .own_id = {}, .handle = {}, .secrets = given.secrets};
    const auto network = channel();
    for (auto& [name, value] : network->made_secrets(out))
        out.secrets[name] = value;
    // serve() alone knows who the token speaks for; asking changes nothing.
    auto self = network->read_self(out, const_cast<Adapter*>(this)->serve(network->ask_self(out)));
    if (!self) throw std::runtime_error("no self: " + self.error().code + " " + self.error().detail);
    out.own_id = self->own_id;
    out.handle = self->handle;
    out.facts = self->facts;
    return out;
}

int Adapter::citizen(std::string text, base::Time at) {
    world.push_back({.n = static_cast<int>(world.size()) + 1, .text = std::move(text), .at = at});
    return world.back().n;
}

int Adapter::say(std::string text, int to, const std::string& key) {
    const auto same =
        std::ranges::find_if(world, [&](const Told& told) { return !key.empty() && told.key == key; });
    if (same != world.end()) return same->n;
    world.push_back({.n = static_cast<int>(world.size()) + 1,
                     .text = std::move(text),
                     .at = now_(),
                     .is_own = true,
                     .to = to,
                     .key = key});
    return world.back().n;
}

int Adapter::count_own(std::string_view text) const {
    return static_cast<int>(std::ranges::count_if(
        world, [&](const Told& told) { return told.is_own && told.text.find(text) != std::string::npos; }));
}

const Told* Adapter::find(int n) const {
    const auto found = std::ranges::find(world, n, &Told::n);
    return found == world.end() ? nullptr : &*found;
}

int Adapter::number_of(std::string_view id) const {
    for (const auto& told : world)
        if (id_of(told.n) == id) return told.n;
    return 0;
}

std::string Adapter::joined(bool newest_first, const std::function<std::string(const Told&)>& as,
                            const std::function<bool(const Told&)>& is_in) const {
    std::vector<std::string> out;
    for (const auto& told : world)
        if (!is_in || is_in(told)) out.push_back(as(told));
    if (newest_first) std::ranges::reverse(out);
    return base::join(out, ",");
}

std::string Adapter::field(std::string_view form, std::string_view name) {
    if (const auto question = form.find('?'); question != std::string_view::npos)
        form.remove_prefix(question + 1);
    for (const auto part : base::split(form, '&')) {
        const auto equals = part.find('=');
        if (equals == std::string_view::npos || part.substr(0, equals) != name) continue;
        auto value = base::percent_decode(part.substr(equals + 1), /*plus_is_space=*/true);
        return value ? *value : std::string();
    }
    return {};
}

std::string Adapter::member(std::string_view json, std::string_view path) {
    auto body = network::read_json(json);
    return body ? network::text_in(*body, path) : std::string();
}

std::string Adapter::quoted(std::string_view text) {
    return boost::json::serialize(base::json::Value(text));
}

} // namespace tests::conformance
