#include "channels/bluesky/xrpc.h"

#include "base/text.h"
#include "network/json_reading.h"

#include <array>
#include <charconv>

namespace channels::bluesky {
namespace {

using network::Verdict;

struct Meaning {
    std::string_view error;
    Verdict verdict;
};
constexpr auto meanings = std::to_array<Meaning>({
    {"ExpiredToken", Verdict::expired},
    {"AuthMissing", Verdict::expired}, // no token yet: the same cure, asking for one
    {"InvalidToken", Verdict::revoked},
    {"AuthenticationRequired", Verdict::revoked},
    {"AuthFactorTokenRequired", Verdict::revoked},
    {"AccountTakedown", Verdict::revoked},
    {"AccountDeactivated", Verdict::revoked},
    {"AccountSuspended", Verdict::revoked},
    {"RateLimitExceeded", Verdict::limited},
    {"RecordNotFound", Verdict::gone},
    {"NotFound", Verdict::gone},
    {"BlockedActor", Verdict::forbidden},
    {"BlockedByActor", Verdict::forbidden},
    {"BlobTooLarge", Verdict::rejected},
});

std::optional<std::int64_t> number_of(const network::Response& response, std::string_view header) {
    const auto text = base::trim(network::header_of(response.headers, header));
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<base::Time> reset_of(const network::Response& response) {
    auto seconds = number_of(response, "ratelimit-reset");
    if (!seconds || *seconds < 1'000'000'000 || *seconds > 10'000'000'000) return std::nullopt;
    return base::Time{} + std::chrono::seconds(*seconds);
}

} // namespace

network::Request xrpc(const network::Connection& connection, std::string method,
                      const network::Fields& query) {
    network::Request request{.name = std::move(method), .url = {}};
    request.url = connection.server + "/xrpc/" + request.name;
    if (!query.empty()) request.url += "?" + network::query_of(query);
    return request;
}

network::Request xrpc_call(const network::Connection& connection, std::string method,
                           const base::json::Object& input) {
    auto request = xrpc(connection, std::move(method));
    request.method = "POST";
    network::set_json(request, boost::json::serialize(input));
    return request;
}

void bear(network::Request& request, std::string_view token) {
    request.headers.push_back({"Authorization", "Bearer " + std::string(token)});
}

std::string error_of(const network::Response& response) {
    auto body = network::read_json(response.body);
    return body ? network::text_in(*body, "error") : std::string();
}

network::Judgement judge_answer(const network::Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (!answer.response || out.verdict == Verdict::ok) return out;
    const auto& response = *answer.response;
    auto body = network::read_json(response.body);
    if (!body) return out;
    const auto error = network::text_in(*body, "error");
    if (error.empty()) return out;
    const auto message = network::text_in(*body, "message");
    out.code = std::string(base::first(message.empty() ? error : error + ": " + message, 200));
    auto known = std::ranges::find(meanings, error, &Meaning::error);
    if (known != meanings.end()) out.verdict = known->verdict;
    if (out.verdict == Verdict::limited)
        if (auto reset = reset_of(response); reset && *reset > answer.at) out.again_at = reset;
    return out;
}

std::vector<network::Usage> usage_of(const network::Request& request, const network::Response& response) {
    auto limit = number_of(response, "ratelimit-limit");
    auto remaining = number_of(response, "ratelimit-remaining");
    if (!limit || !remaining) return {};
    // Writing is counted in points of the account (create 3), everything else by method.
    const bool writes = request.name == "com.atproto.repo.createRecord";
    return {{.scope = writes ? "account" : request.name,
             .limit = *limit,
             .remaining = *remaining,
             .resets_at = reset_of(response)}};
}

} // namespace channels::bluesky
