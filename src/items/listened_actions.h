// What accounts that only listen have heard: kept with its item, read newest first.
#pragma once
#include "items/listened.h"

namespace db {
class Tx;
}

namespace items {

void note_listened(db::Tx& tx, base::AgencyId agency, agency::AccountId account, ItemId item);
[[nodiscard]] bool has_listened(db::Tx& tx, base::AgencyId agency);

struct ListenedPage {
    std::vector<Listened> rows;
    std::optional<ItemId> next; ///< before which the page after stands
};
/// Of one account, or of all; `before` empty: the newest.
[[nodiscard]] ListenedPage listened(db::Tx& tx, base::AgencyId agency,
                                    std::optional<agency::AccountId> account, std::optional<ItemId> before,
                                    int most = 50);

} // namespace items
