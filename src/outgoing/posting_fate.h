// What becomes of a posting after one exchange. Pure.
#pragma once
#include "network/channel.h"

namespace outgoing {

enum class Next {
    go_on,  ///< the next step
    again,  ///< queued, at `at`
    renew,  ///< the token first, then again at `at`
    look,   ///< unknown: whether it stands is looked up at `at`
    person, ///< unknown: no network can say
    failed,
};
struct PostingFate {
    Next next = Next::go_on;
    base::Time at{};
    std::string problem = {};  ///< code, "network.limited:429"
    bool network_ails = false; ///< the account waits as a whole
};

/// An answer that took longer than a request may: whoever looks sooner may look too soon.
inline constexpr std::chrono::seconds first_look{45};
/// After this, and two looks that found nothing, it does not stand there.
inline constexpr std::chrono::seconds looks_end{150};
/// An answer that could not be read is asked for again, this long; then a person is asked.
inline constexpr std::chrono::hours told_within{2};
/// A message that could not be sent for so long is told on its page alone.
inline constexpr std::chrono::hours tried_for{72};

/// `wait`: how long to wait where the network says nothing.
[[nodiscard]] PostingFate after_step(const network::Judgement& judgement, base::Time created_at,
                                     base::Time now, base::Duration wait);
/// After looking for it: `looked` counts this look. `same_key_for` and `began_at` say whether sending it
/// again is free of harm.
[[nodiscard]] PostingFate after_look(network::Found found, int looked, base::Time began_at, base::Time now);

} // namespace outgoing
