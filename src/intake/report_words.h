// Visible text of the report page.
#pragma once
#include "base/language.h"

namespace intake::words {

using base::Text;

inline constexpr Text text_missing{"Tulis dulu apa yang terjadi, satu kalimat pun cukup.",
                                   "Please say what happened; one sentence is enough."};
inline constexpr Text text_long{"Ceritanya terlalu panjang. Paling banyak 4.000 huruf.",
                                "That is too long. At most 4,000 characters."};
inline constexpr Text text_unreadable{
    "Ada huruf yang tidak dapat kami baca. Hapus lalu tulis lagi bagian itu.",
    "Some characters cannot be read. Please write that part again."};
inline constexpr Text place_missing{"Tulis nama jalan atau patokannya, supaya regu kami tidak salah tempat.",
                                    "Name the street or a landmark, so that our crew finds the place."};
inline constexpr Text place_long{"Nama tempat paling banyak 300 huruf.",
                                 "At most 300 characters for the place."};
inline constexpr Text identity_unknown{"Pilih salah satu: biasa, anonim, atau rahasia.",
                                       "Choose one: ordinary, anonymous or confidential."};
inline constexpr Text email_wrong{
    "Alamat surel ini belum benar. Contoh: nama@contoh.id. Boleh dikosongkan.",
    "This mail address is not right. For example name@example.id. It may stay empty."};
inline constexpr Text phone_wrong{
    "Nomor HP ini belum benar. Contoh: 0812 3456 7890. Boleh dikosongkan.",
    "This phone number is not right. For example 0812 3456 7890. It may stay empty."};
inline constexpr Text photos_many{"Paling banyak 3 foto.", "At most 3 photos."};
inline constexpr Text form_old{"Formulir ini sudah terlalu lama terbuka. Kirim sekali lagi.",
                               "This form has been open for too long. Please send it again."};

inline constexpr Text photo_unreadable{
    "Satu foto tidak dapat dibuka. Kirim foto JPEG, PNG, WebP, atau HEIF, atau lewati saja.",
    "One photo cannot be opened. Send a JPEG, PNG, WebP or HEIF, or leave it out."};
inline constexpr Text photo_large{
    "Satu foto lebih besar dari 10 MB. Pilih foto yang lebih kecil, atau lewati saja.",
    "One photo is larger than 10 MB. Choose a smaller one, or leave it out."};
inline constexpr Text photo_busy{
    "Foto sedang banyak yang masuk. Coba kirim lagi sebentar lagi; isian Anda tetap ada.",
    "Many photos are coming in. Please send again in a moment; your words are kept."};

inline constexpr Text once_more{"Satu langkah lagi.", "One more step."};
inline constexpr Text once_more_why{
    "Kami ingin memastikan laporan ini dikirim oleh orang, bukan mesin. Semua isian Anda masih ada.",
    "We want to be sure that a person is sending this, not a machine. All you wrote is still here."};
inline constexpr Text once_more_send{"Ya, kirim laporan ini", "Yes, send this report"};
inline constexpr Text many{"Terlalu banyak laporan dari jaringan ini dalam waktu singkat.",
                           "Too many reports from this network in a short time."};
inline constexpr Text many_wait{"Isian Anda masih ada: tunggu {} detik, lalu tekan Kirim lagi.",
                                "What you wrote is still here: wait {} seconds, then press Send again."};

inline constexpr Text same_title{"Apakah ini yang Anda maksud?", "Is this what you mean?"};
inline constexpr Text same_lede{
    "Isian Anda masih ada. Bila sama, ikuti saja: satu perbaikan untuk semua, dan Anda tetap dikabari.",
    "What you wrote is still here. If it is the same, follow it: one fix for all, and you are told as well."};
inline constexpr Text same_many{"{} warga sudah melaporkan ini", "{} people have reported this already"};
inline constexpr Text same_one{"Seorang warga sudah melaporkan ini", "Somebody has reported this already"};
inline constexpr Text same_read{"Baca laporannya", "Read that report"};
inline constexpr Text same_follow{"Ini yang sama, ikuti", "This is the same, follow it"};
inline constexpr Text same_follow_note{
    "Foto dan cerita Anda ditambahkan. Anda mendapat tautan pribadi sendiri.",
    "Your photo and words are added. You get a private link of your own."};
inline constexpr Text same_not{"Bukan, kirim laporan saya", "No, send my report"};

inline constexpr Text title{"Buat laporan", "Make a report"};
inline constexpr Text heading{"Laporkan ke {}", "Report to {}"};
inline constexpr Text lede{
    "Satu foto dan dua pertanyaan. Anda langsung mendapat kode untuk memantau laporan. Tidak perlu akun.",
    "One photo and two questions. You get a code at once to follow your report. No account needed."};
inline constexpr Text danger{"Ada orang terluka atau bahaya sekarang? ",
                             "Is someone hurt, or is there danger now? "};
inline constexpr Text danger_call{"Telepon 112", "Call 112"};
inline constexpr Text danger_free{" dulu, gratis.", " first, it is free."};
inline constexpr Text photo{"Foto", "Photo"};
inline constexpr Text photo_label{"Ambil foto kejadiannya", "Take a photo of it"};
inline constexpr Text photo_hint{"Paling banyak 3 foto, masing-masing 10 MB. Keterangan lokasi di dalam foto "
                                 "kami hapus, dan foto baru tampil untuk umum setelah diperiksa petugas.",
                                 "At most 3 photos of 10 MB each. We remove the location inside the photo, "
                                 "and it is shown in public only after staff have checked it."};
inline constexpr Text photo_skip{"Tidak sempat memotret? Lewati saja.", "No time for a photo? Leave it out."};
inline constexpr Text photo_kept{"Foto Anda sudah kami terima dan ikut terkirim.",
                                 "Your photos have arrived and go along."};
inline constexpr Text what{"Apa yang terjadi?", "What happened?"};
inline constexpr Text what_label{"Ceritakan dengan kata-kata Anda", "Tell us in your own words"};
inline constexpr Text what_hint{
    "Misalnya: lubang besar, kemarin ada motor jatuh, kalau hujan tidak kelihatan.",
    "For example: a big hole, a motorbike fell yesterday, it cannot be seen when it rains."};
inline constexpr Text where{"Di mana?", "Where?"};
inline constexpr Text where_label{"Nama jalan dan patokan", "Street and landmark"};
inline constexpr Text where_hint{
    "Tulis juga RT/RW atau nomor gang bila ada: gang 3 dan gang 5 bisa berbeda kejadian.",
    "Add RT/RW or the alley's number if there is one: alley 3 and alley 5 may be two things."};
inline constexpr Text position_use{"Pakai posisi saya", "Use my position"};
inline constexpr Text who{"Siapa yang boleh tahu?", "Who may know?"};
inline constexpr Text ordinary{"Biasa", "Ordinary"};
inline constexpr Text ordinary_note{
    "Laporan tampil untuk umum tanpa nama. Unit kerja yang menangani dapat menghubungi Anda.",
    "The report is public without your name. The office in charge may contact you."};
inline constexpr Text anonymous{"Anonim", "Anonymous"};
inline constexpr Text anonymous_note{
    "Nama Anda juga disembunyikan dari unit yang dilaporkan. Bila pejabat berwenang membukanya, itu "
    "tercatat.",
    "Your name is hidden from the office too. If an authorised official opens it, that is recorded."};
inline constexpr Text confidential{"Rahasia", "Confidential"};
inline constexpr Text confidential_note{
    "Isi laporan tidak ditampilkan untuk umum. Hanya petugas yang menangani yang membacanya.",
    "Nothing you write is shown in public. Only the staff in charge read it."};
inline constexpr Text news{"Kabari saya", "Keep me posted"};
inline constexpr Text may_be_empty{"boleh dikosongkan", "may stay empty"};
inline constexpr Text email{"Surel", "E-mail"};
inline constexpr Text phone{"Nomor HP", "Mobile number"};
inline constexpr Text send{"Kirim laporan", "Send the report"};
inline constexpr Text promise{"Laporan diperiksa petugas, diteruskan ke unit kerja setempat, dan Anda lihat "
                              "tenggatnya. Bila lewat, itu juga tampil.",
                              "Staff check the report, pass it to the local office, and you see its "
                              "deadline. If it is missed, that shows too."};
inline constexpr Text came_back{"Laporan belum terkirim", "The report has not been sent yet"};
inline constexpr Text nothing_lost{"Isian Anda masih ada. Perbaiki yang ditandai, lalu kirim lagi.",
                                   "What you wrote is still here. Mend what is marked and send again."};

} // namespace intake::words
