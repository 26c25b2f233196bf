// What errors of Google's APIs mean: {"error":{"code","message","errors":[{"reason"}]}}, of its token
// endpoint
// {"error":"invalid_grant"}.
#pragma once
#include "network/channel.h"

namespace channels::youtube {

/// quotaExceeded and its like limited (until midnight Pacific time when the day is used up); authError
/// expired; commentsDisabled and its like forbidden; commentNotFound gone; invalid_grant revoked.
[[nodiscard]] network::Judgement judge_answer(const network::Answer& answer, bool publishes);

/// The next midnight at UTC-8: an hour late in summer, never early.
[[nodiscard]] base::Time quota_resets(base::Time now);

} // namespace channels::youtube
