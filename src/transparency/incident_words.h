// Visible text of the public page of an incident. `{}` is filled by filled().
#pragma once
#include "base/language.h"

namespace transparency::incident_words {

using base::Text;

inline constexpr Text lede{
    "Beberapa warga melaporkan hal yang sama. Satu perbaikan menuntaskan semuanya, dan setiap pelapor tetap "
    "dikabari di laporannya sendiri.",
    "Several people report the same thing. One fix resolves all of it, and each reporter is still told in "
    "their "
    "own report."};
inline constexpr Text reports{"Laporannya", "The reports"};
inline constexpr Text solved{"{} dari {} laporan sudah tuntas.", "{} of {} reports are resolved."};
inline constexpr Text hidden{"Laporan lain dalam kejadian ini tidak ditampilkan: {}.",
                             "Reports of this incident that are not shown: {}."};
inline constexpr Text came_here{"Kejadian yang Anda buka ternyata hal yang sama dengan kejadian ini.",
                                "The incident you opened turned out to be the same thing as this one."};
inline constexpr Text see_all{"Lihat kejadiannya", "See the incident"};

} // namespace transparency::incident_words
