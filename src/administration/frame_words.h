// What people read around every page of the settings.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text settings{"Pengaturan", "Settings"};
inline constexpr Text sections{"Bagian pengaturan", "Sections of the settings"};
inline constexpr Text saved{"Perubahan tersimpan.", "The change is saved."};
inline constexpr Text not_saved{"Perubahan belum tersimpan.", "The change is not saved."};
inline constexpr Text summary{"Ringkasan", "Overview"};
inline constexpr Text offices{"Unit kerja", "Offices"};
inline constexpr Text people{"Petugas", "Staff"};
inline constexpr Text topics{"Topik", "Topics"};
inline constexpr Text lexicon{"Kamus", "Slang"};
inline constexpr Text rules{"Aturan", "Rules"};
inline constexpr Text deadlines{"Tenggat", "Deadlines"};
inline constexpr Text ladder{"Tangga pengingat", "Ladder of reminders"};
inline constexpr Text holidays{"Hari libur", "Holidays"};
inline constexpr Text agency{"Instansi", "Agency"};
inline constexpr Text accounts{"Akun kanal", "Accounts"};
inline constexpr Text connections{"Sambungan", "Connections"};
inline constexpr Text outside{"Instansi luar", "Agencies outside"};
inline constexpr Text replies{"Balasan", "Replies"};
inline constexpr Text hours{"Jam kerja", "Office hours"};
inline constexpr Text posts{"Persetujuan siaran", "Approval of posts"};
inline constexpr Text reading{"Pembacaan", "Reading"};
inline constexpr Text sp4n{"SP4N-LAPOR!", "SP4N-LAPOR!"};
inline constexpr Text trail{"Jejak perubahan", "Trail of changes"};
inline constexpr Text save{"Simpan", "Save"};
inline constexpr Text active{"Dipakai", "In use"};
inline constexpr Text closed{"Ditutup", "Closed"};
inline constexpr Text none{"tidak ada", "none"};
inline constexpr Text everywhere{"Semua wilayah", "Everywhere"};
inline constexpr Text every_topic{"Semua topik", "Every topic"};
inline constexpr Text actions{"Tindakan", "Actions"};

} // namespace administration::words
