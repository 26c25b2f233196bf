#include "items/listened_actions.h"

#include "items/listened_store.h"

#include <limits>

namespace items {

void note_listened(db::Tx& tx, base::AgencyId agency, agency::AccountId account, ItemId item) {
    insert_listened(tx, agency, account, item);
}

bool has_listened(db::Tx& tx, base::AgencyId agency) {
    return !listened(tx, agency, std::nullopt, std::nullopt, 1).rows.empty();
}

ListenedPage listened(db::Tx& tx, base::AgencyId agency, std::optional<agency::AccountId> account,
                      std::optional<ItemId> before, int most) {
    const auto from = before.value_or(ItemId{std::numeric_limits<std::int64_t>::max()});
    ListenedPage out{.rows = account ? find_listened_of(tx, agency, *account, from, most + 1)
                                     : find_listened(tx, agency, from, most + 1),
                     .next = {}};
    if (static_cast<int>(out.rows.size()) > most) {
        out.rows.pop_back();
        out.next = out.rows.back().id;
    }
    return out;
}

} // namespace items
