// What stands around a name in a text and how much the name then tells of where something is: "Jl. Melati
// gang 3" lies in Melati more often than "Melati Permai", "Stasiun Melati" or "arah Melati". Pure.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace places {

enum class Setting : std::uint8_t {
    plain,
    part,   ///< a part of an address by itself: "Jl. Kenanga, *Melati*, Kota Kediri"
    lane,   ///< with a lane, RT or block behind it or an RT or RW before: "*Melati* gang 3", "RW 04 *Melati*"
    office, ///< of what serves those around it: "Puskesmas *Melati*", "SDN *Melati* 2", "Masjid *Melati*"
    street, ///< "Jl. *Melati* 12"
    main_street, ///< "Jalan Raya *Melati*": as often the way to it
    quarter,  ///< "*Melati* Permai", "Jl. *Melati* Indah": of a district mostly in it, of a village as often
              ///< not
    estate,   ///< housing that only borrows the name: "Griya *Melati*"
    landmark, ///< what is known from afar: "Stasiun *Melati*", "Pasar *Melati*"
    heading,  ///< where something leads: "arah *Melati*"
    person,   ///< "Pak *Melati*"
};

/// Of the name in [begin, end) of the text. Looks at two words before and one behind it, never further than
/// 24 bytes each.
[[nodiscard]] Setting setting_of(std::string_view text, std::size_t begin, std::size_t end) noexcept;

/// Whether the folded word is one of a building or place that people find their way by: "pasar", "sdn".
[[nodiscard]] bool is_landmark(std::string_view folded) noexcept;

} // namespace places
