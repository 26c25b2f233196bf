// The states of sending, each change in a unit of work of its own: `sending` is committed before a byte
// leaves, what came of it afterwards. Never fails but by a broken database.
#pragma once
#include "outgoing/sender.h"

namespace db {
class Tx;
}

namespace outgoing {

inline constexpr std::string_view job_kind = "outgoing.send";
/// Longer than any handover: who holds no lease any more sends no more.
inline constexpr std::chrono::minutes lease{5};
inline constexpr int most_attempts = 12;

/// A job that sends it once; one for each attempt.
void queue(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, base::Time run_at, base::Time now);

/// As it was queued; empty when it is not (any more) to be sent.
[[nodiscard]] std::optional<Outgoing> queued(db::Tx& tx, base::AgencyId agency, OutgoingId id);
/// Of which nobody knows whether it arrived; empty when it is known (by now).
[[nodiscard]] std::optional<Outgoing> in_doubt(db::Tx& tx, base::AgencyId agency, OutgoingId id);
/// queued -> sending; empty when somebody else was faster.
[[nodiscard]] std::optional<Outgoing> begin(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now);
/// It can never be sent: queued -> `state`.
void drop(db::Tx& tx, const Outgoing& outgoing, State state, std::string problem, base::Time now);
/// sending -> what came of it. With Fate::try_again it waits `wait`, until there were too many attempts.
void finish(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, const Handover& handover,
            base::Duration wait, base::Time now);
/// Those whose sender died: unknown. Gives how many.
std::int64_t give_up_expired(db::Tx& tx, base::AgencyId agency, base::Time now);
/// After an older database was put back: what waits may have been sent since, so a person decides. Gives how
/// many.
std::int64_t hold_all(db::Tx& tx, base::AgencyId agency, base::Time now);

/// Mails of which only a person can say whether they arrived.
[[nodiscard]] std::int64_t count_unsettled(db::Tx& tx, base::AgencyId agency);

} // namespace outgoing
