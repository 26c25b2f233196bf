// What people read in the frame of staff pages.
#pragma once
#include "base/language.h"

namespace staff::words {

using base::Text;

inline constexpr Text desk{"Meja", "Desk"};
inline constexpr Text notices{"Pengingat", "Reminders"};
inline constexpr Text record{"Catat", "Record"};
inline constexpr Text field{"Lapangan", "Field"};
inline constexpr Text posts{"Siaran", "Posts"};
inline constexpr Text outgoing{"Kiriman keluar", "Outgoing"};
inline constexpr Text settings{"Pengaturan", "Settings"};
inline constexpr Text rooms{"Ruang", "Rooms"};
inline constexpr Text rooms_below{"Ruang, navigasi bawah", "Rooms, bottom navigation"};
inline constexpr Text search{"Cari laporan atau kode", "Search cases or codes"};
inline constexpr Text search_example{"Cari kode, tempat, atau topik", "Search a code, place or topic"};
inline constexpr Text account{"Akun {}", "Account of {}"};
inline constexpr Text sign_out{"Keluar", "Sign out"};

} // namespace staff::words
