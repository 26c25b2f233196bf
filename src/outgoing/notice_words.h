// What reminders to staff say.
#pragma once
#include "base/language.h"

namespace outgoing::notice_words {

using base::Text;

inline constexpr Text one{"Pengingat laporan {}", "Reminder: report {}"};
inline constexpr Text many{"{} laporan menunggu Anda", "{} reports wait for you"};
inline constexpr Text dear{"Yth. {},", "Dear {},"};
inline constexpr Text waiting{"Laporan berikut menunggu tindakan.", "These reports wait for action."};
inline constexpr Text part_over{"{}% waktu sudah terpakai", "{}% of the time is over"};
inline constexpr Text overdue{"lewat tenggat", "overdue"};
inline constexpr Text still_overdue{"lewat tenggat, {}% dari waktu yang diberikan",
                                    "overdue, at {}% of the time given"};
inline constexpr Text due{"{} sampai {}: {}", "{} by {}: {}"};
inline constexpr Text others{"Dan {} laporan lain.", "And {} more reports."};
inline constexpr Text all{"Semua pengingat Anda:", "All your reminders:"};
inline constexpr Text automatic{
    "Surel ini dikirim otomatis oleh Tanggap. Alamat surel dan hari Anda berhalangan "
    "dapat diubah di halaman Pengingat.",
    "Tanggap sent this mail by itself. Change your address, or the days on which "
    "you are away, on the page Reminders."};

} // namespace outgoing::notice_words
