#include "channels/mastodon/stream_events.h"

#include "base/text.h"
#include "channels/mastodon/api.h"
#include "channels/mastodon/receiving.h"
#include "channels/mastodon/status.h"
#include "network/json_reading.h"
#include "network/server_address.h"

namespace channels::mastodon {
namespace {

constexpr std::size_t largest = 1UL << 20;

std::string streaming_host(const network::Connection& connection) {
    const auto* found = connection.facts.if_contains("streaming");
    std::string host = found ? network::text_in(*found, "") : std::string();
    if (host.starts_with("wss://")) host = "https://" + host.substr(6);
    host = network::without_slash(std::move(host));
    return host.starts_with("https://") ? host : connection.server;
}

} // namespace

std::vector<StreamMessage> StreamReader::feed(std::string_view bytes) {
    std::vector<StreamMessage> out;
    for (const char c : bytes) {
        const bool ends_return = was_return_ && c == '\n';
        was_return_ = c == '\r';
        if (ends_return) continue;
        if (c == '\n' || c == '\r')
            take_line(out);
        else if (line_.size() + message_.data.size() < largest)
            line_ += c;
        else
            is_too_large_ = true;
    }
    return out;
}

void StreamReader::take_line(std::vector<StreamMessage>& out) {
    if (line_.empty()) {
        if (is_too_large_)
            ++dropped_;
        else if (has_data_)
            out.push_back(message_);
        message_ = {};
        has_data_ = is_too_large_ = false;
        return;
    }
    const std::string_view line = line_;
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    auto value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    if (name == "event") {
        message_.event = value;
    } else if (name == "data") {
        if (has_data_) message_.data += '\n';
        message_.data += value;
        has_data_ = true;
    }
    line_.clear();
}

network::Request ask_stream(const network::Connection& connection) {
    network::Connection at{.server = streaming_host(connection), .own_id = {}, .handle = {}};
    at.secrets = connection.secrets;
    auto request = ask(at, "streaming.notification", "/api/v1/streaming/user/notification");
    request.headers.back().value = "text/event-stream";
    return request;
}

std::optional<network::Event> event_of(const network::Connection& connection, const StreamMessage& message,
                                       bool& is_unreadable) {
    is_unreadable = false;
    if (message.event == "delete") {
        const auto id = checked_id(base::trim(message.data));
        is_unreadable = id.empty();
        return id.empty() ? std::nullopt : std::optional(gone(id, {}));
    }
    const bool is_status = message.event == "update" || message.event == "status.update";
    if (!is_status && message.event != "notification") return std::nullopt;
    auto body = network::read_json(message.data);
    if (body && !is_status) return mention_of(connection, *body, is_unreadable);
    auto event = body ? event_of(connection, *body, std::string_view()) : std::nullopt;
    is_unreadable = !event;
    return event;
}

} // namespace channels::mastodon
