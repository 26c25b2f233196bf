// Words about hand-overs outside: states, problems, the list of those that wait for a person.
#pragma once
#include "base/language.h"
#include "referral/delivery.h"

namespace referral::words {

using base::Text;

[[nodiscard]] constexpr Text name_of(State state) noexcept {
    switch (state) {
    case State::queued: return {"Menunggu dikirim", "Waiting to be sent"};
    case State::sending: return {"Sedang dikirim", "Being sent"};
    case State::sent: return {"Terkirim, menunggu jawaban", "Sent, waiting for the answer"};
    case State::tokened: return {"Diterima di sana, menunggu nomor", "Taken there, waiting for the number"};
    case State::answered: return {"Sudah dijawab", "Answered"};
    case State::unknown: return {"Belum pasti sampai", "Not known to have arrived"};
    case State::failed: return {"Gagal", "Failed"};
    case State::followed:
        return {"Diterima di sana, statusnya diikuti", "Taken there, its status is followed"};
    case State::finished: return {"Selesai di sana", "Closed there"};
    case State::returned: return {"Surel kembali", "The mail came back"};
    case State::cancelled: return {"Dibatalkan", "Cancelled"};
    }
    return {};
}

struct ProblemWords {
    std::string_view code; ///< before a colon; behind it what the other side said
    Text text;
};
inline constexpr auto problems = std::to_array<ProblemWords>({
    {"open311.unreachable", {"Server tujuan belum dapat dihubungi", "Their server cannot be reached yet"}},
    {"open311.no_answer",
     {"Laporan sudah dikirim, tetapi server tujuan tidak menjawab",
      "It was sent, and their server did not answer"}},
    {"open311.unreadable",
     {"Jawaban server tujuan tidak terbaca", "Their server's answer could not be read"}},
    {"open311.busy", {"Server tujuan meminta kami menunggu", "Their server asks us to wait"}},
    {"open311.refused",
     {"Server tujuan menolak. Periksa layanan dan kunci di pengaturan",
      "Their server refused. Check service and key in the settings"}},
    {"open311.broken", {"Server tujuan sedang rusak", "Their server is broken just now"}},
    {"open311.no_request",
     {"Server tujuan tidak mengenal nomor itu", "Their server does not know that number"}},
    {"mail.returned",
     {"Surel kembali: alamat tujuan tidak terjangkau. Perbaiki alamatnya di pengaturan, lalu kirim lagi",
      "The mail came back: its address cannot be reached. Mend the address in the settings, then send it "
      "again"}},
    {"open311.no_number", {"Nomornya belum ada", "There is no number yet"}},
    {"open311.key",
     {"Kunci tidak dapat dibuka. Masukkan lagi di pengaturan",
      "The key cannot be opened. Enter it again in the settings"}},
    {"delivery.interrupted",
     {"Pengiriman terputus sebelum hasilnya tercatat", "Sending stopped before its outcome was recorded"}},
    {"delivery.put_back",
     {"Cadangan lama dipulihkan; mungkin sudah terkirim sesudah cadangan itu dibuat",
      "An older backup was put back; it may have been sent since"}},
    {"delivery.way_changed", {"Cara serah terima instansi ini diubah", "The way to this agency was changed"}},
    {"mail.no_relay", {"Server surel belum diatur", "No mail server is set up"}},
    {"mail.no_site", {"Alamat pemasangan ini belum diatur", "This installation's own address is not set"}},
    {"mail.refused", {"Server penerima menolak surel ini", "The receiving server refused this mail"}},
    {"mail.unclear",
     {"Surel sudah diserahkan, tetapi server tidak menjawab",
      "The mail was handed over, and the server did not answer"}},
});
[[nodiscard]] constexpr Text problem_of(std::string_view problem) noexcept {
    for (const auto& each : problems)
        if (each.code == problem.substr(0, problem.find(':'))) return each.text;
    return {"Belum berhasil", "Not done yet"};
}

inline constexpr Text title{"Serah terima ke instansi luar", "Hand-overs to agencies outside"};
inline constexpr Text lede{
    "Yang terkirim sendiri lewat surel atau Open311. Yang belum pasti tidak pernah dikirim ulang tanpa Anda.",
    "What goes out by itself, by mail or Open311. What is not known to have arrived is never repeated "
    "without "
    "you."};
inline constexpr Text states_label{"Keadaan serah terima", "State of hand-overs"};
inline constexpr Text finished_help{"Instansi tujuan menyatakan laporan ini selesai. Laporan di sini tidak "
                                    "ditutup sendiri: periksa, beri tahu "
                                    "pelapor bila perlu, lalu catat.",
                                    "The other agency says that these are done. The reports here are not "
                                    "closed by themselves: look, tell the "
                                    "reporter where needed, and take note."};
inline constexpr Text there_open{"di sana: masih dikerjakan", "there: open"};
inline constexpr Text there_closed{"di sana: selesai", "there: closed"};
inline constexpr Text there_since{"sejak {}", "since {}"};
inline constexpr Text number{"Nomor {}", "Number {}"};
inline constexpr Text asked_last{"ditanyakan {}", "asked {}"};
inline constexpr Text noted{"Sudah dicatat", "Noted"};
inline constexpr Text unknown_help{
    "Tanyakan kepada instansi tujuan apakah laporannya ada di sana. Nomornya dicatat di halaman laporan.",
    "Ask the other agency whether the report is there. Its number is recorded on the report's page."};
inline constexpr Text nothing{"Tidak ada serah terima dalam keadaan ini.", "No hand-over is in this state."};
inline constexpr Text nothing_text{"Serah terima baru muncul di sini dengan sendirinya.",
                                   "New ones appear here by themselves."};
inline constexpr Text arrived{"Sudah sampai", "It arrived"};
inline constexpr Text send_again{"Kirim lagi", "Send again"};
inline constexpr Text about{"laporan {}", "report {}"};
inline constexpr Text attempts{"percobaan ke-{}", "attempt {}"};
inline constexpr Text answer{"kode jawaban {}", "answer {}"};
inline constexpr Text by_mail{"surel", "mail"};
inline constexpr Text by_open311{"Open311", "Open311"};
inline constexpr Text card_title{"Serah terima", "Hand-over"};
inline constexpr Text card_link{"Selesaikan di daftar serah terima", "Settle it in the list of hand-overs"};
inline constexpr Text list_title{"Daftar", "List"};

} // namespace referral::words
