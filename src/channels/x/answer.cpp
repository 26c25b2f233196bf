#include "channels/x/answer.h"

#include "base/text.h"
#include "network/json_reading.h"

#include <charconv>

namespace channels::x {
namespace {

using network::Verdict;

std::optional<std::int64_t> number_of(const network::Response& response, std::string_view header) {
    const auto text = base::trim(network::header_of(response.headers, header));
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<base::Time> time_of(const network::Response& response, std::string_view header) {
    auto seconds = number_of(response, header);
    if (!seconds || *seconds < 1'000'000'000 || *seconds > 10'000'000'000) return std::nullopt;
    return base::Time{} + std::chrono::seconds(*seconds);
}

struct Words {
    std::string type;
    std::string detail;
};

Words words_of(const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return {};
    Words out{network::text_in(*body, "type"), network::text_in(*body, "detail")};
    if (out.detail.empty()) out.detail = network::text_in(*body, "title");
    for (const auto* each : network::each_in(*body, "errors")) {
        if (!out.detail.empty() && out.detail != "Forbidden") break;
        if (auto detail = network::text_in(*each, "detail"); !detail.empty())
            out.detail = std::move(detail);
        else if (auto message = network::text_in(*each, "message"); !message.empty())
            out.detail = std::move(message);
    }
    // The token endpoint follows RFC 6749.
    if (auto error = network::text_in(*body, "error"); !error.empty())
        out = {"oauth:" + error, error + ": " + network::text_in(*body, "error_description")};
    return out;
}

bool has(std::string_view text, std::string_view part) {
    return base::lower_ascii(text).find(part) != std::string::npos;
}

Verdict verdict_of(const network::Response& response, const Words& words, Verdict usual) {
    if (words.type.starts_with("oauth:")) return response.status < 500 ? Verdict::revoked : usual;
    if (has(words.type, "usage-capped")) return Verdict::limited;
    if (has(words.type, "resource-not-found")) return Verdict::gone;
    if (response.status == 401) return Verdict::expired;
    if (response.status != 400 && response.status != 403) return usual;
    if (has(words.detail, "deleted or not visible")) return Verdict::gone;
    if (has(words.detail, "duplicate content")) return Verdict::rejected;
    return usual;
}

} // namespace

network::Request ask(const network::Connection& connection, std::string name, std::string_view path,
                     const network::Fields& query) {
    network::Request request{.name = std::move(name), .url = {}};
    request.url = (connection.server.empty() ? "https://api.x.com" : connection.server) + std::string(path);
    if (!query.empty()) request.url += "?" + network::query_of(query);
    request.headers.push_back({"Authorization", "Bearer " + std::string(connection.secret("token"))});
    return request;
}

network::Judgement judge_answer(const network::Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (!answer.response || out.verdict == Verdict::ok) return out;
    const auto& response = *answer.response;
    const auto words = words_of(response);
    out.verdict = verdict_of(response, words, out.verdict);
    if (!words.detail.empty()) out.code += " " + words.detail;
    out.code = std::string(base::first(out.code, 200));
    if (out.verdict != Verdict::limited) return out;
    auto reset = time_of(response, "x-rate-limit-reset");
    if (number_of(response, "x-user-limit-24hour-remaining") == 0)
        reset = time_of(response, "x-user-limit-24hour-reset");
    if (reset && *reset > answer.at) out.again_at = reset;
    return out;
}

std::vector<network::Usage> usage_of(const network::Request& request, const network::Response& response) {
    std::vector<network::Usage> out;
    auto add = [&](std::string scope, const std::string& prefix) {
        auto limit = number_of(response, prefix + "-limit");
        auto remaining = number_of(response, prefix + "-remaining");
        if (limit && remaining)
            out.push_back({.scope = std::move(scope),
                           .limit = *limit,
                           .remaining = *remaining,
                           .resets_at = time_of(response, prefix + "-reset")});
    };
    add(request.name, "x-rate-limit");
    add("account", "x-user-limit-24hour");
    add("app", "x-app-limit-24hour");
    return out;
}

} // namespace channels::x
