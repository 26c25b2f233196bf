// Words of the list of mails, of the parts on case pages and of problems.
#pragma once
#include "base/language.h"
#include "outgoing/outgoing.h"

namespace outgoing::words {

struct StateWords {
    State state;
    base::Text name;
};
inline constexpr auto states = std::to_array<StateWords>({
    {State::unknown, {"Belum pasti", "Not known"}},
    {State::failed, {"Gagal", "Failed"}},
    {State::queued, {"Menunggu", "Waiting"}},
    {State::sending, {"Sedang dikirim", "Being sent"}},
    {State::sent, {"Terkirim", "Sent"}},
    {State::cancelled, {"Dibatalkan", "Cancelled"}},
    {State::recalled, {"Ditarik", "Taken back"}},
});
[[nodiscard]] constexpr base::Text name_of(State state) {
    for (const auto& each : states)
        if (each.state == state) return each.name;
    return {};
}

/// A problem is a code, with the number of the answer behind a colon.
struct ProblemWords {
    std::string_view code;
    base::Text text;
};
inline constexpr auto problems = std::to_array<ProblemWords>({
    {"mail.refused", {"Server penerima menolak surel ini", "The receiving server refused this mail"}},
    {"mail.later",
     {"Server penerima meminta kami mencoba lagi nanti", "The receiving server asked us to try later"}},
    {"mail.unreachable", {"Server surel belum dapat dihubungi", "The mail server cannot be reached yet"}},
    {"mail.sign_in",
     {"Server surel menolak nama pengguna atau sandi kami", "The mail server refused our user or password"}},
    {"mail.tls", {"Sambungan aman ke server surel gagal", "The secure connection to the mail server failed"}},
    {"mail.unclear",
     {"Surel sudah diserahkan, tetapi server tidak menjawab",
      "The mail was handed over, and the server did not answer"}},
    {"mail.interrupted",
     {"Pengiriman terputus sebelum hasilnya tercatat", "Sending stopped before its outcome was recorded"}},
    {"mail.put_back",
     {"Cadangan lama dipulihkan; surel ini mungkin sudah terkirim sesudah cadangan itu dibuat",
      "An older backup was put back; this mail may have been sent since that backup was made"}},
    {"mail.returned",
     {"Surel kembali: alamat penerima tidak dapat dihubungi",
      "The mail came back: the address cannot be reached"}},
    {"mail.no_address", {"Pelapor tidak lagi punya alamat surel", "The reporter has no address any more"}},
    {"mail.no_relay", {"Server surel belum diatur", "No mail server is set up"}},
    {"mail.not_made", {"Surel tidak dapat disusun", "The mail could not be made"}},
    {"network.limited",
     {"Jaringan meminta kami menunggu; dicoba lagi sendiri",
      "The network asks us to wait; tried again by itself"}},
    {"network.unavailable",
     {"Jaringan sedang tidak dapat dihubungi; dicoba lagi sendiri",
      "The network cannot be reached; tried again by itself"}},
    {"network.token_refused",
     {"Jaringan menolak token akun; pengelola perlu menyambungkannya lagi",
      "The network refuses the account's token; an administrator connects it again"}},
    {"network.rejected", {"Jaringan menolak kiriman ini", "The network refused this"}},
    {"network.forbidden",
     {"Akun tidak boleh menjawab kiriman ini, atau haknya kurang",
      "The account may not answer this, or lacks a right"}},
    {"network.undelivered",
     {"Jaringan menerima pesan ini, tetapi tidak dapat menyampaikannya",
      "The network took this message and could not deliver it"}},
    {"network.gone",
     {"Kiriman warga sudah tidak ada di jaringan", "What the citizen wrote is gone from the network"}},
    {"network.unknown",
     {"Jaringan tidak menjawab, jadi belum pasti sudah tampil di sana",
      "The network did not answer, so it may stand there"}},
    {"network.interrupted",
     {"Pengiriman terputus sebelum hasilnya tercatat", "Sending stopped before its outcome was recorded"}},
    {"network.gave_up",
     {"Tiga hari dicoba tanpa hasil; kabar hanya tampil di halaman pelapor",
      "Tried for three days in vain; the news stands on the reporter's page only"}},
    {"network.recalled", {"Ditarik sebelum terkirim", "Taken back before it was sent"}},
    {"network.recall_refused",
     {"Jaringan menolak menghapusnya; hapus di sana dengan tangan",
      "The network refuses to delete it; delete it there by hand"}},
    {"network.no_recall",
     {"Jaringan ini tidak dapat menghapus kiriman; hapus di sana dengan tangan",
      "This network cannot delete posts for us; delete it there by hand"}},
    {"network.pending", {"Jaringan masih mengolahnya", "The network is still working on it"}},
});
[[nodiscard]] constexpr base::Text problem_of(std::string_view problem) {
    const std::string_view code = problem.substr(0, problem.find(':'));
    for (const auto& each : problems)
        if (each.code == code) return each.text;
    return {"Ada gangguan yang belum dikenal", "Something unknown went wrong"};
}

// /meja/keluar
inline constexpr base::Text title{"Kiriman keluar", "Outgoing mail"};
inline constexpr base::Text lede{
    "Surel dan jawaban di jaringan sosial kepada pelapor. Setiap kabar hanya dikirim satu kali, dan selalu "
    "tampil di halaman pelapor.",
    "Mails and answers on networks to reporters. Each piece of news is sent once only, and always stands on "
    "the reporter's page."};
inline constexpr base::Text no_relay{
    "Server surel belum diatur, jadi kabar hanya tampil di halaman pelapor. Minta petugas TI mengisi bagian "
    "[mail] pada berkas pengaturan.",
    "No mail server is set up, so news stands on the reporter's page only. Ask IT to fill in the part [mail] "
    "of the settings file."};
inline constexpr base::Text unknown_help{
    "Kiriman ini mungkin sudah sampai. Surel: periksa di server surel. Jawaban di jaringan: buka utasnya dan "
    "lihat apakah jawaban kami sudah tampil. Lalu pilih; sistem tidak mengirim ulang sendiri.",
    "These may have arrived. Mails: look at the mail server. Answers on a network: open the thread and see "
    "whether our answer stands there. Then choose; the system never sends them again by itself."};
inline constexpr base::Text by_mail{"lewat surel", "by mail"};
inline constexpr base::Text by_network{"di jaringan sosial", "on the network"};
inline constexpr base::Text states_label{"Pilih status kiriman", "Choose a state"};
inline constexpr base::Text list_title{"Daftar kiriman", "List of mails"};
inline constexpr base::Text own_post{"Siaran akun", "Post of the account"};
inline constexpr base::Text sealed_case{"Laporan terbatas", "Restricted report"};
inline constexpr base::Text attempts{"percobaan ke-{}", "attempt {}"};
inline constexpr base::Text answer{"kode jawaban {}", "answer {}"};
inline constexpr base::Text arrived{"Sudah terkirim", "It arrived"};
inline constexpr base::Text not_arrived{"Belum, kirim lagi", "It did not, send again"};
inline constexpr base::Text send_again{"Kirim lagi", "Send again"};
inline constexpr base::Text cancel{"Batalkan", "Cancel"};
inline constexpr base::Text about{"untuk laporan {}", "for report {}"};
inline constexpr base::Text more{"Tampilkan kiriman sebelumnya", "Show earlier mails"};
inline constexpr base::Text nothing{"Tidak ada kiriman di sini", "No mails here"};
inline constexpr base::Text nothing_unknown{"Tidak ada yang menunggu kepastian",
                                            "Nothing waits to be settled"};
inline constexpr base::Text nothing_text{"Kiriman muncul di sini dengan sendirinya.",
                                         "Mails appear here by themselves."};

// Bubbles on case pages
inline constexpr base::Text on_page{"Tampil di halaman ini", "Shown on this page"};
inline constexpr base::Text mailed{"Terkirim juga lewat surel", "Sent as a mail too"};
inline constexpr base::Text mail_waits{"Surel sedang dikirim", "The mail is on its way"};
inline constexpr base::Text mail_unknown{"Surel belum pasti terkirim", "The mail may not have arrived"};
inline constexpr base::Text mail_failed{"Surel tidak terkirim", "The mail was not sent"};
inline constexpr base::Text posted{"Dijawab juga di jaringan", "Answered on the network too"};
inline constexpr base::Text post_waits{"Jawaban di jaringan sedang dikirim",
                                       "The answer on the network is on its way"};
inline constexpr base::Text post_unknown{"Jawaban di jaringan belum pasti tampil",
                                         "The answer may not stand on the network"};
inline constexpr base::Text post_failed{"Tidak terkirim di jaringan", "Not sent on the network"};
inline constexpr base::Text see_post{"Buka jawabannya", "Open the answer"};
inline constexpr base::Text erased{"Isi kabar ini sudah dihapus.", "The words of this message were erased."};
inline constexpr base::Text settle_link{"Pastikan di Kiriman keluar", "Settle it under Outgoing mail"};

} // namespace outgoing::words
