// All SQL of dialogs. Throws db::Error when the engine fails.
#pragma once
#include "agency/account.h"
#include "db/tx.h"

#include <boost/describe.hpp>

namespace channels::telegram::store {

struct DialogRow {
    agency::AccountId account = {};
    std::string lookup;
    std::string state_sealed;
    base::Time changed_at{};
};
BOOST_DESCRIBE_STRUCT(DialogRow, (), (account, lookup, state_sealed, changed_at))

[[nodiscard]] std::optional<DialogRow> find_dialog(db::Tx& tx, base::AgencyId agency,
                                                   agency::AccountId account, const std::string& lookup);
void put_dialog(db::Tx& tx, base::AgencyId agency, const DialogRow& row);
/// Only as it was read: false when it went on meanwhile.
bool delete_dialog(db::Tx& tx, base::AgencyId agency, const DialogRow& row);
/// Last touched before, the oldest first.
[[nodiscard]] std::vector<DialogRow> dialogs_before(db::Tx& tx, base::AgencyId agency, base::Time before,
                                                    int limit);

} // namespace channels::telegram::store
