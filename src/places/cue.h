// Words before a name that say what kind of thing it names: "kec. Tebet" is a district, "Jl. Tebet" a street.
// Pure.
#pragma once
#include "places/area.h"

#include <string_view>

namespace places {

enum class Cue : std::uint8_t { none, village, district, regency, city, province, street, filler };

/// Of a folded word; `filler` stands between cue and name: "Kota *Adm.* Jakarta Barat", "Jalan *Raya* Darmo".
[[nodiscard]] Cue cue_of(std::string_view folded) noexcept;

/// Whether the word may stand before that area (a number of code_number): "Kota" Malang is not "Kab." Malang.
[[nodiscard]] bool fits(Cue cue, std::uint64_t number) noexcept;

/// A village or district that is called like an ordinary word: data/gazetteer/ordinary.txt.
[[nodiscard]] bool is_ordinary(std::string_view folded);

} // namespace places
