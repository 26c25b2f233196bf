// What people read on the page of their reminders.
#pragma once
#include "base/language.h"

namespace desk::notice_words {

using base::Text;

inline constexpr Text title{"Pengingat", "Reminders"};
inline constexpr Text lede{
    "Laporan yang tenggatnya mendekat atau lewat dan menunggu Anda, dan serah terima ke instansi luar yang "
    "perlu Anda periksa. Setiap laporan tampil satu kali, menurut pengingat terakhir, sampai selesai.",
    "Reports that wait for you and whose deadline comes near or has passed, and hand-overs to agencies "
    "outside "
    "that need your eye. Each stands here once, by its last reminder, until it is done."};
inline constexpr Text mark_seen{"Tandai semua sudah dibaca", "Mark all as read"};
inline constexpr Text fresh{"Baru", "New"};
inline constexpr Text none_title{"Tidak ada pengingat", "No reminders"};
inline constexpr Text none_text{
    "Bila tenggat sebuah laporan mendekat atau lewat, pengingatnya tampil di sini.",
    "When the deadline of a report comes near or passes, you are reminded here."};
inline constexpr Text step{"{} sampai {}: {}", "{} by {}: {}"};
inline constexpr Text to_handovers{"Lihat serah terima", "See hand-overs"};
inline constexpr Text list{"Daftar pengingat", "List of reminders"};
inline constexpr Text mine{"Cara Anda dihubungi", "How you are reached"};
inline constexpr Text email{"Surel dinas untuk pengingat", "Work mail for reminders"};
inline constexpr Text email_hint{
    "Ringkasan dikirim paling sering setiap 30 menit, tidak pada jam tenang. Isinya hanya kode, topik, "
    "tenggat, "
    "dan tautan. Kosongkan bila tidak ingin menerima surel.",
    "A summary is sent at most every 30 minutes and never in quiet hours. It holds codes, topics, due times "
    "and links only. Leave it empty to receive no mail."};
inline constexpr Text mail_language{"Bahasa surel", "Language of the mails"};
inline constexpr Text mail_indonesian{"Bahasa Indonesia", "Indonesian"};
inline constexpr Text mail_english{"Bahasa Inggris", "English"};
inline constexpr Text email_wrong{"Tulis alamat surel seperti nama@instansi.go.id.",
                                  "Write an address like name@agency.go.id."};
inline constexpr Text away{"Berhalangan sampai dengan", "Away up to and including"};
inline constexpr Text away_hint{
    "Selama itu pengingat disampaikan kepada petugas berikutnya. Kosongkan bila Anda bertugas.",
    "Until then the next person is reminded in your place. Leave it empty when you are at work."};
inline constexpr Text away_wrong{"Pilih hari ini atau sesudahnya.", "Choose today or a later day."};
inline constexpr Text save{"Simpan", "Save"};
inline constexpr Text saved{"Perubahan tersimpan.", "The change is saved."};
inline constexpr Text unseen{"{} pengingat baru", "{} new reminders"};

} // namespace desk::notice_words
