// Reading what people are shown of connections, and what they can do about it besides connecting. Refusals:
// not_found `network.not_connected`, conflict `case.changed_meanwhile`.
#pragma once
#include "agency/directory.h"
#include "network/connection_view.h"
#include "staff/principal.h"

namespace db {
class Tx;
}

namespace network {

/// Empty for an account that never was connected.
[[nodiscard]] std::optional<ConnectionView> view_connection(db::Tx& tx, base::AgencyId agency,
                                                            agency::AccountId account, base::Time now);
[[nodiscard]] ConnectionsView view_connections(db::Tx& tx, base::AgencyId agency);
/// Without what belongs to one of them: for lists of accounts.
[[nodiscard]] std::vector<ConnectionLine> connection_lines(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::vector<BrokenAccount> broken_accounts(db::Tx& tx, base::AgencyId agency);

/// Every account that is switched on is paused; gives how many. Writes `account.paused` of each and
/// `agency.networks_paused`.
[[nodiscard]] base::Result<int> pause_all(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                          staff::StaffId by, base::Time now);
/// Those that pause_all() paused; one that was off before stays off. Writes `account.resumed` of each and
/// `agency.networks_resumed`.
[[nodiscard]] base::Result<int> resume_all(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                           staff::StaffId by, base::Time now);

/// Pushes that could not be read are read once more.
void read_stuck_again(db::Tx& tx, base::AgencyId agency, agency::AccountId account);

} // namespace network
