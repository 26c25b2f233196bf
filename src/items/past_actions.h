// Looking back over what came in.
#pragma once
#include "items/item.h"

namespace db {
class Tx;
}

namespace items {

/// The highest id; empty before the first item.
[[nodiscard]] std::optional<ItemId> newest_id(db::Tx& tx, base::AgencyId agency);

} // namespace items
