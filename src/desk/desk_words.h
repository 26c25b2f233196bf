// Visible text of the desk.
#pragma once
#include "base/language.h"

namespace desk::words {

using base::Text;

inline constexpr Text title{"Meja kerja", "Desk"};
inline constexpr Text hello{"Selamat bekerja, {}.", "Welcome, {}."};
inline constexpr Text open{"Laporan terbuka di unit Anda", "Open cases at your offices"};
inline constexpr Text nothing_title{"Tidak ada yang menunggu Anda", "Nothing waits for you"};
inline constexpr Text nothing_text{"Laporan baru muncul di sini dengan sendirinya.",
                                   "New cases appear here by themselves."};
inline constexpr Text sign_out{"Keluar", "Sign out"};
inline constexpr Text queue{"Belum ada unit kerja", "No office yet"};

} // namespace desk::words
