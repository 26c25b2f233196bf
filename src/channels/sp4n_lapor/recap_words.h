// Words of the monthly recap, on its page and in its workbook.
#pragma once
#include "base/language.h"

namespace channels::sp4n_lapor::words {

using base::Text;

inline constexpr Text recap{"Rekap bulanan", "Monthly recap"};
inline constexpr Text recap_of{"Rekap {}", "Recap of {}"};
inline constexpr Text recap_lede{
    "Laporan yang diterima pada bulan ini dan keadaannya sekarang, untuk unit kerja Anda. Pelaporan "
    "pelanggaran tidak dihitung di sini.",
    "Cases received in this month and where they stand now, for your offices. Whistleblowing is not counted "
    "here."};
inline constexpr Text month{"Bulan", "Month"};
inline constexpr Text show_month{"Tampilkan bulan ini", "Show this month"};
inline constexpr Text download_recap{"Unduh rekap (XLSX)", "Download the recap (XLSX)"};
inline constexpr Text summary{"Ringkasan", "Summary"};
inline constexpr Text per_unit{"Per unit kerja", "By office"};
inline constexpr Text per_topic{"Per topik", "By topic"};
inline constexpr Text list{"Daftar", "List"};
inline constexpr Text counted_at{"Dihitung", "Counted"};
inline constexpr Text received{"Diterima", "Received"};
inline constexpr Text open{"Masih terbuka", "Still open"};
inline constexpr Text solved{"Tuntas", "Solved"};
inline constexpr Text in_time{"Tepat waktu", "In time"};
inline constexpr Text late{"Tuntas terlambat", "Solved late"};
inline constexpr Text overdue{"Lewat tenggat", "Overdue"};
inline constexpr Text contested{"Dibantah", "Contested"};
inline constexpr Text average_days{"Rata-rata hari", "Average days"};
inline constexpr Text days{"Hari", "Days"};
inline constexpr Text number{"Jumlah", "Number"};
inline constexpr Text by_kind{"Menurut jenis dan kadar", "By kind and class"};
inline constexpr Text by_state{"Menurut status", "By state"};
inline constexpr Text by_deadline{"Menurut tenggat", "By deadline"};
inline constexpr Text kind{"Jenis", "Kind"};
inline constexpr Text oversight_class{"Kadar pengawasan", "Oversight"};
inline constexpr Text state{"Status", "State"};
inline constexpr Text deadline{"Tenggat", "Deadline"};
inline constexpr Text still_running{"Masih berjalan", "Running"};
inline constexpr Text stopped{"Berhenti", "Stopped"};
inline constexpr Text unit{"Unit kerja", "Office"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text code{"Kode", "Code"};
inline constexpr Text tracking_id{"Tracking ID", "Tracking ID"};
inline constexpr Text received_on{"Tanggal diterima", "Received on"};
inline constexpr Text solved_on{"Tanggal tuntas", "Solved on"};
inline constexpr Text oversight{"Berkadar pengawasan", "With oversight"};
inline constexpr Text no_oversight{"Tidak berkadar pengawasan", "Without oversight"};
inline constexpr Text no_unit{"Belum ada unit kerja", "No office yet"};
inline constexpr Text no_topic{"Belum ada topik", "No topic yet"};
inline constexpr Text yes{"Ya", "Yes"};
inline constexpr Text no{"Tidak", "No"};
inline constexpr Text out_of{"dari {} laporan", "of {} cases"};
inline constexpr Text out_of_solved{"dari {} yang tuntas", "of {} solved"};
inline constexpr Text out_of_open{"dari {} yang terbuka", "of {} open"};
inline constexpr Text average_note{"rata-rata sampai tuntas, hari kalender", "mean until solved, calendar days"};
inline constexpr Text nothing_this_month{"Belum ada laporan pada bulan ini", "No cases in this month"};
inline constexpr Text nothing_this_month_text{"Pilih bulan lain, atau tunggu laporan pertama.",
                                              "Choose another month, or wait for the first case."};
inline constexpr Text verify{"Verifikasi", "Verification"};
inline constexpr Text follow_up{"Tindak lanjut", "Follow-up"};
inline constexpr Text resolve{"Penyelesaian", "Resolution"};
inline constexpr Text silence{"Tanggapan pelapor", "Reporter's reply"};
inline constexpr Text answer{"Pemberitahuan tertulis", "Written notice"};

[[nodiscard]] constexpr Text deadline_name(std::string_view name) {
    if (name == "verify") return verify;
    if (name == "follow_up") return follow_up;
    if (name == "resolve") return resolve;
    if (name == "silence") return silence;
    if (name == "answer") return answer;
    return {name, name};
}

} // namespace channels::sp4n_lapor::words
