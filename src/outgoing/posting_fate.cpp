#include "outgoing/posting_fate.h"

#include <algorithm>

namespace outgoing {

PostingFate after_step(const network::Judgement& judgement, base::Time created_at, base::Time now,
                       base::Duration wait) {
    using network::Verdict;
    const auto coded = [&](std::string_view code) {
        return judgement.code.empty() ? std::string(code) : std::string(code) + ":" + judgement.code;
    };
    const auto later = std::max(judgement.again_at.value_or(now + wait), now + std::chrono::seconds(1));
    PostingFate out;
    switch (judgement.verdict) {
    case Verdict::ok: return {};
    case Verdict::pending: out = {.next = Next::again, .at = later, .problem = "network.pending"}; break;
    case Verdict::limited:
        out = {.next = Next::again, .at = later, .problem = coded("network.limited")};
        break;
    case Verdict::unavailable:
        out = {
            .next = Next::again, .at = later, .problem = coded("network.unavailable"), .network_ails = true};
        break;
    case Verdict::expired:
    case Verdict::revoked:
        out = {.next = Next::renew,
               .at = now + std::chrono::seconds(5),
               .problem = coded("network.token_refused")};
        break;
    case Verdict::rejected: return {.next = Next::failed, .at = now, .problem = coded("network.rejected")};
    case Verdict::forbidden: return {.next = Next::failed, .at = now, .problem = coded("network.forbidden")};
    case Verdict::gone: return {.next = Next::failed, .at = now, .problem = coded("network.gone")};
    case Verdict::unknown:
        return {.next = Next::look, .at = now + first_look, .problem = coded("network.unknown")};
    }
    if (now - created_at > tried_for)
        return {.next = Next::failed, .at = now, .problem = coded("network.gave_up")};
    return out;
}

PostingFate after_look(network::Found found, int looked, base::Time began_at, base::Time now) {
    switch (found) {
    case network::Found::yes: return {};
    case network::Found::cannot_tell:
        if (now - began_at > told_within)
            return {.next = Next::person, .at = now, .problem = "network.unknown"};
        return {.next = Next::look, .at = now + std::chrono::minutes(2), .problem = "network.unknown"};
    case network::Found::no: break;
    }
    if (looked >= 2 && now - began_at >= looks_end) return {.next = Next::again, .at = now, .problem = {}};
    return {.next = Next::look,
            .at = std::max<base::Time>(now + first_look, looked == 0 ? now : began_at + looks_end),
            .problem = "network.unknown"};
}

} // namespace outgoing
