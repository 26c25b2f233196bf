#include "items/past_actions.h"

#include "items/item_store.h"

namespace items {

std::optional<ItemId> newest_id(db::Tx& tx, base::AgencyId agency) {
    return find_newest_id(tx, agency);
}

} // namespace items
