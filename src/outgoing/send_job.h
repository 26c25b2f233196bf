// What the jobs that send mails have in common: which mail, and how long they wait between attempts.
#pragma once
#include "base/json.h"
#include "outgoing/outgoing.h"

namespace outgoing {

struct SendJob {
    OutgoingId id;
};
BOOST_DESCRIBE_STRUCT(SendJob, (), (id))

inline constexpr base::Duration first_wait = std::chrono::minutes(1);
inline constexpr base::Duration longest_wait = std::chrono::hours(6);

} // namespace outgoing
