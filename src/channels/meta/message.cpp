#include "channels/meta/message.h"

#include "network/json_reading.h"

namespace channels::meta {

using network::text_in;

std::string_view unread_words(std::string_view type) noexcept {
    if (type == "audio") return "[pesan suara]";
    if (type == "video") return "[video]";
    return type == "document" || type == "file" ? "[berkas]" : "";
}

std::optional<network::Event> read_message(const network::Connection& connection,
                                           const base::json::Value& messaging) {
    const auto* message = network::find_in(messaging, "message");
    const auto sender = text_in(messaging, "sender.id");
    const auto ms = network::number_in(messaging, "timestamp").value_or(0);
    if (!message || sender.empty() || ms <= 0 || ms > 10'000'000'000'000) return std::nullopt;
    network::Event event;
    auto& item = event.item;
    item.network_id = text_in(*message, "mid");
    if (item.network_id.empty()) return std::nullopt;
    event.is_own = sender == connection.own_id || network::flag_in(*message, "is_echo");
    item.author.network_id = sender;
    item.created_at = base::time_from_ms(ms);
    item.visibility = items::Visibility::private_;
    item.root = "dm:" + (event.is_own ? text_in(messaging, "recipient.id") : sender);
    item.text = text_in(*message, "text");
    if (network::flag_in(*message, "is_deleted")) item.type = items::Change::remove;
    if (auto to = text_in(*message, "reply_to.mid"); !to.empty()) item.in_reply_to = std::move(to);
    for (const auto* each : network::each_in(*message, "attachments")) {
        auto url = text_in(*each, "payload.url");
        if (url.empty() || item.media.size() >= items::max_media) continue;
        if (item.text.empty()) item.text = unread_words(text_in(*each, "type"));
        item.media.push_back({.url = std::move(url)});
    }
    if (item.text.empty() && item.media.empty() && item.type != items::Change::remove) return std::nullopt;
    return event;
}

Private private_of(const network::Draft& draft) {
    if (!items::is_private_channel(draft.visibility) || draft.to.empty()) return Private::no;
    return draft.root.starts_with("dm:") ? Private::message : Private::comment_reply;
}

std::string recipient_of(const network::Draft& draft) {
    if (!draft.to_author.empty()) return draft.to_author;
    for (const std::string_view kind : {"dm:", "wa:"})
        if (draft.root.starts_with(kind)) return draft.root.substr(kind.size());
    return {};
}

std::string message_body(const network::Draft& draft, std::string_view text) {
    base::json::Object body{{"message", {{"text", text}}}};
    if (private_of(draft) == Private::comment_reply) {
        body["recipient"] = base::json::Object{{"comment_id", draft.to}};
    } else {
        body["recipient"] = base::json::Object{{"id", recipient_of(draft)}};
        body["messaging_type"] = "RESPONSE";
    }
    return boost::json::serialize(body);
}

} // namespace channels::meta
