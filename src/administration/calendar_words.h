// What people read about deadlines and days off.
#pragma once
#include "base/language.h"
#include "deadlines/profile.h"

#include <array>
#include <string_view>

namespace administration::words {

using base::Text;

inline constexpr Text deadlines_title{"Tenggat", "Deadlines"};
inline constexpr Text deadlines_lede{
    "Tenggat dihitung menurut aturan yang berlaku saat laporan masuk. Perubahan di sini hanya untuk laporan "
    "berikutnya; tenggat yang sudah berjalan tidak bergeser.",
    "Deadlines are counted by the rule in force when a case comes in. Changes here are for later cases; "
    "running deadlines do not move."};
inline constexpr Text agency_profile{"Tenggat instansi", "Deadlines of the agency"};
inline constexpr Text agency_profile_hint{"Berlaku untuk topik yang tidak memilih sendiri.",
                                          "For topics that choose none of their own."};
inline constexpr Text save_profile{"Simpan tenggat", "Save deadlines"};
inline constexpr Text in_use_here{"Dipakai instansi", "In use here"};
inline constexpr Text version_from{"versi {}, berlaku sejak {}", "version {}, in force from {}"};
inline constexpr Text hours_after{"{} jam sejak {}", "{} hours after {}"};
inline constexpr Text days_after{"{} hari kerja sejak {}", "{} working days after {}"};
inline constexpr Text oversight_days{"berkadar pengawasan: {} hari kerja", "oversight: {} working days"};
inline constexpr Text office_hours_after{"{} jam kerja sejak {}", "{} office hours after {}"};
inline constexpr Text may_extend{"dapat diperpanjang sekali {} {}", "may be extended once by {} {}"};
inline constexpr Text pause_at_most{"jeda paling lama {} {}", "pauses of {} {} at most"};
inline constexpr Text unit_days{"hari kerja", "working days"};
inline constexpr Text unit_hours{"jam", "hours"};
inline constexpr Text unit_office_hours{"jam kerja", "office hours"};
inline constexpr Text runs_beside{"Berjalan di samping tenggat lain pada topik: {}.",
                                  "Runs beside the other deadlines for the topics: {}."};
inline constexpr Text example{"Bila itu terjadi sekarang, tenggatnya {}.",
                              "If that happened now, it would be due on {}."};
inline constexpr Text example_provisional{"Sementara: hari libur hanya diketahui sampai {}.",
                                          "Provisional: holidays are known only until {}."};
inline constexpr Text legal_source{"Dasar: {}", "Source: {}"};
inline constexpr Text contest_days{
    "Pelapor dapat menjawab belum beres sampai {} hari kerja setelah laporan ditutup.",
    "A reporter may contest until {} working days after closing."};
inline constexpr Text by_topic{"Tenggat tiap topik", "Deadlines of each topic"};

[[nodiscard]] constexpr Text unit_of(deadlines::Mode mode) noexcept {
    switch (mode) {
    case deadlines::Mode::calendar_hours: return unit_hours;
    case deadlines::Mode::working_days: return unit_days;
    case deadlines::Mode::office_hours: return unit_office_hours;
    }
    return unit_hours;
}

struct Happening {
    std::string_view code;
    Text text;
};
/// The events that deadlines start on.
inline constexpr std::array happenings{
    Happening{"received", {"laporan diterima", "the case is received"}},
    Happening{"assigned", {"laporan didisposisikan ke unit", "the case is assigned"}},
    Happening{"resolved", {"laporan dinyatakan tuntas", "the case is resolved"}},
    Happening{"answered", {"permintaan dijawab", "the request is answered"}},
    Happening{"objected", {"keberatan diajukan", "an objection is made"}},
    Happening{"superior_answered", {"atasan PPID menjawab", "the superior has answered"}},
};

inline constexpr Text holidays_title{"Hari libur", "Holidays"};
inline constexpr Text holidays_lede{"Hari kerja dihitung dari kalender ini: akhir pekan, libur nasional, "
                                    "cuti bersama, dan hari khusus instansi Anda.",
                                    "Working days are counted by this calendar: weekends, national holidays, "
                                    "collective leave and days of your own."};
inline constexpr Text known_until{
    "Kalender nasional diketahui sampai {}. Tenggat sesudahnya dihitung sementara.",
    "The national calendar is known until {}. Later deadlines are provisional."};
inline constexpr Text to_provisional{"Tenggat sementara yang sudah bisa dihitung ulang",
                                     "Provisional deadlines that can be counted anew by now"};
inline constexpr Text ends_soon{"Kalender nasional hanya diketahui sampai {}. Impor hari libur tahun "
                                "berikutnya begitu SKB terbit; tenggat "
                                "sesudah tanggal itu masih sementara.",
                                "The national calendar is known until {} only. Import the next year as soon "
                                "as its decree is out; deadlines "
                                "after that day are provisional."};
inline constexpr Text day_hours{"Jam buka hari itu", "Hours of that day"};
inline constexpr Text day_hours_hint{
    "Bila buka, misalnya 08.00-12.00. Kosongkan bila sama dengan jam kerja hari itu biasanya.",
    "When open, for instance 08.00-12.00. Empty: as on that weekday."};
inline constexpr Text calendar_title{"Kalender satu tahun", "A whole year"};
inline constexpr Text calendar_note{
    "Berkas iCalendar (.ics) dengan acara sehari penuh. Acara bernama Cuti Bersama menjadi cuti bersama. "
    "Satu "
    "acara salah, tidak ada yang disimpan.",
    "An iCalendar file (.ics) of all-day events. Events named Cuti Bersama become collective leave. With one "
    "wrong event nothing is saved."};
inline constexpr Text calendar_file{"Berkas kalender", "Calendar file"};
inline constexpr Text calendar_kind{"Jenis hari yang tidak menyebutkannya", "Kind of days that name none"};
inline constexpr Text decree{"Dasar", "Source"};
inline constexpr Text decree_hint{"Misalnya SKB 3 Menteri 2028 beserta nomornya.",
                                  "For instance the joint decree for 2028 with its numbers."};
inline constexpr Text calendar_button{"Impor kalender", "Import the calendar"};
inline constexpr Text calendar_out{"Unduh kalender ini (.ics)", "Download this calendar (.ics)"};
inline constexpr Text year_of{"Tahun {}", "Year {}"};
inline constexpr Text years{"Pilih tahun", "Choose a year"};
inline constexpr Text day{"Hari", "Day"};
inline constexpr Text day_name{"Nama", "Name"};
inline constexpr Text day_kind{"Jenis", "Kind"};
inline constexpr Text day_source{"Dasar", "Source"};
inline constexpr Text national{"Libur nasional", "National holiday"};
inline constexpr Text leave{"Cuti bersama", "Collective leave"};
inline constexpr Text leave_worked{"Cuti bersama, tetap kerja", "Collective leave, worked"};
inline constexpr Text own_closed{"Libur instansi", "Closed here"};
inline constexpr Text own_open{"Buka khusus", "Open here"};
inline constexpr Text no_days{"Belum ada hari libur yang diketahui untuk tahun ini.",
                              "No holidays are known for this year yet."};
inline constexpr Text remove_day{"Hapus", "Remove"};
inline constexpr Text add_day{"Tambah hari khusus", "Add a day of your own"};
inline constexpr Text day_date{"Tanggal", "Date"};
inline constexpr Text day_hint{"Misalnya Hari jadi kota", "For instance: Anniversary of the city"};
inline constexpr Text closed_or_open{"Hari itu kami", "On that day we are"};
inline constexpr Text we_close{"Tutup", "Closed"};
inline constexpr Text we_close_note{"Tidak dihitung sebagai hari kerja.", "Not counted as a working day."};
inline constexpr Text we_open{"Buka", "Open"};
inline constexpr Text we_open_note{"Dihitung hari kerja walau akhir pekan atau tanggal merah.",
                                   "A working day even on a weekend or holiday."};
inline constexpr Text leave_title{"Cuti bersama", "Collective leave"};
inline constexpr Text leave_tick{"Cuti bersama adalah hari libur di instansi kami",
                                 "Collective leave is a day off here"};
inline constexpr Text leave_note{"Lepas centangnya bila instansi Anda tetap melayani pada cuti bersama.",
                                 "Untick it when your agency works on collective leave."};
inline constexpr Text csv_days{"Impor CSV", "Import a CSV"};
inline constexpr Text csv_days_note{"Kolom: day, name, state. Isi state dengan tutup atau buka; tanggal "
                                    "seperti 2026-05-31. Satu baris salah, tidak ada yang disimpan.",
                                    "Columns: day, name, state. State is tutup (closed) or buka (open), a "
                                    "day is like 2026-05-31. With one wrong line nothing is saved."};
inline constexpr Text csv_days_button{"Impor hari", "Import days"};

inline constexpr Text agency_title{"Instansi", "Agency"};
inline constexpr Text agency_lede{"Nama dan wilayah yang dibaca warga, dan batas darurat.",
                                  "Names and region that citizens read, and the threshold of emergencies."};
inline constexpr Text agency_name{"Nama layanan", "Name of the desk"};
inline constexpr Text agency_short{"Nama singkat", "Short name"};
inline constexpr Text organiser{"Penyelenggara", "Organiser"};
inline constexpr Text organiser_hint{"Badan publik yang bertanggung jawab; tampil di kaki halaman.",
                                     "The public body that answers for it; shown in the footer."};
inline constexpr Text host{"Nama host", "Host name"};
inline constexpr Text host_hint{"Misalnya lapor.kota.go.id. Kosongkan bila hanya ada satu instansi di server "
                                "ini. Salah isi membuat halaman ini tidak dapat dibuka dari nama lama.",
                                "For instance lapor.kota.go.id. Empty when this server has one agency only. "
                                "With a wrong name this page can no longer be reached under the old one."};
inline constexpr Text zone{"Zona waktu", "Time zone"};
inline constexpr Text zone_hint{"Laporan dan tenggat berikutnya memakai zona ini.",
                                "Later cases and deadlines use it."};
inline constexpr Text accent{"Warna aksen", "Accent"};
inline constexpr Text accent_shown{"Contoh tombol", "Sample button"};
inline constexpr Text emergency_from{"Batas darurat", "Threshold of emergencies"};
inline constexpr Text emergency_hint{
    "0,1 sampai 1. Laporan dengan kemendesakan setinggi ini atau lebih langsung ditandai darurat.",
    "0.1 to 1. Cases as urgent as this or more are emergencies at once."};
inline constexpr Text regions{"Wilayah layanan", "Region"};
inline constexpr Text regions_hint{
    "Satu kode wilayah Kemendagri atau nama per baris: 31.74 atau Jakarta Selatan.",
    "One area code or name a line: 31.74 or Jakarta Selatan."};
inline constexpr Text regions_now{"Sekarang: {}", "Now: {}"};
inline constexpr Text prefix_stays{"Awalan kode laporan {} tidak dapat diubah.",
                                   "The prefix {} of case codes cannot be changed."};
inline constexpr Text save_agency{"Simpan instansi", "Save agency"};

} // namespace administration::words
