#include "channels/telegram/updates.h"

#include "base/encode.h"
#include "base/text.h"
#include "channels/telegram/api.h"
#include "channels/telegram/message.h"
#include "network/json_reading.h"
#include "network/push_proof.h"
#include "network/webhook.h"

#include <algorithm>

namespace channels::telegram {
namespace {

using base::json::Value;

constexpr std::int64_t page_size = 100;
constexpr std::int64_t largest_id = 1L << 52;

std::optional<network::Event> event_of_update(const network::Connection& connection, const Value& update,
                                              bool& is_unreadable) {
    is_unreadable = false;
    if (const auto* message = network::find_in(update, "message"))
        return event_of(connection, *message, items::Change::create, is_unreadable);
    if (const auto* message = network::find_in(update, "edited_message"))
        return event_of(connection, *message, items::Change::update, is_unreadable);
    if (const auto* query = network::find_in(update, "callback_query"))
        return press_of(connection, *query, is_unreadable);
    return std::nullopt;
}

} // namespace

network::Request ask_updates(const network::Connection& connection, const network::Walk& walk) {
    base::json::Object parameters{
        {"limit", page_size},
        {"timeout", 0},
        {"allowed_updates", base::json::Array{"message", "edited_message", "callback_query"}}};
    if (const auto mark = network::number_in(Value(walk.mark), "")) parameters["offset"] = *mark + 1;
    return ask(connection, "getUpdates", "getUpdates", parameters);
}

base::Result<network::Page> read_updates(const network::Connection& connection,
                                         const network::Response& response) {
    auto result = result_of(response);
    if (!result) return base::pass(result);
    if (!result->is_array()) return base::fail(base::Kind::broken, "network.unreadable", "not a list");
    network::Page page;
    std::int64_t newest = -1;
    for (const auto& update : result->get_array()) {
        auto id = network::number_in(update, "update_id");
        if (id && (*id < 0 || *id > largest_id)) id.reset();
        bool is_unreadable = !id;
        if (id) {
            newest = std::max(newest, *id);
            if (auto event = event_of_update(connection, update, is_unreadable))
                page.events.push_back(std::move(*event));
        }
        if (is_unreadable) ++page.unreadable;
    }
    if (newest >= 0) page.mark = std::to_string(newest);
    page.has_reached = newest < 0 || result->get_array().size() < static_cast<std::size_t>(page_size);
    return page;
}

base::Result<network::Page> read_webhook(const network::Connection& connection,
                                         const network::Response& response) {
    auto result = result_of(response);
    if (!result) return base::pass(result);
    const auto* address = connection.facts.if_contains(network::webhook_fact);
    const auto waiting = network::number_in(*result, "pending_update_count").value_or(0);
    const bool is_ours =
        address && address->is_string() && network::text_in(*result, "url") == address->get_string();
    if (!is_ours || (waiting > 0 && !network::text_in(*result, "last_error_message").empty()))
        return base::fail(base::Kind::unavailable, std::string(network::webhook_gone),
                          without_token(network::text_in(*result, "last_error_message")));
    return network::Page{};
}

network::PushAnswer answer_push(const network::Connection& connection, const network::Push& push) {
    const auto given = network::header_of(push.headers, "x-telegram-bot-api-secret-token");
    if (!network::is_same_secret(given, connection.secret("webhook_secret"))) return {.status = 403};
    if (push.method != "POST") return {.status = 405};
    return {.status = 200, .is_kept = true};
}

base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                    std::string_view body) {
    auto update = network::read_json(body);
    if (!update) return base::pass(update);
    bool is_unreadable = false;
    auto event = event_of_update(connection, *update, is_unreadable);
    if (is_unreadable || !update->is_object())
        return base::fail(base::Kind::broken, "network.unreadable", "no update");
    std::vector<network::Event> out;
    if (event) out.push_back(std::move(*event));
    return out;
}

std::optional<network::Request> ask_file(const network::Connection& connection, std::string_view url) {
    if (!url.starts_with(file_scheme)) return std::nullopt;
    return ask(connection, "getFile", "getFile", {{"file_id", std::string(url.substr(file_scheme.size()))}});
}

std::optional<network::Request> read_file(const network::Connection& connection,
                                          const network::Response& response) {
    auto result = result_of(response);
    if (!result) return std::nullopt;
    std::string path;
    for (const auto part : base::split(network::text_in(*result, "file_path"), '/')) {
        if (part.empty() || part == "." || part == "..") return std::nullopt;
        path += "/" + base::percent_encode(part);
    }
    if (path.empty() || path.size() > 1000) return std::nullopt;
    return network::Request{.name = "file.get",
                            .url = server_of(connection) + "/file/bot" +
                                   std::string(connection.secret("token")) + path,
                            .longest = std::chrono::seconds{120},
                            .largest = 20UL << 20};
}

} // namespace channels::telegram
