#include "channels/meta/whatsapp_message.h"

#include "base/text.h"
#include "channels/meta/message.h"
#include "network/json_reading.h"

#include <array>
#include <set>

namespace channels::meta {
namespace {

using base::json::Value;
using network::find_in;
using network::text_in;

std::string name_of(const Value& value, std::string_view number) {
    for (const auto* contact : network::each_in(value, "contacts"))
        if (text_in(*contact, "wa_id") == number) return text_in(*contact, "profile.name");
    return {};
}

/// What was said, by the type of the message; pictures and papers with their caption.
void set_words(items::ItemIn& item, const Value& message) {
    const auto type = text_in(message, "type");
    for (const auto* path : {"text.body", "button.text", "interactive.button_reply.title",
                             "interactive.list_reply.title", "interactive.nfm_reply.body"})
        if (item.text.empty()) item.text = text_in(message, path);
    if (item.text.empty()) item.text = text_in(message, type + ".caption");
    if (item.text.empty()) item.text = unread_words(type);
    for (const std::string_view kind : {"image", "document", "audio", "video"})
        if (auto id = text_in(message, std::string(kind) + ".id"); type == kind && !id.empty())
            item.media.push_back({.url = "whatsapp:" + id});
    if (type != "location") return;
    const auto* lat = find_in(message, "location.latitude");
    const auto* lon = find_in(message, "location.longitude");
    if (lat && lon && lat->is_number() && lon->is_number())
        item.place = items::PlaceIn{lat->to_number<double>(), lon->to_number<double>()};
    for (const auto* path : {"location.name", "location.address"})
        if (auto words = text_in(message, path); !words.empty())
            item.text += (item.text.empty() ? "" : ", ") + words;
    if (item.text.empty() && item.place) item.text = "Lokasi"; // an item is nothing without words
}

std::optional<network::Event> read_message(const Value& value, const Value& message) {
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(message, "id");
    item.author.network_id = text_in(message, "from");
    const auto at = network::time_in(message, "timestamp");
    if (item.network_id.empty() || item.author.network_id.empty() || !at) return std::nullopt;
    item.created_at = *at;
    item.visibility = items::Visibility::private_;
    item.root = "wa:" + item.author.network_id;
    if (auto name = name_of(value, item.author.network_id); !name.empty()) item.author.name = std::move(name);
    if (auto to = text_in(message, "context.id"); !to.empty()) item.in_reply_to = std::move(to);
    set_words(item, message);
    // Reactions, receipts and what the network itself calls unsupported are nobody's words.
    if (item.text.empty() && item.media.empty()) return std::nullopt;
    return event;
}

std::optional<network::Event> read_status(const network::Connection& connection, const Value& status) {
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(status, "id");
    const auto to = text_in(status, "recipient_id");
    const auto at = network::time_in(status, "timestamp");
    const int rank = rank_of_status(text_in(status, "status"));
    if (item.network_id.empty() || to.empty() || !at || rank < 1 || rank > 3) return std::nullopt;
    item.author.network_id = connection.own_id;
    item.created_at = *at;
    item.visibility = items::Visibility::private_;
    item.root = "wa:" + to;
    event.is_own = true;
    return event;
}

/// {"id","status":"failed","biz_opaque_callback_data": our key,"errors":[{"code":131047}]}
std::optional<network::Event> read_failure(const Value& status) {
    auto key = text_in(status, "biz_opaque_callback_data");
    if (text_in(status, "status") != "failed" || key.empty()) return std::nullopt;
    network::Undelivered what{.key = std::move(key), .id = text_in(status, "id"), .code = {}};
    for (const auto* error : network::each_in(status, "errors"))
        if (const auto code = network::number_in(*error, "code"); code && what.code.empty())
            what.code = std::to_string(*code);
    network::Event event;
    event.undelivered = std::move(what);
    return event;
}

base::json::Object body_of(const network::Draft& draft) {
    base::json::Object body{{"messaging_product", "whatsapp"},
                            {"recipient_type", "individual"},
                            {"to", recipient_of(draft)},
                            {"biz_opaque_callback_data", draft.key}};
    if (!draft.to.empty()) body["context"] = base::json::Object{{"message_id", draft.to}};
    return body;
}

/// A parameter may hold no line breaks, tabs, or more than four spaces in a row.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const char plain = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
        if (plain != ' ' || (!out.empty() && out.back() != ' ')) out += plain;
    }
    return out;
}

} // namespace

int rank_of_status(std::string_view status) {
    constexpr auto order = std::to_array<std::string_view>({"sent", "delivered", "read", "failed"});
    const auto found = std::ranges::find(order, status);
    return found == order.end() ? 0 : static_cast<int>(found - order.begin()) + 1;
}

std::vector<network::Event> read_whatsapp_change(const network::Connection& connection,
                                                 const Change& change) {
    std::vector<network::Event> out;
    const Value& value = *change.value;
    if (change.field != "messages" || text_in(value, "metadata.phone_number_id") != connection.own_id)
        return out;
    for (const auto* message : network::each_in(value, "messages"))
        if (auto event = read_message(value, *message)) out.push_back(std::move(*event));
    std::set<std::string> seen;
    for (const auto* status : network::each_in(value, "statuses")) {
        if (auto failure = read_failure(*status)) out.push_back(std::move(*failure));
        if (auto event = read_status(connection, *status);
            event && seen.insert(event->item.network_id).second)
            out.push_back(std::move(*event));
    }
    return out;
}

std::string whatsapp_text(const network::Draft& draft, std::string_view text) {
    auto body = body_of(draft);
    const auto* given = draft.to_facts.if_contains("template");
    if (!given || !given->is_object()) {
        body["type"] = "text";
        body["text"] = base::json::Object{{"body", text}, {"preview_url", false}};
        return boost::json::serialize(body);
    }
    auto language = text_in(*given, "language");
    if (language.empty()) language = draft.language;
    const base::json::Object parameter{{"type", "text"}, {"text", one_line(text)}};
    const base::json::Object component{{"type", "body"}, {"parameters", base::json::Array{parameter}}};
    body.erase("context");
    body["type"] = "template";
    body["template"] = base::json::Object{{"name", text_in(*given, "name")},
                                          {"language", {{"code", language}}},
                                          {"components", base::json::Array{component}}};
    return boost::json::serialize(body);
}

std::string whatsapp_picture(const network::Draft& draft, std::string_view media, std::string_view caption) {
    auto body = body_of(draft);
    body["type"] = "image";
    base::json::Object image{{"id", media}};
    if (!caption.empty()) image["caption"] = caption;
    body["image"] = std::move(image);
    return boost::json::serialize(body);
}

} // namespace channels::meta
