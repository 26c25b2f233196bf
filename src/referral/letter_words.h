// Words of what another agency reads in its mail or its own system.
#pragma once
#include "base/language.h"

namespace referral::letter_words {

using base::Text;

inline constexpr Text subject{"Serah terima laporan warga dari {}: {}",
                              "A citizen's report handed over by {}: {}"};
inline constexpr Text greeting{"Kepada {},", "To {},"};
inline constexpr Text intro{
    "{} menyerahkan laporan warga dengan kode {}. Menurut pemeriksaan kami, urusan ini kewenangan Anda.",
    "{} hands over a citizen's report with the code {}. As we see it, the matter is yours."};
inline constexpr Text topic{"Topik: {}", "Topic: {}"};
inline constexpr Text place{"Tempat: {}", "Place: {}"};
inline constexpr Text answer{
    "Mohon jawab lewat tautan ini, apakah laporan ini Anda terima atau bukan kewenangan Anda:",
    "Please answer by this link whether you take the report, or whether it is not yours:"};
inline constexpr Text no_account{
    "Tidak perlu akun. Siapa pun yang memegang tautan ini dapat menjawab, jadi jangan diteruskan ke luar "
    "instansi Anda.",
    "No account is needed. Whoever holds the link can answer, so please keep it inside your agency."};
inline constexpr Text footer{"Dikirim otomatis atas nama {}. Kabar kepada warga menjadi urusan kami.",
                             "Sent automatically for {}. We keep the citizen informed."};
inline constexpr Text reference{"Diserahkan oleh {} dengan kode {}.", "Handed over by {} as {}."};
inline constexpr Text no_place{"Tempat tidak disebutkan", "No place was given"};

} // namespace referral::letter_words
