// Connecting accounts, opening them, keeping their tokens alive. Refusals: unsupported `network.unknown`,
// not_found `network.not_connected`, and of the network's own answer `network.unreachable`,
// `network.token_refused`, `network.rights_missing` (the rights in `field`), `network.other_account`,
// `network.connected_already`, `network.unreadable`.
#pragma once
#include "agency/directory.h"
#include "network/budget.h"
#include "network/connected.h"
#include "network/services.h"
#include "staff/principal.h"

#include <vector>

namespace db {
class Tx;
}

namespace network {

struct NewConnection {
    std::string server;
    std::map<std::string, std::string, std::less<>> secrets; ///< an empty one keeps what was there
    std::string push_to = {}; ///< where the network can reach this server; empty: it cannot, and is asked
    std::optional<base::Time> expires_at = {}; ///< of a token that was made just now
};

/// Asks the network whom the secrets speak for and with which rights, and keeps them sealed. Connecting again
/// keeps marks and holes: everything since is looked for. Without `by` it was done on the machine itself.
/// Writes `account.connected`.
[[nodiscard]] base::Result<Connected> connect(const Services& services, base::AgencyId agency,
                                              const agency::Account& account, const NewConnection& wanted,
                                              staff::StaffId by);
/// Forgets the secrets; what was received stays. Writes `account.disconnected`.
[[nodiscard]] base::Result<void> disconnect(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                            agency::AccountId account, staff::StaffId by, base::Time now);
/// Nothing is asked and nothing sent until it is switched on again. Writes `account.paused`,
/// `account.resumed`.
[[nodiscard]] base::Result<void> set_paused(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                            agency::AccountId account, bool paused, staff::StaffId by,
                                            base::Time now);

[[nodiscard]] std::optional<Connected> connection_of(db::Tx& tx, base::AgencyId agency,
                                                     agency::AccountId account);
[[nodiscard]] std::vector<Connected> connections(db::Tx& tx, base::AgencyId agency);

/// With its secrets, for one exchange.
[[nodiscard]] base::Result<Connection> opened(const people::Vault& vault, base::AgencyId agency,
                                              const Connected& row);

/// A new token for one that runs out or was refused, or a look whether it lives, where tokens of the network
/// do not run out; one node at a time. Refused again, a person must act: the account is `broken`, and is
/// tried once more every quarter of an hour, because networks err, too. Writes `account.broken`,
/// `account.mended`.
void refresh(const Services& services, base::AgencyId agency, agency::AccountId account);
/// Those whose time has come.
void refresh_due(const Services& services, base::AgencyId agency);

/// Sending fails for the account as a whole: it waits, longer each time; receiving goes on. One that went out
/// ends that.
void note_sending(db::Tx& tx, base::AgencyId agency, agency::AccountId account, bool went_out,
                  base::Time now);

/// What an answer said about how much the network still takes.
void note_usage(const Services& services, base::AgencyId agency, agency::AccountId account,
                const Channel& channel, const Request& request, const Answer& answer,
                const Judgement& judgement);
/// Empty: at once.
[[nodiscard]] std::optional<base::Time> must_wait(db::Tx& tx, base::AgencyId agency,
                                                  agency::AccountId account, const std::string& request,
                                                  Purpose purpose, base::Time now);

} // namespace network
