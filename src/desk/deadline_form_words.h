// Words of the forms that change a deadline by hand.
#pragma once
#include "base/language.h"

namespace desk::deadline_words {

using base::Text;

inline constexpr Text extend{"Perpanjang {} {}", "Extend by {} {}"};
inline constexpr Text extend_note{
    "Sekali saja, sebelum tenggatnya lewat. Alasan ini diberitahukan kepada pelapor.",
    "Once only, and before it is due. The reporter is told this reason."};
inline constexpr Text extend_send{"Perpanjang tenggat", "Extend the deadline"};
inline constexpr Text move{"Hitung ulang menjadi {}", "Count anew: due {}"};
inline constexpr Text move_note{
    "Dihitung kembali dari awalnya dengan aturan dan kalender yang berlaku hari ini. Nama Anda, waktu, dan "
    "alasan ini tercatat.",
    "Counted again from its own start, by the rule and the calendar of today. Your name, the time and this "
    "reason are recorded."};
inline constexpr Text move_send{"Hitung ulang", "Count anew"};
inline constexpr Text reason{"Alasan", "Reason"};
inline constexpr Text days{"hari kerja", "working days"};
inline constexpr Text hours{"jam", "hours"};
inline constexpr Text office_hours{"jam kerja", "office hours"};

} // namespace desk::deadline_words
