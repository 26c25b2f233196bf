// All SQL of streams: who holds the open connection of an account. Throws db::Error when the engine fails.
#pragma once
#include "agency/account.h"
#include "db/tx.h"

namespace network::store {

/// False when somebody else holds it.
[[nodiscard]] bool take_stream(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                               const std::string& holder, base::Time now, base::Time until);
/// False when it is held by somebody else by now. Without `opened_at` it is not open at the moment.
[[nodiscard]] bool renew_stream(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                                const std::string& holder, base::Time until,
                                std::optional<base::Time> opened_at);
void drop_stream(db::Tx& tx, base::AgencyId agency, agency::AccountId account, const std::string& holder);
/// Since when it is open; empty when it is not.
[[nodiscard]] std::optional<base::Time> stream_opened(db::Tx& tx, base::AgencyId agency,
                                                      agency::AccountId account, base::Time now);
/// Sources that are planned within `soon` are due at once; gives how many. Those that somebody looks through
/// at this moment, or that fail, are planned later and stay.
[[nodiscard]] std::int64_t look_now(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                                    base::Time now, base::Time soon);

} // namespace network::store
