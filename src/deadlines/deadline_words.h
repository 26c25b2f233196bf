// Words about deadlines, as screens and the command line show them.
#pragma once
#include "base/language.h"

namespace deadlines::words {

using base::Text;

inline constexpr Text hours{"jam", "hours"};
inline constexpr Text working_days{"hari kerja", "working days"};
inline constexpr Text office_hours{"jam kerja", "office hours"};
inline constexpr Text from{"sejak", "from"};
inline constexpr Text due{"tenggat", "due"};
inline constexpr Text due_exact{"tenggat {}", "due {}"};
inline constexpr Text left{"sisa {}", "{} left"};
inline constexpr Text over{"lewat {}", "{} overdue"};
inline constexpr Text held{"dijeda", "paused"};
inline constexpr Text held_for_reporter{"dijeda, menunggu pelapor", "paused, waiting for the reporter"};
inline constexpr Text met{"tepat waktu", "in time"};
inline constexpr Text met_before_due{"selesai sebelum tenggat", "done before the deadline"};
inline constexpr Text met_late{"selesai, lewat {}", "done, {} late"};
inline constexpr Text start{"mulai", "start"};
inline constexpr Text assumed{"dianggap pada saat mulai", "assumed at the start"};
inline constexpr Text provisional{"sementara: kalender libur hanya sampai",
                                  "provisional: holidays are known only until"};
inline constexpr Text weekend{"libur akhir pekan", "weekend"};
inline constexpr Text collective_leave{"cuti bersama", "collective leave"};
inline constexpr Text paused{"jeda", "paused"};
inline constexpr Text nth{"hari kerja ke-", "working day "};
inline constexpr Text rule{"Aturan", "Rule"};
inline constexpr Text version{"versi", "version"};
inline constexpr Text in_force_from{"berlaku sejak", "in force from"};
inline constexpr Text source{"Sumber", "Source"};
inline constexpr Text holidays{"Libur menurut", "Holidays by"};

} // namespace deadlines::words
