// What people read about offices in the settings.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text offices_title{"Unit kerja", "Offices"};
inline constexpr Text offices_lede{
    "Unit kerja menerima laporan dan menyelesaikannya. Peran petugas di sebuah unit berlaku juga di semua "
    "unit di bawahnya.",
    "Offices receive cases and resolve them. A role at an office also counts at all offices below it."};
inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text serves{"Melayani", "Serves"};
inline constexpr Text open_cases{"Laporan terbuka", "Open cases"};
inline constexpr Text staff_here{"Petugas", "Staff"};
inline constexpr Text state{"Keadaan", "State"};
inline constexpr Text is_open{"Buka", "Open"};
inline constexpr Text is_closed{"Ditutup", "Closed"};
inline constexpr Text no_rule_here{"belum ada aturan", "no rule yet"};
inline constexpr Text more_rules{"dan {} aturan lain", "and {} more rules"};
inline constexpr Text add_office{"Tambah unit kerja", "Add an office"};
inline constexpr Text office_name{"Nama unit", "Name of the office"};
inline constexpr Text short_name{"Nama singkat", "Short name"};
inline constexpr Text short_name_hint{"Muncul pada daftar laporan, misalnya Sudin Selatan.",
                                      "Shown in lists of cases: Sudin Selatan."};
inline constexpr Text parent{"Di bawah unit", "Under the office"};
inline constexpr Text office_code{"Kode unit", "Code of the office"};
inline constexpr Text office_code_hint{
    "Untuk berkas tanggap setup dan CSV petugas; huruf kecil, angka, dan tanda hubung.",
    "For setup files and staff CSV; small letters, digits and hyphens."};
inline constexpr Text open_tick{"Unit ini buka", "This office is open"};
inline constexpr Text open_tick_note{"Unit yang ditutup tidak menerima laporan baru. Riwayatnya tetap ada.",
                                     "A closed office receives no new cases. Its history stays."};
inline constexpr Text before_closing{"Sebelum unit ini ditutup", "Before this office is closed"};
inline constexpr Text has_cases_first{"{} laporan terbuka perlu dituntaskan atau dipindahkan ke unit lain.",
                                      "{} open cases need to be resolved or moved to another office."};
inline constexpr Text has_rules_first{"{} aturan masih mengirim laporan ke sini. Ubah di halaman Aturan.",
                                      "{} rules still send cases here. Change them on the Rules page."};
inline constexpr Text has_offices_first{"{} unit di bawahnya masih buka.",
                                        "{} offices below are still open."};
inline constexpr Text change_office{"Ubah", "Change"};
inline constexpr Text save_office{"Simpan unit", "Save office"};
inline constexpr Text all_offices{"Semua unit kerja", "All offices"};
inline constexpr Text in_area{"di {}", "in {}"};

} // namespace administration::words
