// Words of the page by which another agency answers a hand-over.
#pragma once
#include "base/language.h"

namespace referral::answer_words {

using base::Text;

inline constexpr Text title{"Serah terima laporan warga", "A citizen's report handed over"};
inline constexpr Text lede{"{} menyerahkan laporan {} kepada {}. Pilih satu jawaban; tidak perlu akun.",
                           "{} hands report {} over to {}. Choose one answer; no account is needed."};
inline constexpr Text handed_over{"Yang diserahkan", "What is handed over"};
inline constexpr Text since{"Diserahkan", "Handed over"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text place{"Tempat", "Place"};
inline constexpr Text taken_title{"Kami terima", "We take it"};
inline constexpr Text number{"Nomor di instansi Anda", "Your own number for it"};
inline constexpr Text number_hint{
    "Warga membacanya untuk bertanya kepada Anda. Nomor agenda atau tiket pun boleh.",
    "The citizen reads it, to ask you. A register or ticket number will do."};
inline constexpr Text take{"Terima laporan", "Take the report"};
inline constexpr Text refused_title{"Bukan kewenangan kami", "Not ours"};
inline constexpr Text reason{"Alasannya", "Why"};
inline constexpr Text reason_hint{
    "Sebutkan siapa yang menurut Anda berwenang, bila tahu. Hanya petugas pengirim yang membacanya.",
    "Say whose it is, if you know. Only the sending agency's staff read it."};
inline constexpr Text give_back{"Kembalikan laporan", "Give the report back"};
inline constexpr Text missing{"Isian ini wajib.", "This field is required."};
inline constexpr Text too_long{"Terlalu panjang. Ringkas dulu.", "Too long. Please shorten it."};
inline constexpr Text not_saved{"Jawaban belum tersimpan", "The answer is not saved yet"};
inline constexpr Text kept{"Isian Anda masih ada di bawah.", "What you wrote is still below."};

inline constexpr Text done_title{"Jawaban sudah kami terima", "We have your answer"};
inline constexpr Text done_taken{
    "Laporan {} tercatat di tempat Anda dengan nomor {}. Warga sudah kami kabari.",
    "Report {} is yours under the number {}. We have told the citizen."};
inline constexpr Text done_back{"Laporan {} kembali kami tangani. Tidak ada lagi yang perlu Anda lakukan.",
                                "Report {} is with us again. There is nothing more for you to do."};
inline constexpr Text gone_title{"Tautan ini tidak berlaku", "This link does not hold"};
inline constexpr Text gone_text{
    "Tautannya salah salin, atau serah terimanya sudah selesai lewat jalan lain. Hubungi instansi pengirim.",
    "It was copied wrongly, or the hand-over was settled another way. Please contact the sending agency."};

} // namespace referral::answer_words
