// Why an account cannot be connected, or is not any more, and what a person does about it.
#pragma once
#include "base/language.h"

#include <array>
#include <string_view>

namespace administration::words {

struct ConnectionProblem {
    std::string_view code;
    base::Text what;
    base::Text do_this;
};
inline constexpr std::array connection_problems{
    ConnectionProblem{
        "network.token_refused",
        {"Jaringan menolak token atau sandi ini.", "The network refuses this token or password."},
        {"Token mungkin sudah dicabut, kedaluwarsa, atau tersalin sebagian. Buat token baru di jaringannya, "
         "lalu "
         "tempel di bawah.",
         "It may be revoked, over, or copied in part. Make a new one at the network and paste it below."}},
    ConnectionProblem{"network.rights_missing",
                      {"Belum semua hak yang diperlukan diberikan.", "Rights are missing."},
                      {"Tambahkan hak itu di pengaturan aplikasi jaringan atau pada peran Anda di akun itu. "
                       "Lalu masuk lagi "
                       "dan setujui semuanya, atau tempel token baru.",
                       "Add them in the settings of the app, or to your role at the account. Then sign in "
                       "again and agree to "
                       "all, or paste a new token."}},
    ConnectionProblem{
        "network.other_account",
        {"Token ini milik akun lain.", "This token belongs to another account."},
        {"Masuk ke jaringan sebagai akun yang sama seperti sebelumnya. Untuk akun yang berbeda, tambahkan "
         "akun "
         "kanal baru.",
         "Sign in to the network as the same account as before. For another one add a new account."}},
    ConnectionProblem{
        "network.connected_already",
        {"Akun ini sudah tersambung lewat akun kanal lain.",
         "This account is connected through another one already."},
        {"Pakai akun kanal yang sudah ada, atau putuskan sambungannya dahulu. Bila disambung dua kali, "
         "setiap "
         "laporan akan masuk dan dijawab dua kali.",
         "Use the one that is there, or disconnect it first. Connected twice, every report would come in and "
         "be answered twice."}},
    ConnectionProblem{
        "network.unreachable",
        {"Jaringan belum dapat dihubungi.", "The network cannot be reached."},
        {"Periksa alamat servernya. Bila sudah benar, coba lagi beberapa menit lagi; isian Anda tidak hilang "
         "kecuali token.",
         "Check the address of the server. If it is right, try again in a few minutes."}},
    ConnectionProblem{"network.limited",
                      {"Jaringan meminta kami menunggu.", "The network asks us to wait."},
                      {"Terlalu banyak percobaan dalam waktu singkat. Coba lagi seperempat jam lagi.",
                       "Too many attempts in a short time. Try again in a quarter of an hour."}},
    ConnectionProblem{
        "network.unreadable",
        {"Jawaban jaringan tidak dapat kami pahami.", "We do not understand the network's answer."},
        {"Periksa alamat servernya. Bila sudah benar, sampaikan kepada petugas TI.",
         "Check the address of the server. If it is right, tell IT."}},
    ConnectionProblem{
        "network.sign_in_over",
        {"Waktu untuk masuk sudah habis, atau dimulai di peramban lain.",
         "The time to sign in is over, or it was begun in another browser."},
        {"Mulai lagi dari halaman sambungan akun ini.", "Begin again on the page of this connection."}},
    ConnectionProblem{
        "network.sign_in_refused",
        {"Jaringan tidak memberi izin.", "The network did not agree."},
        {"Bila Anda menekan Tolak, mulai lagi dan pilih Izinkan. Bila tidak, periksa alamat servernya.",
         "If you pressed Deny, begin again and allow it. If not, check the address of the server."}},
    ConnectionProblem{"network.code_refused",
                      {"Jaringan tidak menerima kode masuk ini.", "The network does not take this code."},
                      {"Kodenya sekali pakai dan hanya berlaku sebentar. Mulai lagi; bila terulang, periksa "
                       "nomor dan rahasia "
                       "aplikasi serta alamat kembali yang terdaftar di jaringannya.",
                       "A code serves once and not for long. Begin again; if it happens again, check the "
                       "app's id and secret "
                       "and the address to come back to at the network."}},
    ConnectionProblem{
        "network.no_starttls",
        {"Server surel ini tidak menawarkan STARTTLS.", "This mail server does not offer STARTTLS."},
        {"Sandi tidak kami kirim. Pilih TLS sejak awal, atau minta petugas TI menyalakan STARTTLS. Bila "
         "kemarin "
         "masih bisa, mungkin ada yang menyela sambungan di tengah jalan.",
         "The password was not sent. Choose TLS from the start, or ask IT to switch STARTTLS on. If it "
         "worked "
         "yesterday, somebody may sit between."}},
    ConnectionProblem{
        "network.no_page",
        {"Anda tidak mengelola Halaman apa pun di sana.", "You manage no Page there."},
        {"Masuk sebagai orang yang mengelola Halaman instansi, dan centang Halaman itu saat jaringan "
         "bertanya.",
         "Sign in as somebody who manages the agency's Page, and tick it when the network asks."}},
    ConnectionProblem{
        "network.wrong_token",
        {"Token ini milik seseorang, bukan milik Halaman.", "This token is a person's, not a Page's."},
        {"Masuk di halaman jaringannya; token Halaman lalu dibuat dengan sendirinya.",
         "Sign in on the network's own page: the token of the Page is made by itself then."}},
    ConnectionProblem{"network.test_failed",
                      {"Uji tidak terkirim.", "The test was not sent."},
                      {"Periksa hak menulis akun ini, lalu masuk ulang. Menerima laporan tetap berjalan.",
                       "Check its right to write and sign in again. Receiving goes on."}},
    ConnectionProblem{
        "network.no_feed",
        {"Di alamat itu tidak ada umpan RSS atau Atom.", "There is no RSS or Atom feed there."},
        {"Cari tautan RSS pada situs itu, sering berakhiran /feed atau /rss, lalu salin alamatnya.",
         "Look for the RSS link of the site, which often ends in /feed or /rss, and copy it."}},
    ConnectionProblem{"network.refused",
                      {"Jaringan menolak permintaan ini.", "The network refuses this."},
                      {"Periksa isian di bawah, terutama alamat server dan nomor akun.",
                       "Check the fields below, most of all the address of the server."}},
    ConnectionProblem{
        "network.unknown",
        {"Jaringan ini belum punya penghubung di server ini.", "This server has no connector for it."},
        {"Periksa nama jaringan pada akun kanal.", "Check the network of the account."}},
    ConnectionProblem{"network.not_connected",
                      {"Akun ini belum disambungkan.", "This account is not connected."},
                      {"Isi formulir di bawah.", "Fill in the form below."}},
    ConnectionProblem{"case.changed_meanwhile",
                      {"Sambungan ini baru saja berubah.", "This connection has just changed."},
                      {"Lihat keadaannya di bawah, lalu coba lagi.", "Look at its state and try again."}},
    ConnectionProblem{"field.missing",
                      {"Masih ada isian yang kosong.", "A field is empty."},
                      {"Lengkapi isian yang ditandai.", "Fill in what is marked."}},
    ConnectionProblem{"connection.unsure",
                      {"Belum ada yang diubah.", "Nothing was changed."},
                      {"Centang dahulu kotak persetujuannya.", "Tick the box first."}},
};
inline constexpr ConnectionProblem other_connection_problem{
    {},
    {"Akun belum dapat disambungkan.", "The account could not be connected."},
    {"Coba lagi. Bila tetap begitu, sampaikan kepada petugas TI.", "Try again. If it stays so, tell IT."}};
[[nodiscard]] constexpr const ConnectionProblem& connection_problem(std::string_view code) {
    for (const auto& each : connection_problems)
        if (each.code == code) return each;
    return other_connection_problem;
}
inline constexpr base::Text missing_rights{"Hak yang kurang:", "Missing:"};

/// Why something is not looked through, not held or held back: of sources, holes and pushes. What is not
/// here is the network's own code.
struct HoldUp {
    std::string_view code;
    base::Text text;
};
inline constexpr std::array hold_ups{
    HoldUp{"budget", {"jatah bertanya sedang habis", "the allowance is used up for now"}},
    HoldUp{
        "not_shown",
        {"jaringan menghitungnya tetapi tidak menampilkannya", "the network counts it and does not show it"}},
    HoldUp{"unreadable", {"jawaban jaringan tidak dapat dipahami", "the network's answer is not understood"}},
    HoldUp{"network.unreadable", {"isinya tidak dapat dipahami", "it cannot be understood"}},
    HoldUp{"network.not_connected", {"akun belum tersambung", "the account is not connected"}},
    HoldUp{"revoked", {"token ditolak", "the token is refused"}},
    HoldUp{"expired", {"token kedaluwarsa", "the token is over"}},
    HoldUp{"refused", {"jaringan menolak", "the network refuses"}},
    HoldUp{"field.invalid", {"ada bagian yang tidak sesuai", "a part of it is not as it should be"}},
    HoldUp{"item.too_large", {"teksnya terlalu panjang", "its text is too long"}},
    HoldUp{"404", {"sudah tidak ada di jaringan", "it is gone from the network"}},
    HoldUp{"410", {"sudah tidak ada di jaringan", "it is gone from the network"}},
    HoldUp{"unreachable", {"server belum dapat dihubungi", "the server cannot be reached"}},
    HoldUp{"broken", {"sambungan terputus di tengah jalan", "the connection broke off"}},
    HoldUp{"sign_in", {"nama pengguna atau sandi ditolak", "user or password are refused"}},
    HoldUp{"no_starttls", {"server tidak menawarkan STARTTLS", "the server does not offer STARTTLS"}},
    HoldUp{"no_folder", {"folder itu tidak ada", "there is no such folder"}},
    HoldUp{"429", {"jaringan meminta menunggu", "the network asks to wait"}},
};
inline constexpr base::Text network_says{"jawaban jaringan: {}", "the network says: {}"};

} // namespace administration::words
