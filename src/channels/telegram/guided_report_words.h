// What the bot asks in a guided report, and what it says about the answer to a resolved case.
#pragma once
#include "base/language.h"

namespace channels::telegram::words {

using base::Text;

inline constexpr Text ask_what{
    "Selamat datang. Silakan ceritakan apa yang ingin Bapak/Ibu laporkan, misalnya: \"Jalan berlubang, sudah "
    "dua orang jatuh\".\n\nKetik /batal kapan saja untuk berhenti.",
    "Welcome. Please tell us what you would like to report, for example: \"Pothole in the road, two people "
    "have fallen\".\n\nType /batal at any time to stop."};
inline constexpr Text more_what{"Mohon ceritakan sedikit lebih lengkap: apa yang terjadi, dan sejak kapan?",
                                "Please tell us a little more: what happened, and since when?"};
inline constexpr Text ask_where{
    "Terima kasih. Di mana tempatnya? Silakan tulis nama jalan dan kelurahannya, atau kirim lokasi lewat "
    "tombol "
    "lampiran (📎).",
    "Thank you. Where is it? Please write the street and the neighbourhood, or send a location with the "
    "attachment button (📎)."};
inline constexpr Text more_where{
    "Mohon tulis tempatnya, misalnya \"Jl. Melati, depan pasar, Kelurahan Cempaka\", atau kirim lokasi.",
    "Please write where it is, for example \"Jl. Melati, in front of the market, Cempaka\", or send a "
    "location."};
inline constexpr Text ask_photo{"Baik. Bila ada, silakan kirim fotonya. Ketik /lewati bila tidak ada.",
                                "Good. Please send a photo if you have one. Type /lewati if you do not."};
inline constexpr Text more_photo{"Itu belum berupa foto. Silakan kirim foto, atau ketik /lewati.",
                                 "That is not a photo yet. Please send a photo, or type /lewati."};
inline constexpr Text finished{
    "Terima kasih, laporan Bapak/Ibu sudah lengkap dan kami teruskan. Nomor laporan dan kabar selanjutnya "
    "kami "
    "kirim di sini.",
    "Thank you, your report is complete and we pass it on. Its number and all further news come here."};
inline constexpr Text cancelled{"Baik, laporan tidak dikirim. Ketik /lapor untuk memulai lagi.",
                                "All right, nothing was sent. Type /lapor to begin again."};
inline constexpr Text nothing_to_cancel{"Tidak ada laporan yang sedang ditulis. Ketik /lapor untuk memulai.",
                                        "No report is being written. Type /lapor to begin."};
inline constexpr Text cannot_hear{"Mohon maaf, pesan suara belum dapat kami dengarkan. Silakan tuliskan "
                                  "pesannya, supaya petugas dapat segera "
                                  "membacanya.",
                                  "We are sorry, voice messages cannot be listened to here yet. Please write "
                                  "your message, so that our staff "
                                  "can read it at once."};

inline constexpr Text confirmed{"Terima kasih atas konfirmasinya. Laporan ini kami tutup.",
                                "Thank you for confirming. We close this report."};
inline constexpr Text ask_contest{
    "Mohon maaf atas ketidaknyamanannya. Apa yang belum beres? Silakan tuliskan, boleh disertai foto. Ketik "
    "/batal bila tidak jadi.",
    "We are sorry. What is not done yet? Please write it here, with a photo if you like. Type /batal to "
    "leave it."};
inline constexpr Text contested{"Terima kasih. Laporan ini kami buka kembali dan kami kerjakan lagi.",
                                "Thank you. We have opened this report again and go on working on it."};
inline constexpr Text not_contested{"Baik, laporan tetap seperti semula.",
                                    "All right, the report stays as it is."};
inline constexpr Text too_late{"Mohon maaf, jawaban ini tidak dapat kami catat: laporannya tidak sedang "
                               "menunggu konfirmasi. Bila masih ada "
                               "masalah, ketik /lapor.",
                               "We are sorry, this answer cannot be recorded: the report is not waiting for "
                               "it. If something is wrong, type "
                               "/lapor."};
inline constexpr Text not_yours{"Mohon maaf, hanya pelapornya sendiri yang dapat menjawab untuk laporan ini.",
                                "We are sorry, only its own reporter can answer for this report."};

} // namespace channels::telegram::words
