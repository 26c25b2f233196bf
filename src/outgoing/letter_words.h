// What stands in every mail below the message.
#pragma once
#include "base/language.h"

namespace outgoing::words {

inline constexpr base::Text follow{"Pantau laporan di", "Follow the report at"};
inline constexpr base::Text answer_privately{
    "Untuk menjawab, buka tautan pribadi pada tanda terima yang tampil saat Anda melapor.",
    "To answer, open the private link on the receipt that was shown when you reported."};
inline constexpr base::Text answer_at{
    "Lihat perkembangan dan jawab lewat tautan khusus Anda, mohon tidak dibagikan:",
    "See where it stands and answer through your own link, please do not share it:"};
inline constexpr base::Text see_at{"Lihat perkembangannya lewat tautan khusus Anda, mohon tidak dibagikan:",
                                   "See where it stands through your own link, please do not share it:"};
inline constexpr base::Text answer_by_mail{
    "Untuk menambah keterangan, cukup balas surel ini. Foto boleh dilampirkan.",
    "To add something, simply answer this mail. Photos may be attached."};
inline constexpr base::Text regards{"Salam,", "Kind regards,"};
inline constexpr base::Text automatic{"Surel ini dikirim otomatis dan hanya memuat kabar laporan Anda.",
                                      "This mail was sent automatically and holds news of your report only."};

} // namespace outgoing::words
