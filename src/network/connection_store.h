// All SQL of connections and budgets. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "network/connected.h"

#include <vector>

namespace network::store {

using agency::AccountId;
using base::AgencyId;

[[nodiscard]] std::optional<Connected> find_connection(db::Tx& tx, AgencyId agency, AccountId account);
[[nodiscard]] std::vector<Connected> connections(db::Tx& tx, AgencyId agency);
/// Replaces what was there.
void put_connection(db::Tx& tx, AgencyId agency, const Connected& row);
/// False when somebody else changed it since `row.version` was read; writes version + 1.
[[nodiscard]] bool update_connection(db::Tx& tx, AgencyId agency, const Connected& row);
void set_facts(db::Tx& tx, AgencyId agency, AccountId account, const std::string& facts);
void set_received(db::Tx& tx, AgencyId agency, AccountId account, base::Time at);
/// One node at a time: false when another is at it.
[[nodiscard]] bool begin_refresh(db::Tx& tx, AgencyId agency, AccountId account, base::Time now,
                                 base::Time until);
/// Whose token is to be renewed, and who was not asked for so long whether theirs still lives.
inline constexpr std::chrono::hours check_each{24};
[[nodiscard]] std::vector<AccountId> due_for_refresh(db::Tx& tx, AgencyId agency, base::Time now);

[[nodiscard]] std::vector<Budget> budgets(db::Tx& tx, AgencyId agency, AccountId account);
void put_budget(db::Tx& tx, AgencyId agency, const Budget& budget);

} // namespace network::store
