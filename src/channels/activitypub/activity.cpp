#include "channels/activitypub/activity.h"

#include "base/encode.h"
#include "base/text.h"
#include "channels/activitypub/addresses.h"
#include "network/html_text.h"
#include "network/json_reading.h"
#include "network/rsa_key.h"

#include <algorithm>

namespace channels::activitypub {
namespace {

using base::json::Value;
using network::each_in;
using network::Event;
using network::find_in;
using network::text_in;

constexpr std::size_t longest_id = 200; ///< as items keep them

bool has(const std::vector<std::string>& all, std::string_view one) {
    return std::ranges::find(all, one) != all.end();
}

/// Some servers write the address of everybody shortened.
bool is_for_everybody(const std::vector<std::string>& addressed) {
    return has(addressed, public_address) || has(addressed, "as:Public") || has(addressed, "Public");
}

items::Visibility visibility_of(const Value& note) {
    const auto to = ids_in(note, "to");
    const auto cc = ids_in(note, "cc");
    if (is_for_everybody(to)) return items::Visibility::public_;
    if (is_for_everybody(cc)) return items::Visibility::unlisted;
    auto is_followers = [](const std::string& id) { return id.ends_with("/followers"); };
    if (std::ranges::any_of(to, is_followers) || std::ranges::any_of(cc, is_followers))
        return items::Visibility::followers;
    return items::Visibility::private_;
}

bool is_about_us(const Value& note, std::string_view own_id) {
    for (const auto* tag : each_in(note, "tag"))
        if (type_of(*tag) == "Mention" && text_in(*tag, "href") == own_id) return true;
    if (root_of_note(own_id, id_in(note, "inReplyTo"))) return true;
    return has(ids_in(note, "to"), own_id) || has(ids_in(note, "cc"), own_id);
}

/// Long ones are told apart by their hash.
std::string shortened(std::string id) {
    return id.size() <= longest_id ? std::move(id) : "sha256:" + base::to_hex(network::sha256(id));
}

std::string root_of(const Value& note, std::string_view own_id) {
    const auto answered = id_in(note, "inReplyTo");
    if (auto root = root_of_note(own_id, answered); root && !root->empty()) return shortened(*root);
    for (const auto* member : {"conversation", "context"})
        if (auto id = id_in(note, member); !id.empty()) return shortened(std::move(id));
    return shortened(answered.empty() ? text_in(note, "id") : answered);
}

std::string words_of(const Value& note) {
    auto content = text_in(note, "content");
    if (content.empty())
        if (const auto* map = find_in(note, "contentMap"); map && map->is_object())
            for (const auto& [language, value] : map->get_object())
                if (content.empty() && value.is_string()) content = std::string(value.get_string());
    auto text = network::html_to_text(content, items::max_text);
    const auto warning = network::html_to_text(text_in(note, "summary"), items::max_text);
    if (!warning.empty()) text = warning + (text.empty() ? "" : "\n\n" + text);
    return std::string(base::first(text, items::max_text));
}

std::vector<items::MediaIn> media_of(const Value& note) {
    std::vector<items::MediaIn> out;
    for (const auto* each : each_in(note, "attachment")) {
        const auto type = type_of(*each);
        const auto mime = text_in(*each, "mediaType");
        if (type != "Image" && !mime.starts_with("image/")) continue;
        auto url = text_in(*each, "url");
        for (const auto* link : each_in(*each, "url"))
            if (url.empty()) url = text_in(*link, "href");
        if (host_of(url).empty() || url.size() > 2000 || out.size() == items::max_media) continue;
        out.push_back({.sha256 = {}, .url = std::move(url)});
    }
    return out;
}

std::optional<std::string> page_of(const Value& note) {
    auto url = text_in(note, "url");
    for (const auto* link : each_in(note, "url"))
        if (url.empty()) url = text_in(*link, "href");
    if (url.empty()) url = text_in(note, "id");
    return host_of(url).empty() ? std::nullopt : std::optional(std::move(url));
}

} // namespace

base::Result<Activity> read_activity(const Value& activity, std::string_view own_id) {
    Activity out{.act = Act::nothing_here, .id = text_in(activity, "id"), .actor = id_in(activity, "actor")};
    if (out.actor.empty() || !is_same_host(out.id, out.actor))
        return base::fail(base::Kind::broken, "network.unreadable",
                          "an activity without actor, or of others");
    const auto type = type_of(activity);
    const auto object = id_in(activity, "object");
    if (type == "Create" || type == "Update") out.act = Act::note;
    if (type == "Delete") out.act = object == out.actor ? Act::actor_gone : Act::note;
    if (type == "Follow" && object == own_id) out.act = Act::follow;
    if (type == "Undo") {
        const auto* undone = find_in(activity, "object");
        if (undone && type_of(*undone) == "Follow" && id_in(*undone, "object") == own_id)
            out.act = Act::unfollow;
    }
    return out;
}

std::string journaled(const Value& activity, const Actor& actor, base::Time now) {
    return boost::json::serialize(
        base::json::Object{{"actor", {{"id", actor.id}, {"handle", actor.handle}, {"name", actor.name}}},
                           {"activity", activity},
                           {"received_at", base::to_iso(now)}});
}

base::Result<std::vector<Event>> events_of(std::string_view own_id, std::string_view text) {
    auto json = network::read_json(text);
    if (!json) return base::pass(json);
    const auto* activity = find_in(*json, "activity");
    const auto* note = activity ? find_in(*activity, "object") : nullptr;
    if (!note) return base::fail(base::Kind::broken, "network.unreadable", "no activity");
    const auto received = network::time_in(*json, "received_at").value_or(base::Time{});
    const auto type = type_of(*activity);
    const auto actor = id_in(*activity, "actor");
    Event event;
    auto& item = event.item;
    item.author.network_id = actor;
    if (auto handle = text_in(*json, "actor.handle"); !handle.empty()) item.author.handle = std::move(handle);
    if (auto name = text_in(*json, "actor.name"); !name.empty()) item.author.name = std::move(name);
    item.network_id = id_in(*activity, "object");
    if (!is_same_host(item.network_id, actor) || item.network_id == actor) return std::vector<Event>{};
    if (type == "Delete") {
        item.type = items::Change::remove;
        item.created_at = received;
        return std::vector{std::move(event)};
    }
    if (type != "Create" && type != "Update") return std::vector<Event>{};
    const auto kind = type_of(*note);
    if (kind != "Note" && kind != "Question" && kind != "Article" && kind != "Page")
        return std::vector<Event>{};
    if (id_in(*note, "attributedTo") != actor || !is_about_us(*note, own_id)) return std::vector<Event>{};
    item.type = type == "Create" ? items::Change::create : items::Change::update;
    item.text = words_of(*note);
    item.media = media_of(*note);
    item.visibility = visibility_of(*note);
    item.url = page_of(*note);
    item.root = root_of(*note, own_id);
    if (auto answered = id_in(*note, "inReplyTo"); !answered.empty() && answered.size() <= longest_id)
        item.in_reply_to = std::move(answered);
    item.created_at = std::min(network::time_in(*note, "published").value_or(received), received);
    if (item.text.empty() && item.media.empty()) return std::vector<Event>{};
    return std::vector{std::move(event)};
}

} // namespace channels::activitypub
