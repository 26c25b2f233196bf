// SQL of deliveries. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "referral/delivery.h"

#include <optional>
#include <vector>

namespace referral::store {

/// False when there is one for that event already.
[[nodiscard]] bool insert(db::Tx& tx, const Delivery& delivery);
[[nodiscard]] std::optional<Delivery> find(db::Tx& tx, base::AgencyId agency, DeliveryId id);
/// Newest first.
[[nodiscard]] std::vector<Delivery> of_case(db::Tx& tx, base::AgencyId agency, cases::CaseId id);
[[nodiscard]] std::vector<Delivery> in_state(db::Tx& tx, base::AgencyId agency, State state, int most);
/// queued -> sending, one attempt more.
[[nodiscard]] bool begin(db::Tx& tx, base::AgencyId agency, DeliveryId id, base::Time now, base::Time until);
/// To another state, when it is still in `from`.
[[nodiscard]] bool change(db::Tx& tx, const Delivery& changed, State from);
/// That wait for a person whom nobody has told yet, the oldest first.
[[nodiscard]] std::vector<Delivery> untold(db::Tx& tx, base::AgencyId agency, int most);
void mark_told(db::Tx& tx, base::AgencyId agency, DeliveryId id, base::Time now);
/// Sending without a lease any more: unknown.
void give_up_expired(db::Tx& tx, base::AgencyId agency, base::Time now, std::string_view problem);
/// All that wait to be sent: unknown. Gives how many.
std::int64_t hold_all(db::Tx& tx, base::AgencyId agency, base::Time now, std::string_view problem);

/// Those that walk over many rows, for looking at their plans.
[[nodiscard]] std::vector<db::Statement> walking_statements();

} // namespace referral::store
