// Visible text of incidents on the desk. `{}` is filled by filled().
#pragma once
#include "base/language.h"

namespace desk::incident_words {

using base::Text;

inline constexpr Text title{"Kejadian", "Incident"};
inline constexpr Text people{"{} warga", "{} people"};
inline constexpr Text touched{
    "{} warga melaporkan hal yang sama dalam {} laporan. Satu bukti menuntaskan semuanya, "
    "dan setiap pelapor dikabari sekali.",
    "{} people report the same thing in {} reports. One proof resolves all of them, and "
    "each reporter is told once."};
inline constexpr Text more_urgent{"Prioritasnya naik karena jumlah warga yang terdampak.",
                                  "Its priority is raised by the number of people it touches."};
inline constexpr Text members{"Laporan lain dalam kejadian ini", "Other reports of this incident"};
inline constexpr Text and_more{"dan {} laporan lain", "and {} more reports"};
inline constexpr Text whole{"Lihat seluruh kejadian, atau satukan", "The whole incident, or merge it"};
inline constexpr Text separate{"Pisahkan laporan ini", "Separate this report"};

inline constexpr Text alike{"Mungkin sama", "Possibly the same"};
inline constexpr Text alike_note{"Periksa tempat dan nomornya: gang 3 dan gang 5 adalah dua kejadian.",
                                 "Look at place and numbers: gang 3 and gang 5 are two things."};
inline constexpr Text join{"Gabungkan", "Join"};
inline constexpr Text join_with{"Gabungkan dengan {}", "Join with {}"};
inline constexpr Text meters{"jarak {} m", "{} m away"};
inline constexpr Text same_place{"tempat sama: {}", "same place: {}"};
inline constexpr Text same_numbers{"nomor sama: {}", "same numbers: {}"};
inline constexpr Text same_words{"kata: {}", "words: {}"};
inline constexpr Text hours{"selisih {} jam", "{} hours apart"};
inline constexpr Text days{"selisih {} hari", "{} days apart"};
inline constexpr Text within_an_hour{"selisih kurang dari satu jam", "within an hour"};

inline constexpr Text proves_all{
    "Bukti ini juga menuntaskan {} laporan lain dalam kejadian ini. Pisahkan dahulu "
    "laporan yang ternyata lain.",
    "This proof also resolves {} other reports of this incident. First separate those "
    "that turn out to be about something else."};

inline constexpr Text doubted{"Pelapor menyatakan belum selesai", "The reporter says it is not solved"};
inline constexpr Text doubted_why{
    "Satu perbaikan ini untuk {} warga, jadi laporan dibuka lagi setelah Anda melihat "
    "kejadiannya. Tenggatnya tetap.",
    "This one fix was for {} people, so the report is reopened once you have looked at "
    "the incident. Its deadlines stay."};
inline constexpr Text doubted_others{"Pelapor laporan {} juga menyatakan belum selesai.",
                                     "The reporters of {} also say that it is not solved."};
inline constexpr Text no_words{"Tanpa kata-kata.", "No words."};
inline constexpr Text reopen_one{"Buka lagi laporan ini", "Reopen this report"};
inline constexpr Text reopen_all{"Buka lagi semua laporan", "Reopen all reports"};
inline constexpr Text keep{"Tetap tuntas", "It stays resolved"};
inline constexpr Text keep_reason{"Alasan untuk pelapor", "Reason for the reporter"};
inline constexpr Text keep_hint{"Dibaca pelapor pada halaman laporannya.",
                                "The reporter reads it on their page."};
inline constexpr Text keep_missing{"Tulis alasannya, karena pelapor membacanya.",
                                   "Write the reason; the reporter reads it."};

} // namespace desk::incident_words
