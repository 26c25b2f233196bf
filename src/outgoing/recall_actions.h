// Taking back a post of an account's own: at once while it waits, otherwise as soon as it is known to stand,
// where the network lets us.
#pragma once
#include "outgoing/posting.h"

namespace db {
class Tx;
}

namespace outgoing {

inline constexpr std::string_view recall_job_kind = "outgoing.recall";
/// How often it is looked whether a post that is being sent, or is in doubt, stands by now.
inline constexpr std::chrono::seconds recall_again{20};

/// Nothing happens to what failed, was cancelled or was taken back already; asked again after a refusal, it
/// is tried again.
void recall(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, OutgoingId id, base::Time now);
/// queued -> cancelled, before a network saw anything of it. False when it is too late.
[[nodiscard]] bool withdraw(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now);

void queue_recall(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, OutgoingId id, base::Time run_at,
                  base::Time now);
/// sent -> recalled; false when it is not sent (any more).
[[nodiscard]] bool finish_recalled(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now);
/// It stays there: `problem` says why.
void refuse_recall(db::Tx& tx, base::AgencyId agency, OutgoingId id, const std::string& problem,
                   base::Time now);

} // namespace outgoing
