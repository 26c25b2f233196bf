// Words of the page of provisional deadlines.
#pragma once
#include "base/language.h"

namespace desk::provisional_words {

using base::Text;

inline constexpr Text title{"Tenggat sementara", "Provisional deadlines"};
inline constexpr Text lede{"Dihitung sebelum hari libur tahunnya diketahui. Sekarang kalendernya ada; tidak "
                           "ada tenggat yang bergeser "
                           "sebelum Anda memutuskan.",
                           "These were counted before the year's holidays were known. The calendar is there "
                           "now; nothing moves before "
                           "you decide."};
inline constexpr Text none_title{"Tidak ada tenggat yang perlu dihitung ulang",
                                 "No deadline needs to be counted anew"};
inline constexpr Text none_text{
    "Tenggat yang tahunnya masih belum diketahui muncul di sini setelah hari liburnya diimpor.",
    "Deadlines whose year is still unknown appear here once its holidays are imported."};
inline constexpr Text which{"Yang dihitung ulang", "What is counted anew"};
inline constexpr Text change{"{}: {} menjadi {}", "{}: {} becomes {}"};
inline constexpr Text same{"{}: tetap {}, tidak lagi sementara", "{}: still {}, no longer provisional"};
inline constexpr Text reason{"Alasan", "Reason"};
inline constexpr Text reason_hint{"Tercatat pada setiap laporan, misalnya nomor SKB hari libur.",
                                  "It is written down with each report, such as the decree's number."};
inline constexpr Text reason_missing{"Tulis alasannya.", "Please give the reason."};
inline constexpr Text not_done{"Belum dihitung ulang", "Not counted anew yet"};
inline constexpr Text kept{"Pilihan dan tulisan Anda masih ada.", "What you wrote is still there."};
inline constexpr Text submit{"Hitung ulang tenggat", "Count the deadlines anew"};
inline constexpr Text done{"{} tenggat dihitung ulang, masing-masing dengan alasannya.",
                           "{} deadlines were counted anew, each with its reason."};

} // namespace desk::provisional_words
