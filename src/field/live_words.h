// Words of /lapangan/langsung.
#pragma once
#include "base/language.h"

namespace field::live_words {

using base::Text;

inline constexpr Text title{"Laporan langsung", "Live report"};
inline constexpr Text back{"Semua tugas", "All tasks"};
inline constexpr Text open{"Laporkan dari lapangan", "Report from the field"};
inline constexpr Text lede{
    "Tampil di dinding begitu terkirim. Ke media sosial sesudah disetujui orang lain.",
    "Stands on the wall as soon as it is sent. Goes to networks once somebody else approved it."};
inline constexpr Text photo{"Foto kegiatan", "Photo of the work"};
inline constexpr Text photo_hint{"Paling banyak 3. Jangan memotret wajah warga atau surat pribadi.",
                                 "At most 3. No faces of citizens, no private papers."};
inline constexpr Text photos_kept{"{} foto sudah kami terima dan ikut terkirim.",
                                  "{} photos have arrived and go along."};
inline constexpr Text place{"Di mana", "Where"};
inline constexpr Text place_hint{"Misalnya: Loket Tebet Barat", "For example: counter of Tebet Barat"};
inline constexpr Text what{"Apa yang dilayani", "What is served"};
inline constexpr Text what_hint{"Paling banyak 200 huruf, tanpa nama warga.",
                                "At most 200 characters, no citizens' names."};
inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text send{"Kirim laporan", "Send the report"};
inline constexpr Text sent{"Laporan tampil di dinding.", "The report stands on the wall."};
inline constexpr Text see_wall{"Lihat dinding", "See the wall"};
inline constexpr Text not_sent{"Laporan belum terkirim", "The report is not sent yet"};
inline constexpr Text still_here{"Yang Anda tulis masih ada.", "What you wrote is still here."};
inline constexpr Text why_photo{"Ambil paling sedikit satu foto.", "Take one photo at least."};
inline constexpr Text why_unreadable{"Foto tidak dapat dibaca. Ambil sekali lagi.",
                                     "The photo cannot be read. Take it again."};
inline constexpr Text why_place{"Tulis tempatnya, paling banyak 120 huruf.",
                                "Say where, in at most 120 characters."};
inline constexpr Text why_what{"Tulis apa yang dilayani, paling banyak 200 huruf.",
                               "Say what is served, in at most 200 characters."};
inline constexpr Text why_office{"Pilih unit kerja Anda sendiri.", "Choose an office of your own."};
inline constexpr Text why_busy{"Server sedang penuh. Coba lagi sebentar lagi.",
                               "The server is busy. Try again in a moment."};

} // namespace field::live_words
