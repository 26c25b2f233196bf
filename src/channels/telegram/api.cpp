#include "channels/telegram/api.h"

#include "base/text.h"
#include "network/form.h"
#include "network/json_reading.h"

#include <algorithm>

namespace channels::telegram {
namespace {

using network::Verdict;

bool holds(std::string_view text, std::string_view part) {
    return base::lower_ascii(text).find(part) != std::string::npos;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_of_token(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

struct Refusal {
    std::int64_t code = 0;
    std::string words;
    std::int64_t retry_after = 0;
};

Refusal refusal_of(const network::Response& response) {
    Refusal out{.code = response.status, .words = {}, .retry_after = 0};
    auto body = network::read_json(response.body);
    if (!body) return out;
    out.code = network::number_in(*body, "error_code").value_or(response.status);
    out.words = network::text_in(*body, "description");
    out.retry_after = network::number_in(*body, "parameters.retry_after").value_or(0);
    return out;
}

bool is_chat_gone(const std::string& words) {
    for (const auto part : {"chat not found", "peer_id_invalid", "group chat was deactivated",
                            "group chat was deleted", "user not found"})
        if (holds(words, part)) return true;
    return false;
}

Verdict verdict_of(const Refusal& refusal, bool publishes) {
    switch (refusal.code) {
    case 401:
    case 404: return Verdict::revoked; // without a bot of that token there is no such method
    case 403: return Verdict::forbidden;
    case 409: return holds(refusal.words, "webhook") ? Verdict::rejected : Verdict::unavailable;
    case 429: return Verdict::limited;
    default: break;
    }
    if (refusal.code == 400 && is_chat_gone(refusal.words)) return Verdict::gone;
    if (refusal.code >= 400 && refusal.code < 500 && refusal.code != 408) return Verdict::rejected;
    return publishes ? Verdict::unknown : Verdict::unavailable;
}

std::string code_of(const Refusal& refusal) {
    const std::string number = std::to_string(refusal.code);
    if (refusal.code == 409)
        return number + (holds(refusal.words, "webhook") ? " webhook_is_set" : " read_elsewhere");
    if (holds(refusal.words, "upgraded to a supergroup")) return number + " chat_moved";
    std::string words = without_token(refusal.words);
    std::ranges::replace_if(words, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return std::string(base::first(words.empty() ? number : number + " " + words, 200));
}

} // namespace

network::Request ask(const network::Connection& connection, std::string name, std::string_view method,
                     const base::json::Object& parameters) {
    network::Request request{.name = std::move(name),
                             .method = "POST",
                             .url = server_of(connection) + "/bot" + std::string(connection.secret("token")) +
                                    "/" + std::string(method)};
    network::set_json(request, boost::json::serialize(parameters));
    return request;
}

std::string server_of(const network::Connection& connection) {
    return connection.server.empty() ? "https://api.telegram.org" : connection.server;
}

base::Result<base::json::Value> result_of(const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return body;
    if (const auto* result = network::find_in(*body, "result"); result && network::flag_in(*body, "ok"))
        return base::json::Value(*result);
    return base::fail(base::Kind::broken, "network.unreadable", code_of(refusal_of(response)));
}

network::Judgement judged(const network::Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (!answer.response) return out;
    const auto& response = *answer.response;
    if (out.verdict == Verdict::ok) {
        auto body = network::read_json(response.body);
        if (body && network::flag_in(*body, "ok")) return out;
        // Not from the Bot API, or cut off: it may have arrived there.
        if (!body || !network::find_in(*body, "ok"))
            return {.verdict = publishes ? Verdict::unknown : Verdict::unavailable, .code = "unreadable"};
    }
    const auto refusal = refusal_of(response);
    out.verdict = verdict_of(refusal, publishes);
    out.code = code_of(refusal);
    if (out.verdict == Verdict::limited) {
        const auto seconds = std::clamp<std::int64_t>(refusal.retry_after, 0, 86'400);
        if (seconds > 0) out.again_at = answer.at + std::chrono::seconds(seconds);
        if (!out.again_at) out.again_at = answer.at + std::chrono::minutes{1};
    }
    return out;
}

std::string without_token(std::string_view text) {
    // "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        const auto secret = end + 1;
        std::size_t past = secret;
        if (end - at >= 3 && end < text.size() && text[end] == ':')
            while (past < text.size() && is_of_token(text[past]))
                ++past;
        if (past >= secret + 10) {
            out += "***";
            at = past;
        } else {
            const auto next = std::max(end, at + 1);
            out += text.substr(at, next - at);
            at = next;
        }
    }
    return out;
}

std::string checked_id(std::string_view id) {
    const auto digits = id.starts_with('-') ? id.substr(1) : id;
    const bool is_id = !digits.empty() && digits.size() <= 18 && std::ranges::all_of(digits, is_digit);
    return is_id ? std::string(id) : std::string();
}

} // namespace channels::telegram
