#include "channels/meta/graph.h"

#include "base/text.h"
#include "network/json_reading.h"

#include <array>

namespace channels::meta {
namespace {

using network::number_in;
using network::Verdict;

struct Meaning {
    std::int64_t from;
    std::int64_t to;
    Verdict verdict;
};
constexpr auto meanings = std::to_array<Meaning>({
    {1, 2, Verdict::unknown},
    {3, 3, Verdict::forbidden},
    {4, 4, Verdict::limited},
    {10, 10, Verdict::forbidden},
    {17, 17, Verdict::limited},
    {32, 32, Verdict::limited},
    {102, 102, Verdict::revoked},
    {190, 190, Verdict::revoked},
    {200, 299, Verdict::forbidden},
    {341, 341, Verdict::limited},
    {368, 368, Verdict::limited},
    {506, 506, Verdict::rejected}, // the same words twice
    {551, 551, Verdict::gone},     // the person cannot be reached
    {613, 613, Verdict::limited},
    {80'000, 80'014, Verdict::limited},
    // WhatsApp
    {130'429, 130'429, Verdict::limited},
    {130'497, 130'497, Verdict::forbidden},
    {131'000, 131'000, Verdict::unknown},
    {131'016, 131'016, Verdict::unknown},
    {131'026, 131'026, Verdict::gone},
    {131'031, 131'031, Verdict::revoked},
    {131'047, 131'047, Verdict::rejected}, // 24 hours after the citizen's last words: only templates
    {131'048, 131'048, Verdict::limited},
    {131'056, 131'056, Verdict::limited},
});

/// Session expired on its own; every other subcode of 190 needs a person.
constexpr std::int64_t expired_subcode = 463;
/// Of 100: "Object with ID does not exist".
constexpr std::int64_t missing_subcode = 33;

Verdict verdict_of(std::int64_t code, std::int64_t subcode, bool publishes, Verdict usual) {
    if (code == 190 && subcode == expired_subcode) return Verdict::expired;
    if (code == 100) return subcode == missing_subcode ? Verdict::gone : Verdict::rejected;
    auto known =
        std::ranges::find_if(meanings, [&](const Meaning& m) { return m.from <= code && code <= m.to; });
    if (known == meanings.end()) return usual;
    if (known->verdict == Verdict::unknown && !publishes) return Verdict::unavailable;
    return known->verdict;
}

/// {"call_count":28,"total_time":25,"total_cputime":25}: the highest counts.
std::int64_t used_of(const base::json::Value& usage) {
    std::int64_t most = 0;
    for (const auto* name : {"call_count", "total_time", "total_cputime"})
        most = std::max(most, number_in(usage, name).value_or(0));
    return std::clamp<std::int64_t>(most, 0, 100);
}

/// {"<id>":[{"type","call_count",...,"estimated_time_to_regain_access": minutes}]}
struct Business {
    std::int64_t used = 0;
    std::int64_t minutes = 0;
};
std::optional<Business> business_of(const network::Response& response) {
    auto read = network::read_json(network::header_of(response.headers, "x-business-use-case-usage"));
    if (!read || !read->is_object()) return std::nullopt;
    Business out;
    for (const auto& member : read->get_object())
        for (const auto* each : network::each_in(member.value(), "")) {
            out.used = std::max(out.used, used_of(*each));
            out.minutes =
                std::max(out.minutes, number_in(*each, "estimated_time_to_regain_access").value_or(0));
        }
    out.minutes = std::min<std::int64_t>(out.minutes, 24 * 60);
    return out;
}

} // namespace

network::Request ask(const network::Connection& connection, std::string_view server, std::string name,
                     std::string_view path, const network::Fields& query, std::string_view version) {
    network::Request request{.name = std::move(name), .url = {}};
    request.url = connection.server.empty() ? std::string(server) : connection.server;
    request.url += "/" + std::string(version) + std::string(path);
    if (!query.empty()) request.url += "?" + network::query_of(query);
    request.headers.push_back({"Authorization", "Bearer " + std::string(connection.secret("token"))});
    return request;
}

network::Judgement judge_answer(const network::Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (!answer.response || out.verdict == Verdict::ok) return out;
    const auto& response = *answer.response;
    auto body = network::read_json(response.body);
    auto code = body ? number_in(*body, "error.code") : std::nullopt;
    if (!code) return out;
    const auto subcode = number_in(*body, "error.error_subcode").value_or(0);
    out.verdict = verdict_of(*code, subcode, publishes, out.verdict);
    out.code = std::to_string(*code) + (subcode != 0 ? "/" + std::to_string(subcode) : "") + " " +
               network::text_in(*body, "error.message");
    out.code = std::string(base::first(out.code, 200));
    if (out.verdict != Verdict::limited) return out;
    if (*code == 368) out.again_at = answer.at + std::chrono::days{1};
    if (auto business = business_of(response); business && business->minutes > 0)
        out.again_at = answer.at + std::chrono::minutes{business->minutes};
    return out;
}

std::vector<network::Usage> usage_of(const network::Response& response, base::Time now) {
    std::vector<network::Usage> out;
    for (const auto& [header, scope] :
         {std::pair{"x-app-usage", "app"}, std::pair{"x-page-usage", "account"}})
        if (auto read = network::read_json(network::header_of(response.headers, header));
            read && read->is_object())
            out.push_back({.scope = scope, .limit = 100, .remaining = 100 - used_of(*read)});
    if (auto business = business_of(response)) {
        network::Usage usage{.scope = "account", .limit = 100, .remaining = 100 - business->used};
        if (business->minutes > 0) usage.resets_at = now + std::chrono::minutes{business->minutes};
        out.push_back(std::move(usage));
    }
    return out;
}

} // namespace channels::meta
