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
inline constexpr Text handed_unknown{"Serah terima belum pasti sampai; tanyakan kepada instansi tujuan",
                                     "Not known whether the hand-over arrived; ask the other agency"};
inline constexpr Text handed_failed{"Serah terima gagal", "The hand-over failed"};
inline constexpr Text handed_returned{"Surel serah terima kembali; alamat tujuan tidak terjangkau",
                                      "The mail of the hand-over came back; its address cannot be reached"};
inline constexpr Text handed_finished{"Instansi tujuan menyatakan selesai; periksa dan catat",
                                      "The other agency says that it is done; look and take note"};
inline constexpr Text others{"Dan {} laporan lain.", "And {} more reports."};
inline constexpr Text all{"Semua pengingat Anda:", "All your reminders:"};
inline constexpr Text automatic{
    "Surel ini dikirim otomatis oleh Tanggap. Alamat surel dan hari Anda berhalangan "
    "dapat diubah di halaman Pengingat.",
    "Tanggap sent this mail by itself. Change your address, or the days on which "
    "you are away, on the page Reminders."};

} // namespace outgoing::notice_words
