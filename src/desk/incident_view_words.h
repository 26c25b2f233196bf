// Visible text of the page of an incident on the desk. `{}` is filled by filled().
#pragma once
#include "base/language.h"

namespace desk::incident_view_words {

using base::Text;

inline constexpr Text title{"Kejadian: {}", "Incident: {}"};
inline constexpr Text back{"Kembali ke meja", "Back to the desk"};
inline constexpr Text counted{"{} warga dalam {} laporan sejak {}.", "{} people in {} reports since {}."};
inline constexpr Text priority{
    "Prioritas setiap laporannya naik {} dari 100 karena jumlah warga yang terdampak.",
    "The priority of each report is raised by {} of 100 for the people it touches."};
inline constexpr Text came_here{"Kejadian yang Anda buka sudah disatukan ke sini.",
                                "The incident you opened was merged into this one."};

inline constexpr Text members{"Laporan dalam kejadian ini", "Reports of this incident"};
inline constexpr Text hidden{"dan {} laporan lain", "and {} more reports"};

inline constexpr Text merge_title{"Satukan dengan kejadian lain", "Merge with another incident"};
inline constexpr Text merge_lede{"Bila dua kejadian ternyata satu hal yang sama. Setiap laporan tetap dengan "
                                 "pelapor, kanal dan tenggatnya "
                                 "sendiri.",
                                 "When two incidents turn out to be one thing. Each report keeps its own "
                                 "reporter, channel and deadlines."};
inline constexpr Text search{"Cari kejadian", "Find an incident"};
inline constexpr Text search_hint{"Kode salah satu laporannya, atau kata dari judul, tempat dan isinya.",
                                  "The code of one of its reports, or words of title, place and text."};
inline constexpr Text search_go{"Cari", "Search"};
inline constexpr Text likely{"Mungkin kejadian yang sama", "Possibly the same incident"};
inline constexpr Text found{"Hasil pencarian", "What was found"};
inline constexpr Text nothing{
    "Tidak ada kejadian lain yang cocok. Laporan yang berdiri sendiri digabungkan dari "
    "halaman laporannya.",
    "No other incident fits. A report that stands alone is joined on its own page."};
inline constexpr Text people_in_cases{"{} warga, {} laporan", "{} people, {} reports"};
inline constexpr Text preview{"Pratinjau", "Preview"};

inline constexpr Text preview_title{"Pratinjau penyatuan", "Before you merge"};
inline constexpr Text moves{"{} laporan dari {} warga pindah ke kejadian ini:",
                            "{} reports by {} people come into this incident:"};
inline constexpr Text then{"Sesudahnya: {} warga dalam {} laporan.", "Afterwards: {} people in {} reports."};
inline constexpr Text raise_then{"Kenaikan prioritas menjadi {} dari 100.",
                                 "Priority is raised by {} of 100."};
inline constexpr Text one_fix{"Satu bukti akan menuntaskan semuanya, dan setiap pelapor dikabari sekali.",
                              "One proof will resolve all of them, and each reporter is told once."};
inline constexpr Text old_url{
    "Alamat kejadian yang pindah mengantar ke sini, dan penyatuan dapat diurungkan.",
    "The address of the other incident leads here, and merging can be undone."};
inline constexpr Text reason{"Alasan", "Reason"};
inline constexpr Text reason_hint{"Tercatat pada setiap laporan bersama nama Anda, untuk petugas.",
                                  "Noted on each report with your name, for staff."};
inline constexpr Text reason_missing{"Tulis alasannya.", "Please write the reason."};
inline constexpr Text go{"Satukan kejadian", "Merge the incidents"};
inline constexpr Text not_now{"Batal", "Cancel"};

inline constexpr Text history{"Penyatuan", "What was merged"};
inline constexpr Text came_over{"{} laporan dari {} warga disatukan ke sini",
                                "{} reports by {} people came over"};
inline constexpr Text by_at{"{}, {}.", "{}, {}."};
inline constexpr Text undone{"Diurungkan {}, {}.", "Undone by {}, {}."};
inline constexpr Text undo_why{"Alasan mengurungkan", "Reason for undoing it"};
inline constexpr Text undo{"Urungkan penyatuan", "Undo the merging"};

inline constexpr Text merged{"Kedua kejadian sudah satu.", "The incidents are one now."};
inline constexpr Text unmerged{"Penyatuan diurungkan. Kedua kejadian seperti semula.",
                               "The merging is undone. Both incidents are as they were."};
inline constexpr Text not_done{"Belum tersimpan", "Not saved"};

} // namespace desk::incident_view_words
