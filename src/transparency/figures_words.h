// Visible text of the public figures, testimonials and offices' pages.
#pragma once
#include "base/language.h"

namespace transparency::words {

using base::Text;

inline constexpr Text figures_title{"Angka, apa adanya", "The figures, as they are"};
inline constexpr Text figures_sentence{
    "Dari {} laporan yang kami terima ({}), {} sudah tuntas, {} di antaranya tepat waktu. {} pernah dibantah "
    "pelapornya, dan {} hari ini lewat tenggat.",
    "Of {} reports received ({}), {} are done, {} of them in time. {} were contested by their reporters, and "
    "{} are overdue today."};
inline constexpr Text figures_each_opens{"Setiap angka membuka laporan-laporan di baliknya.",
                                         "Each number opens the reports behind it."};
inline constexpr Text period{"Periode", "Period"};
inline constexpr Text last_30_days{"30 hari terakhir", "last 30 days"};
inline constexpr Text last_12_months{"12 bulan terakhir", "last 12 months"};
inline constexpr Text all_time{"sejak awal", "since the beginning"};
inline constexpr Text year{"Tahun", "Year"};
inline constexpr Text month{"Bulan", "Month"};
inline constexpr Text whole_year{"Setahun penuh", "Whole year"};
inline constexpr Text show{"Tampilkan", "Show"};
inline constexpr Text totals{"Seluruhnya", "All together"};
inline constexpr Text m_received{"Laporan masuk", "Reports received"};
inline constexpr Text m_received_note{"{} masih terbuka", "{} still open"};
inline constexpr Text m_done{"Tuntas", "Done"};
inline constexpr Text m_in_time{"Tuntas tepat waktu", "Done in time"};
inline constexpr Text m_contested{"Dibantah pelapor", "Contested by reporters"};
inline constexpr Text m_claimed{"Pernah dinyatakan tuntas", "Declared done at least once"};
inline constexpr Text m_open{"Masih terbuka", "Still open"};
inline constexpr Text m_overdue{"Lewat tenggat hari ini", "Overdue today"};
inline constexpr Text of_done{"dari {} yang tuntas", "of {} done"};
inline constexpr Text of_claimed{"dari {} yang pernah dinyatakan tuntas", "of {} declared done"};
inline constexpr Text of_open{"dari {} yang masih terbuka", "of {} still open"};
inline constexpr Text out_of{"dari", "of"};
inline constexpr Text how_counted{"Cara kami menghitung", "How we count"};
inline constexpr Text how_period{
    "Dihitung semua laporan yang diterima dalam periode itu, menurut waktu laporan ditulis pelapornya. "
    "Keadaannya adalah keadaan sekarang. Pelaporan pelanggaran tidak dihitung, karena keberadaannya pun "
    "dirahasiakan.",
    "All reports received in the period count, by the time their reporter wrote them, as they stand now. "
    "Whistleblowing is left out, because even its existence is confidential."};
inline constexpr Text how_done{"Tuntas: kini berstatus Tuntas atau Ditutup.",
                               "Done: its state now is Resolved or Closed."};
inline constexpr Text how_in_time{
    "Tuntas tepat waktu: tuntas, dan tenggat penyelesaiannya terpenuhi sebelum atau pada waktunya. Pembagi: "
    "semua yang tuntas.",
    "Done in time: done, and the deadline for solving it was met by its time. Out of all that are done."};
inline constexpr Text how_contested{
    "Dibantah: pelapor pernah menjawab \"Belum\" setelah dinyatakan tuntas. Pembagi: semua yang pernah "
    "dinyatakan tuntas, termasuk yang karena bantahan kini dikerjakan lagi.",
    "Contested: its reporter once said \"Not yet\" after it was declared done. Out of all that were ever "
    "declared done, also those in work again."};
inline constexpr Text how_overdue{
    "Lewat tenggat: masih terbuka dan tenggat penyelesaiannya sudah lewat. Yang sedang dijeda karena "
    "menunggu "
    "pelapor tidak dihitung. Pembagi: semua yang masih terbuka.",
    "Overdue: still open and past the deadline for solving it. Clocks paused for the reporter do not count. "
    "Out of all that are still open."};
inline constexpr Text how_office{
    "Unit kerja baru tampil setelah laporan diverifikasi. Pengaduan tentang perilaku petugas dihitung tanpa "
    "menyebut unit.",
    "An office is shown once a report is verified. Complaints about conduct are counted without naming one."};
inline constexpr Text by_office{"Per unit kerja", "By office"};
inline constexpr Text by_topic{"Per topik", "By topic"};
inline constexpr Text by_place{"Per wilayah", "By place"};
inline constexpr Text by_month{"Per bulan", "By month"};
inline constexpr Text col_office{"Unit kerja", "Office"};
inline constexpr Text col_topic{"Topik", "Topic"};
inline constexpr Text col_place{"Wilayah", "Place"};
inline constexpr Text col_month{"Bulan diterima", "Month received"};
inline constexpr Text no_office{"Belum diverifikasi atau unit tidak disebut",
                                "Not verified yet, or office not named"};
inline constexpr Text no_topic{"Tanpa topik", "No topic"};
inline constexpr Text without_place{"Tanpa tempat", "No place"};
inline constexpr Text download{"Unduh tabel ini (CSV)", "Download these tables (CSV)"};
inline constexpr Text csv_table{"Tabel", "Table"};
inline constexpr Text csv_key{"Kode", "Key"};
inline constexpr Text csv_name{"Nama", "Name"};
inline constexpr Text month_bar{"{} laporan masuk", "{} reports received"};
inline constexpr Text nothing{"Tidak ada laporan dalam periode ini.", "No reports in this period."};
inline constexpr Text satisfaction{"Nilai dari pelapor", "Ratings by reporters"};
inline constexpr Text satisfaction_note{"{} dari 5, rata-rata dari {} nilai",
                                        "{} out of 5, mean of {} ratings"};
inline constexpr Text no_ratings{"Belum ada pelapor yang memberi nilai.",
                                 "No reporter has given a rating yet."};
inline constexpr Text see_testimonials{"Baca kata pelapor", "Read what reporters say"};

inline constexpr Text behind_title{"Laporan di balik angka", "The reports behind the number"};
inline constexpr Text behind_period{"diterima: {}", "received: {}"};
inline constexpr Text back_to_figures{"Kembali ke angka", "Back to the figures"};
inline constexpr Text behind_nothing{"Tidak ada laporan di balik angka ini",
                                     "No report stands behind this number"};

inline constexpr Text testimonials_title{"Kata pelapor", "What reporters say"};
inline constexpr Text testimonials_lede{
    "Dimuat dengan izin pelapor, tanpa nama, dan setelah data pribadi disamarkan. Yang rendah pun dimuat.",
    "Shown with the reporters' consent, without names, with private data masked. Low ratings are shown too."};
inline constexpr Text stars{"{} dari 5", "{} out of 5"};
inline constexpr Text no_testimonials_title{"Belum ada kata pelapor", "Nothing here yet"};
inline constexpr Text no_testimonials_text{
    "Kata pelapor tampil di sini setelah mereka mengizinkan dan kami memeriksanya.",
    "Words of reporters stand here once they allow it and we have checked them."};
inline constexpr Text more_testimonials{"Tampilkan berikutnya", "Show more"};

inline constexpr Text office_serves{"Topik yang dilayani", "Topics served"};
inline constexpr Text office_serves_none{"Topik belum ditetapkan untuk unit kerja ini.",
                                         "No topics are set for this office yet."};
inline constexpr Text every_topic{"Semua topik di wilayahnya", "All topics in its area"};
inline constexpr Text office_solved{"Sudah tuntas", "Solved"};
inline constexpr Text office_solved_none{"Belum ada laporan yang tuntas di unit kerja ini.",
                                         "This office has not solved a report yet."};
inline constexpr Text office_figures{"Angka unit kerja ini", "Figures of this office"};
inline constexpr Text office_parts{"Angka ini termasuk unit kerja di bawahnya.",
                                   "These figures include the offices below it."};
inline constexpr Text office_all{"Semua laporan unit kerja ini", "All reports of this office"};

inline constexpr Text queue_title{"Testimoni yang menunggu", "Testimonials waiting"};
inline constexpr Text queue_lede{
    "Pelapor mengizinkan kata-katanya dimuat tanpa nama. Data pribadi yang dikenali mesin sudah disamarkan; "
    "nama orang hanya Anda yang bisa melihatnya. Hapus sebelum memuat.",
    "These reporters allow their words to be shown without a name. Private data that a machine knows is "
    "masked; "
    "only you can see names of people. Take them out before you release the words."};
inline constexpr Text queue_empty_title{"Tidak ada yang menunggu Anda", "Nothing waits for you"};
inline constexpr Text queue_empty_text{"Testimoni baru muncul di sini setelah pelapor mengizinkannya.",
                                       "New testimonials appear here once reporters allow them."};
inline constexpr Text queue_words{"Yang akan dimuat", "What will be shown"};
inline constexpr Text queue_release{"Muat testimoni", "Release the words"};
inline constexpr Text queue_keep{"Simpan di dalam", "Keep inside"};
inline constexpr Text queue_given{"{} dari 5, diberikan {}", "{} out of 5, given {}"};

} // namespace transparency::words
