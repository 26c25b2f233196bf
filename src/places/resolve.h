// Free text -> the areas it names, inside an agency's region. Never fails; an unclear text gives several
// candidates with small p, or none.
#pragma once
#include "places/region.h"

#include <vector>

namespace places {

struct Candidate {
    Area area;
    double p = 0;          ///< 0..1: how sure it is that this area is meant
    std::size_t begin = 0; ///< bytes of the text: what named it
    std::size_t end = 0;
};

/// The likeliest first, at most eight. The longest name wins; a village that shares its name with others is
/// decided by a district or city in the same text; a village called like an ordinary word ("Sumber", "Pasar")
/// needs a word such as "kel." before it or its district or city in the text. An area named beside one within
/// it is left out: it only makes that one surer. What stands from `address_at` on is an address: where the
/// thing is, while the words before may name other places, too. Linear in the length of the text.
[[nodiscard]] std::vector<Candidate> resolve(std::string_view text, const Region& region,
                                             std::size_t address_at = std::string_view::npos);

} // namespace places
