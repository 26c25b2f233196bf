// Where a text names areas of a region: the longest name at each word, with the words around it. Never fails.
#pragma once
#include "places/cue.h"
#include "places/region.h"
#include "places/setting.h"

#include <vector>

namespace places {

struct Mention {
    std::size_t begin; ///< bytes of the text
    std::size_t end;
    Region::Range names; ///< all of this one name, in region.names()
    Cue cue;
    Setting setting;
};

/// In the order of the text, never overlapping, the first 48. Linear: a name is at most 60 bytes long.
[[nodiscard]] std::vector<Mention> find_mentions(std::string_view text, const Region& region);

/// What an address, from `address_at` on, tells more of the names in it: right before its city or regency
/// stands a part ("no. 4 Melati, Kota Kediri"); where it gives an RT or RW, "Jalan Raya Melati" and "Melati
/// Indah" are streets of a neighbourhood as any other.
void settle_address(std::vector<Mention>& mentions, std::string_view text, const Region& region,
                    std::size_t address_at);

} // namespace places
