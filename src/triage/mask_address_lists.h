// What the words around an address tell: sets of bits, a word may be several things. Pure.
#pragma once
#include <cstdint>
#include <string_view>

namespace triage::address {

inline constexpr std::uint32_t w_at = 1U << 0;        ///< stands between somebody and the place
inline constexpr std::uint32_t w_count = 1U << 1;     ///< what a number before it counts
inline constexpr std::uint32_t w_head = 1U << 2;      ///< begins a place: jl, gg, dusun, perum
inline constexpr std::uint32_t w_street = 1U << 3;    ///< of a street alone
inline constexpr std::uint32_t w_named = 1U << 4;     ///< a part with a name or number: blok, gang, lt
inline constexpr std::uint32_t w_block = 1U << 5;     ///< whose number is a house: blok
inline constexpr std::uint32_t w_rt = 1U << 6;        ///< neighbourhoods
inline constexpr std::uint32_t w_house = 1U << 7;     ///< the number of a house follows: no, kav
inline constexpr std::uint32_t w_stop = 1U << 8;      ///< ends the name of a place
inline constexpr std::uint32_t w_near = 1U << 9;      ///< beside, not at
inline constexpr std::uint32_t w_filler = 1U << 10;   ///< may stand between a cue and the place
inline constexpr std::uint32_t w_alamat = 1U << 11;   ///< says that an address follows
inline constexpr std::uint32_t w_tinggal = 1U << 12;  ///< somebody lives there
inline constexpr std::uint32_t w_warga = 1U << 13;    ///< somebody is of there
inline constexpr std::uint32_t w_rumah = 1U << 14;    ///< a home
inline constexpr std::uint32_t w_owner = 1U << 15;    ///< who writes
inline constexpr std::uint32_t w_kin = 1U << 16;      ///< whom the writer speaks of
inline constexpr std::uint32_t w_title = 1U << 17;    ///< a name follows
inline constexpr std::uint32_t w_official = 1U << 18; ///< is called by office: no name
inline constexpr std::uint32_t w_id = 1U << 19;       ///< personal data stand around
inline constexpr std::uint32_t w_send = 1U << 20;     ///< something is sent there
inline constexpr std::uint32_t w_veto = 1U << 21;     ///< a thing or place of the public
inline constexpr std::uint32_t w_floor = 1U << 22;    ///< a storey, behind which the flat's number may stand
inline constexpr std::uint32_t w_copula = 1U << 23;   ///< what was spoken of before it is there
inline constexpr std::uint32_t w_seek = 1U << 24;     ///< somebody is to be found: a name follows

/// 0 for a word that is in no list. `word` is folded.
[[nodiscard]] std::uint32_t meaning(std::string_view word) noexcept;

} // namespace triage::address
