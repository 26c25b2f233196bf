#include "network/channel.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace network {
namespace {

std::optional<base::Time> retry_after(const Response& response, base::Time now) {
    const auto text = base::trim(header_of(response.headers, "retry-after"));
    std::int64_t seconds = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
    return now + std::chrono::seconds(std::min<std::int64_t>(seconds, 86'400));
}

Verdict verdict_of(int status, bool publishes) {
    if (status >= 200 && status < 300) return Verdict::ok;
    switch (status) {
    case 401: return Verdict::revoked;
    case 403: return Verdict::forbidden;
    case 404:
    case 410: return Verdict::gone;
    case 429: return Verdict::limited;
    case 425:
    case 503: return Verdict::unavailable;
    case 408: return publishes ? Verdict::unknown : Verdict::unavailable;
    default: break;
    }
    if (status >= 400 && status < 500) return Verdict::rejected;
    // A gateway that gave up, a server that broke: the post may stand all the same. So may it after a
    // redirect, which is never followed.
    return publishes ? Verdict::unknown : Verdict::unavailable;
}

} // namespace

std::string_view header_of(const std::vector<Header>& headers, std::string_view name) {
    const auto wanted = base::lower_ascii(name);
    auto found =
        std::ranges::find_if(headers, [&](const Header& h) { return base::lower_ascii(h.name) == wanted; });
    return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

Request Channel::ask_media(const Connection& /*connection*/, const std::string& url) const {
    return {.name = "media.get", .url = url, .largest = 20UL << 20};
}

std::vector<std::string> published(const Progress& progress) {
    std::vector<std::string> out;
    if (const auto* ids = progress.if_contains("ids"); ids && ids->is_array())
        for (const auto& id : ids->get_array())
            if (id.is_string()) out.emplace_back(id.get_string());
    return out;
}

void add_published(Progress& progress, const std::string& id, const std::string& url) {
    auto& ids = progress["ids"];
    if (!ids.is_array()) ids = base::json::Array{};
    ids.get_array().emplace_back(id);
    if (!url.empty() && !progress.contains("url")) progress["url"] = url;
}

Judgement judge_status(const Answer& answer, bool publishes) {
    if (!answer.response) {
        const bool is_certain = answer.reached == Reached::no || !publishes;
        return {.verdict = is_certain ? Verdict::unavailable : Verdict::unknown, .code = "no_answer"};
    }
    const auto& response = *answer.response;
    Judgement out{.verdict = verdict_of(response.status, publishes), .code = {}, .again_at = {}};
    if (out.verdict == Verdict::ok) return out;
    out.code = std::to_string(response.status);
    if (out.verdict == Verdict::limited || out.verdict == Verdict::unavailable)
        out.again_at = retry_after(response, answer.at);
    return out;
}

} // namespace network
