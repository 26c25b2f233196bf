// What the bot asks in a guided report.
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

} // namespace channels::telegram::words
