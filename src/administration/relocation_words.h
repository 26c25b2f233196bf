// What people read where open cases follow an office that was split or merged.
#pragma once
#include "base/language.h"
#include "cases/event.h"

namespace administration::words {

using base::Text;

inline constexpr Text relocation_title{"Pindahkan laporan antarunit", "Move cases between offices"};
inline constexpr Text relocation_lede{
    "Untuk unit yang dipecah atau digabung. Hanya laporan terbuka yang pindah; tenggatnya tidak berubah dan "
    "setiap laporan mencatat perpindahannya.",
    "For an office that was split or merged. Only open cases move; their deadlines stay and each case "
    "records "
    "its move."};
inline constexpr Text relocation_from{"Dari unit", "From"};
inline constexpr Text relocation_to{"Ke unit", "To"};
inline constexpr Text relocation_to_hint{"Kosong berarti mengikuti aturan pembagian.",
                                         "Empty means by the routing rules."};
inline constexpr Text relocation_reason{"Sebab", "Reason"};
inline constexpr Text relocation_look{"Lihat dahulu", "Look first"};
inline constexpr Text relocation_go{"Pindahkan sekarang", "Move them now"};
inline constexpr Text relocation_open{"Laporan terbuka di unit itu: {}.", "Open cases of that office: {}."};
inline constexpr Text relocation_part{"{} yang paling lama menunggu sudah diperiksa.",
                                      "The {} that wait longest were looked at."};
inline constexpr Text relocation_stay{"Tetap di sana", "Stay there"};
inline constexpr Text relocation_where{"Menuju", "Go to"};
inline constexpr Text relocation_count{"Laporan", "Cases"};
inline constexpr Text relocation_note{
    "Pelaporan pelanggaran dan aduan tentang petugas tidak ikut pindah; orang yang memutuskannya.",
    "Whistleblowing and complaints about conduct stay; a person decides about them."};
inline constexpr Text relocation_running{"Sedang dipindahkan: {} pindah, {} tetap, dari {}.",
                                         "On the way: {} moved, {} stay, of {}."};
inline constexpr Text relocation_done{"Selesai: {} pindah, {} tetap.", "Done: {} moved, {} stay."};
inline constexpr Text relocation_reload{"Muat ulang", "Reload"};

[[nodiscard]] constexpr Text name_of(cases::MoveReason reason) noexcept {
    switch (reason) {
    case cases::MoveReason::merged: return {"Unit digabung", "Offices were merged"};
    case cases::MoveReason::split: return {"Unit dipecah", "An office was split"};
    case cases::MoveReason::rules: return {"Aturan berubah", "Rules have changed"};
    }
    return {};
}

} // namespace administration::words
