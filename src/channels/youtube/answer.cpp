#include "channels/youtube/answer.h"

#include "base/text.h"
#include "network/json_reading.h"

#include <array>

namespace channels::youtube {
namespace {

using network::Verdict;

struct Meaning {
    std::string_view reason;
    Verdict verdict;
};
constexpr auto meanings = std::to_array<Meaning>({
    {"quotaExceeded", Verdict::limited},
    {"dailyLimitExceeded", Verdict::limited},
    {"rateLimitExceeded", Verdict::limited},
    {"userRateLimitExceeded", Verdict::limited},
    {"authError", Verdict::expired},
    {"invalidCredentials", Verdict::expired},
    {"youtubeSignupRequired", Verdict::revoked},
    {"accountSuspended", Verdict::revoked},
    {"commentsDisabled", Verdict::forbidden},
    {"ineligibleAccount", Verdict::forbidden},
    {"insufficientPermissions", Verdict::forbidden},
    {"forbidden", Verdict::forbidden},
    {"commentNotFound", Verdict::gone},
    {"parentCommentNotFound", Verdict::gone},
    {"videoNotFound", Verdict::gone},
    {"parentCommentIsPrivate", Verdict::gone},
    {"commentTextTooLong", Verdict::rejected},
    {"invalid_grant", Verdict::revoked},
    {"invalid_client", Verdict::revoked},
});

std::string reason_of(const base::json::Value& body) {
    for (const auto* each : network::each_in(body, "error.errors"))
        if (auto reason = network::text_in(*each, "reason"); !reason.empty()) return reason;
    return network::text_in(body, "error");
}

} // namespace

base::Time quota_resets(base::Time now) {
    constexpr std::chrono::hours behind{8};
    return base::Time{std::chrono::floor<std::chrono::days>(now - behind) + std::chrono::days{1}} + behind;
}

network::Judgement judge_answer(const network::Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (!answer.response || out.verdict == Verdict::ok) return out;
    if (answer.response->status == 401) out.verdict = Verdict::expired;
    auto body = network::read_json(answer.response->body);
    const auto reason = body ? reason_of(*body) : std::string();
    if (reason.empty()) return out;
    const auto known = std::ranges::find(meanings, reason, &Meaning::reason);
    if (known != meanings.end()) out.verdict = known->verdict;
    out.code = std::string(base::first(reason + " " + network::text_in(*body, "error.message"), 200));
    if (reason == "quotaExceeded" || reason == "dailyLimitExceeded") out.again_at = quota_resets(answer.at);
    return out;
}

} // namespace channels::youtube
