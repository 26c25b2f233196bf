#include "channels/mastodon/api.h"

#include "base/encode.h"
#include "base/text.h"
#include "network/json_reading.h"

#include <algorithm>
#include <charconv>

namespace channels::mastodon {
namespace {

using network::Response;
using network::Verdict;

std::optional<base::Time> reset_of(const Response& response) {
    auto time = base::parse_time(base::trim(network::header_of(response.headers, "x-ratelimit-reset")));
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<std::int64_t> number_of(const Response& response, std::string_view header) {
    const auto text = base::trim(network::header_of(response.headers, header));
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

std::string words_of(const Response& response) {
    auto body = network::read_json(response.body);
    std::string words = body ? network::text_in(*body, "error") : std::string();
    for (char& c : words)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return words;
}

} // namespace

network::Request ask(const network::Connection& connection, std::string name, std::string_view path,
                     const network::Fields& query) {
    network::Request request{.name = std::move(name), .url = connection.server + std::string(path)};
    if (!query.empty()) request.url += "?" + network::query_of(query);
    request.headers.push_back({"Authorization", "Bearer " + std::string(connection.secret("token"))});
    request.headers.push_back({"Accept", "application/json"});
    return request;
}

network::Judgement judged(const network::Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (!answer.response || out.verdict == Verdict::ok) return out;
    if (const auto words = words_of(*answer.response); !words.empty()) out.code += " " + words;
    out.code = base::first(out.code, 200);
    if (out.verdict == Verdict::limited && !out.again_at) {
        out.again_at = reset_of(*answer.response);
        // The window of most limits is five minutes; a time long past or far ahead is not believed.
        if (!out.again_at || *out.again_at <= answer.at || *out.again_at > answer.at + std::chrono::hours{24})
            out.again_at = answer.at + std::chrono::minutes{5};
    }
    return out;
}

std::vector<network::Usage> used(const network::Request& request, const Response& response) {
    const auto limit = number_of(response, "x-ratelimit-limit");
    const auto remaining = number_of(response, "x-ratelimit-remaining");
    if (!limit || !remaining) return {};
    return {{.scope = request.name == "media.post" ? "media.post" : "account",
             .limit = *limit,
             .remaining = *remaining,
             .resets_at = reset_of(response)}};
}

std::string in_link(const Response& response, std::string_view rel, std::string_view name) {
    const auto header = network::header_of(response.headers, "link");
    const std::string wanted = "rel=\"" + std::string(rel) + "\"";
    for (const auto link : base::split(header, ',')) {
        const auto open = link.find('<');
        const auto close = link.find('>');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
        if (link.substr(close).find(wanted) == std::string_view::npos) continue;
        const auto address = link.substr(open + 1, close - open - 1);
        const auto question = address.find('?');
        if (question == std::string_view::npos) continue;
        for (const auto pair : base::split(address.substr(question + 1), '&')) {
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
            auto value = base::percent_decode(pair.substr(equals + 1), /*plus_is_space=*/true);
            return value ? checked_id(*value) : std::string();
        }
    }
    return {};
}

std::string host_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return base::lower_ascii(url.substr(0, url.find_first_of(":/?#")));
}

std::string domain_of(const network::Connection& connection) {
    const auto* domain = connection.facts.if_contains("domain");
    if (domain && domain->is_string() && !domain->get_string().empty())
        return std::string(domain->get_string());
    return host_of(connection.server);
}

std::string checked_id(std::string_view id) {
    constexpr std::string_view of_ids = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    const bool is_id = id.size() <= 100 && id.find_first_not_of(of_ids) == std::string_view::npos;
    return is_id ? std::string(id) : std::string();
}

} // namespace channels::mastodon
