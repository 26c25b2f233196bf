#include "channels/simulated/world.h"

#include "base/encode.h"
#include "base/text.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

#include <algorithm>

namespace channels::simulated {

using network::Answer;
using network::Request;
using network::Response;

/// A request, taken apart: "sim://world/mentions?after=3".
struct World::Call {
    std::string path;
    std::map<std::string, std::string, std::less<>> query;
    base::json::Value body = nullptr;
    std::string account; ///< of the token "account:generation"
    int generation = 0;

    [[nodiscard]] std::string get(std::string_view name) const {
        auto found = query.find(name);
        return found == query.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::int64_t number(std::string_view name) const {
        auto id = base::parse_id(get(name));
        return id ? *id : 0;
    }
};

namespace {

constexpr std::string_view origin = "sim://world/";

Response json(int status, base::json::Object body) {
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}},
            .body = boost::json::serialize(body)};
}

Response problem(int status, std::string_view code) {
    return json(status, {{"error", code}});
}

Answer limited(Fault fault, base::Time now) {
    Response response = problem(429, "limited");
    if (fault == Fault::limited_seconds) response.headers.push_back({"Retry-After", "7"});
    if (fault == Fault::limited_epoch)
        response.headers.push_back(
            {"X-Reset", std::to_string(base::to_ms(now + std::chrono::seconds(11)) / 1000)});
    return {.response = std::move(response), .at = now};
}

} // namespace

base::json::Object to_json(const Post& post, std::string_view what) {
    return {{"type", what},
            {"id", std::to_string(post.id)},
            {"author", post.author},
            {"text", post.is_deleted ? "" : post.text},
            {"to", post.to == 0 ? "" : std::to_string(post.to)},
            {"root", std::to_string(post.root)},
            {"direct", post.is_direct},
            {"at", base::to_iso(post.at)}};
}

World::World(Settings settings, base::Now now)
    : settings_(settings), now_(std::move(now)), faults_(settings.seed, settings.faults_per_hundred) {}

bool World::is_shown(const Post& post) const {
    return post.visible_from <= now_();
}

void World::tell(const Post& post, std::string_view what) {
    if (post.mentions.empty()) return;
    for (int i = 0; i < (twice_.contains(post.mentions) ? 2 : 1); ++i)
        pushes_[post.mentions].push_back(boost::json::serialize(to_json(post, what)));
}

std::int64_t World::write(const std::string& author, const std::string& text, const std::string& mentions,
                          std::int64_t to, bool is_direct) {
    const std::lock_guard lock(mutex_);
    Post post{.id = next_id_++,
              .author = author,
              .text = text,
              .to = to,
              .mentions = mentions,
              .is_direct = is_direct,
              .at = now_() + settings_.clock};
    auto above = posts_.find(to);
    post.root = above == posts_.end() ? post.id : above->second.root;
    const auto most = static_cast<std::uint64_t>(settings_.most_delay.count());
    post.visible_from = now_() + std::chrono::milliseconds(static_cast<std::int64_t>(faults_.pick(most + 1)));
    if (!mentions.empty()) by_mention_[mentions].insert(post.id);
    by_root_[post.root].insert(post.id);
    by_author_[author].insert(post.id);
    tell(post, "create");
    const auto id = post.id;
    posts_.emplace(id, std::move(post));
    return id;
}

void World::edit(std::int64_t id, const std::string& text) {
    const std::lock_guard lock(mutex_);
    auto& post = posts_.at(id);
    if (post.is_deleted) return;
    post.text = text;
    ++post.edits;
    tell(post, "update");
}

void World::remove(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    auto& post = posts_.at(id);
    post.is_deleted = true;
    tell(post, "delete");
}

void World::set_down(bool is_down) {
    const std::lock_guard lock(mutex_);
    is_down_ = is_down;
}

void World::end_faults() {
    const std::lock_guard lock(mutex_);
    faults_.end();
}

void World::expire(const std::string& account) {
    const std::lock_guard lock(mutex_);
    ++generation_[account];
}

void World::revoke(const std::string& account) {
    const std::lock_guard lock(mutex_);
    revoked_.insert(account);
}

void World::answer_twice(const std::string& account, bool is_twice) {
    const std::lock_guard lock(mutex_);
    if (is_twice)
        twice_.insert(account);
    else
        twice_.erase(account);
}

void World::restore(const std::string& account) {
    const std::lock_guard lock(mutex_);
    revoked_.erase(account);
}

std::vector<Post> World::posts() const {
    const std::lock_guard lock(mutex_);
    std::vector<Post> out;
    for (const auto& [id, post] : posts_)
        out.push_back(post);
    return out;
}

std::int64_t World::exchanges() const {
    const std::lock_guard lock(mutex_);
    return exchanges_;
}

std::vector<network::Push> World::take_pushes(const std::string& account) {
    const std::lock_guard lock(mutex_);
    std::vector<network::Push> out;
    for (auto& body : pushes_[account]) {
        const auto signature = "sha256=" + base::to_hex(network::hmac_sha256(push_secret, body));
        out.push_back({.method = "POST",
                       .query = {},
                       .headers = {{"X-Signature", signature}},
                       .body = std::move(body)});
    }
    pushes_[account].clear();
    return out;
}

Answer World::exchange(const Request& request) {
    const std::lock_guard lock(mutex_);
    ++exchanges_;
    const auto now = now_();
    Call call;
    std::string_view url = request.url;
    if (!url.starts_with(origin)) return {.reached = network::Reached::no, .at = now};
    url.remove_prefix(origin.size());
    const auto mark = url.find('?');
    call.path = std::string(url.substr(0, mark));
    if (mark != std::string_view::npos)
        for (auto part : base::split(url.substr(mark + 1), '&')) {
            const auto equals = part.find('=');
            if (equals == std::string_view::npos) continue;
            if (auto value = base::percent_decode(part.substr(equals + 1), false))
                call.query[std::string(part.substr(0, equals))] = *value;
        }
    auto token = network::header_of(request.headers, "authorization");
    if (const auto colon = token.rfind(':'); colon != std::string_view::npos) {
        call.account = std::string(token.substr(0, colon));
        if (auto generation = base::parse_id(token.substr(colon + 1)))
            call.generation = static_cast<int>(*generation);
    }
    if (auto body = base::json::parse(request.body)) call.body = std::move(*body);

    const Fault fault = is_down_ ? Fault::unreachable : faults_.draw();
    switch (fault) {
    case Fault::unreachable: return {.reached = network::Reached::no, .at = now};
    case Fault::lost_before: return {.reached = network::Reached::maybe, .at = now};
    case Fault::broken_before: return {.response = problem(503, "busy"), .at = now};
    case Fault::limited_seconds:
    case Fault::limited_epoch:
    case Fault::limited_silent: return limited(fault, now);
    case Fault::expired:
        if (call.path != "refresh") ++generation_[call.account];
        break;
    default: break;
    }
    Response response = serve(call, twice_.contains(call.account) ? Fault::twice : fault);
    if (fault == Fault::lost_after) return {.reached = network::Reached::maybe, .at = now};
    if (fault == Fault::broken_after) return {.response = problem(500, "broken"), .at = now};
    if (fault == Fault::garbled) response.body.resize(response.body.size() / 2);
    return {.response = std::move(response), .at = now};
}

Response World::serve(const Call& call, Fault fault) {
    if (call.account.empty()) return problem(401, "no_token");
    if (revoked_.contains(call.account)) return problem(401, "revoked");
    if (call.path == "refresh")
        return json(200, {{"token", call.account + ":" + std::to_string(generation_[call.account])},
                          {"expires_in", 3600}});
    if (call.generation != generation_[call.account]) return problem(401, "expired");
    if (call.path == "self") return self(call);
    if (call.path == "mentions") return mentions(call, fault);
    if (call.path.starts_with("thread/")) return thread(call, fault);
    if (call.path.starts_with("count/")) return count(call);
    if (call.path == "own") return own(call);
    if (call.path == "posts") return publish(call);
    if (call.path == "media") return upload(call);
    if (call.path.starts_with("erase/")) return erase(call);
    return problem(404, "no_such_path");
}

Response World::self(const Call& call) {
    return json(200, {{"id", call.account}, {"handle", "@" + call.account}});
}

Response World::mentions(const Call& call, Fault fault) {
    std::vector<const Post*> all;
    for (const auto id : by_mention_[call.account])
        if (const auto& post = posts_.at(id); is_shown(post)) all.push_back(&post);
    if (call.get("order") == "newest") {
        std::ranges::reverse(all);
        return page_of(std::move(all), call, fault);
    }
    // After a mark, oldest first. What is shown late has a mark of its own: the moment it was shown.
    std::ranges::sort(all, {}, [](const Post* p) { return std::pair(p->visible_from, p->id); });
    base::json::Array entries;
    const auto after = call.get("after");
    std::string mark = after;
    bool has_more = false;
    for (const Post* post : all) {
        const auto place = base::to_iso(post->visible_from) + "/" +
                           std::string(20 - std::to_string(post->id).size(), '0') + std::to_string(post->id);
        if (!after.empty() && place <= after) continue;
        if (entries.size() >= settings_.page) {
            has_more = true;
            break;
        }
        entries.emplace_back(to_json(*post, post->is_deleted  ? "delete"
                                            : post->edits > 0 ? "update"
                                                              : "create"));
        mark = place;
    }
    if (fault == Fault::twice) {
        const auto once = entries;
        for (auto it = once.rbegin(); it != once.rend(); ++it)
            entries.push_back(*it);
    }
    base::json::Object out{{"entries", std::move(entries)},
                           {"mark", mark},
                           {"more", has_more},
                           {"total", static_cast<std::int64_t>(all.size())}};
    if (fault == Fault::stranger) {
        out["unheard_of"] = base::json::Array{1, nullptr, "x"};
        out["entries"].get_array().insert(out["entries"].get_array().begin(),
                                          base::json::Object{{"type", "poll"}});
    }
    return json(200, std::move(out));
}

Response World::page_of(std::vector<const Post*> newest_first, const Call& call, Fault fault) {
    if (fault == Fault::cursor_gone && !call.get("before").empty()) return problem(400, "cursor_gone");
    const auto before = call.number("before");
    base::json::Array entries;
    std::int64_t last = 0;
    bool has_more = false;
    for (const Post* post : newest_first) {
        if (before != 0 && post->id >= before) continue;
        if (entries.size() >= settings_.page) {
            has_more = true;
            break;
        }
        entries.emplace_back(to_json(*post, post->is_deleted  ? "delete"
                                            : post->edits > 0 ? "update"
                                                              : "create"));
        last = post->id;
    }
    if (fault == Fault::twice) {
        const auto once = entries;
        for (auto it = once.rbegin(); it != once.rend(); ++it)
            entries.push_back(*it);
    }
    base::json::Object out{{"entries", std::move(entries)}, {"cursor", has_more ? std::to_string(last) : ""}};
    if (fault == Fault::stranger)
        out["entries"].get_array().emplace_back(base::json::Object{{"type", "poll"}});
    return json(200, std::move(out));
}

Response World::thread(const Call& call, Fault fault) {
    auto root = base::parse_id(call.path.substr(7));
    std::vector<const Post*> all;
    if (root)
        for (const auto id : by_root_[*root])
            if (const auto& post = posts_.at(id); is_shown(post)) all.push_back(&post);
    std::ranges::reverse(all);
    return page_of(std::move(all), call, fault);
}

Response World::count(const Call& call) {
    auto root = base::parse_id(call.path.substr(6));
    std::int64_t sum = 0;
    if (root)
        for (const auto id : by_root_[*root])
            if (const auto& post = posts_.at(id); is_shown(post) && !post.is_deleted) ++sum;
    return json(200, {{"count", sum}});
}

Response World::own(const Call& call) {
    base::json::Array entries;
    const auto to = call.number("to");
    for (const auto id : by_author_[call.account])
        if (const auto& post = posts_.at(id); is_shown(post) && (to == 0 || post.to == to))
            entries.emplace_back(to_json(post, "create"));
    return json(200, {{"entries", std::move(entries)}});
}

Response World::publish(const Call& call) {
    const auto key = network::text_in(call.body, "key");
    if (settings_.knows_keys && !key.empty())
        if (auto found = by_key_.find(call.account + "|" + key); found != by_key_.end())
            return json(200, {{"id", std::to_string(found->second)}});
    Post post{.id = next_id_++,
              .author = call.account,
              .text = network::text_in(call.body, "text"),
              .to = network::number_in(call.body, "to").value_or(0),
              .is_direct = network::flag_in(call.body, "direct"),
              .at = now_() + settings_.clock,
              .key = key};
    for (const auto* picture : network::each_in(call.body, "pictures"))
        if (picture->is_string()) post.pictures.emplace_back(picture->get_string());
    auto above = posts_.find(post.to);
    if (post.to != 0 && (above == posts_.end() || above->second.is_deleted))
        return problem(404, "target_gone");
    post.root = above == posts_.end() ? post.id : above->second.root;
    const auto most = static_cast<std::uint64_t>(settings_.most_delay.count());
    post.visible_from = now_() + std::chrono::milliseconds(static_cast<std::int64_t>(faults_.pick(most + 1)));
    by_root_[post.root].insert(post.id);
    by_author_[post.author].insert(post.id);
    if (!key.empty()) by_key_[call.account + "|" + key] = post.id;
    const auto id = post.id;
    posts_.emplace(id, std::move(post));
    return json(200, {{"id", std::to_string(id)}});
}

Response World::erase(const Call& call) {
    const auto id = base::parse_id(call.path.substr(6));
    const auto found = id ? posts_.find(*id) : posts_.end();
    if (found == posts_.end() || found->second.is_deleted) return problem(404, "gone");
    if (found->second.author != call.account) return problem(403, "not_yours");
    found->second.is_deleted = true;
    return json(200, {});
}

Response World::upload(const Call& /*call*/) {
    return json(200, {{"id", "m" + std::to_string(next_id_++)}});
}

} // namespace channels::simulated
