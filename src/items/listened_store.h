// All SQL of what is listened to.
#pragma once
#include "db/tx.h"
#include "items/listened.h"

namespace items {

void insert_listened(db::Tx& tx, base::AgencyId agency, agency::AccountId account, ItemId item);
/// Newest first, before `before`.
[[nodiscard]] std::vector<Listened> find_listened(db::Tx& tx, base::AgencyId agency, ItemId before,
                                                  int limit);
[[nodiscard]] std::vector<Listened> find_listened_of(db::Tx& tx, base::AgencyId agency,
                                                     agency::AccountId account, ItemId before, int limit);

} // namespace items
