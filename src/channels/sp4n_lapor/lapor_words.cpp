// Reasons of refusals, in words that say what to do.
#include "channels/sp4n_lapor/lapor_words.h"

#include <array>

namespace channels::sp4n_lapor::words {
namespace {

struct Reason {
    std::string_view problem;
    std::string_view field; ///< empty: whichever
    Text text;
};

constexpr auto reasons = std::to_array<Reason>({
    {"lapor.finished",
     "",
     {"Sudah selesai di LAPOR!, jadi tidak dibuka lagi di sini.", "Finished in LAPOR!, so not opened again here."}},
    {"import.line", "", {"Barisnya terlalu besar.", "The line is too large."}},
    {"field.missing", "tracking_id", {"Tracking ID kosong.", "The tracking id is empty."}},
    {"field.invalid",
     "tracking_id",
     {"Tracking ID harus 3 sampai 40 huruf, angka, atau tanda hubung.",
      "A tracking id has 3 to 40 letters, digits or hyphens."}},
    {"field.missing", "date", {"Tanggal laporan kosong.", "The date is empty."}},
    {"field.invalid",
     "date",
     {"Tanggal tidak terbaca. Contoh yang terbaca: 05/10/2026 08:30.",
      "The date cannot be read. This can: 05/10/2026 08:30."}},
    {"field.invalid",
     "created_at",
     {"Tanggal di luar jangkauan: lebih dari satu hari ke depan atau sebelum 2004.",
      "The date is more than a day ahead or before 2004."}},
    {"field.missing", "text", {"Isi laporan kosong.", "The words are empty."}},
    {"item.too_large", "", {"Isiannya terlalu panjang.", "An entry is too long."}},
    {"lapor.column_missing", "tracking_id", {"Kolom Tracking ID tidak ada. Sebutkan judul kolomnya di bawah Nama kolom berkas.", "There is no column for the tracking id. Name its header below."}},
    {"lapor.column_missing", "date", {"Kolom tanggal laporan tidak ada. Sebutkan judul kolomnya di bawah Nama kolom berkas.", "There is no column for the date. Name its header below."}},
    {"lapor.column_missing", "text", {"Kolom isi laporan tidak ada. Sebutkan judul kolomnya di bawah Nama kolom berkas.", "There is no column for the words. Name its header below."}},
    {"lapor.spreadsheet", "", {"Ini berkas Excel. Simpan sebagai CSV, lalu kirim ulang.", "This is a spreadsheet. Save it as CSV and send it again."}},
    {"lapor.utf16", "", {"Berkas ini berkode UTF-16. Simpan sebagai CSV UTF-8, lalu kirim ulang.", "This file is UTF-16. Save it as CSV UTF-8 and send it again."}},
    {"lapor.too_many_lines", "", {"Berkas lebih dari 200.000 baris. Bagi menjadi beberapa berkas.", "The file has more than 200,000 lines. Split it."}},
    {"lapor.file_gone", "", {"Berkasnya sudah tidak ada di server. Kirim ulang.", "The file is no longer on the server. Send it again."}},
    {"lapor.too_old", "", {"Tidak disetujui dalam tujuh hari, jadi berkasnya kami hapus.", "Nobody agreed within seven days, so we deleted the file."}},
    {"request.too_large", "", {"Berkas lebih dari 32 MB. Bagi menjadi beberapa berkas.", "The file is larger than 32 MB. Split it."}},
});

} // namespace

Text reason_of(std::string_view problem, std::string_view field) {
    for (const auto& row : reasons)
        if (row.problem == problem && (row.field.empty() || row.field == field)) return row.text;
    return {"Ada isian yang tidak dapat kami terima.", "An entry cannot be accepted."};
}

} // namespace channels::sp4n_lapor::words
