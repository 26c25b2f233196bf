// Why a line of an import was rejected, in the words of the file of rejected lines.
#pragma once
#include "base/language.h"

#include <array>

namespace intake::words {

/// The first that fits wins; an empty field fits every member.
struct ImportReason {
    std::string_view code, field;
    base::Text text;
};
inline constexpr std::array import_reasons{
    ImportReason{"import.line",
                 "quote",
                 {"Tanda kutip tidak berpasangan. Gandakan tanda kutip di dalam sel.",
                  "A quote is not closed. Double the quotes inside a cell."}},
    ImportReason{
        "import.line",
        "cells",
        {"Jumlah sel berbeda dengan jumlah kolom. Apit sel yang memuat pemisah dengan tanda kutip.",
         "The number of cells differs from that of the columns. Quote cells that hold a separator."}},
    ImportReason{"import.line",
                 "utf8",
                 {"Baris ini bukan UTF-8. Simpan berkas sebagai UTF-8.",
                  "This line is not UTF-8. Save the file as UTF-8."}},
    ImportReason{"import.line", "object", {"Baris ini bukan objek JSON.", "This line is not a JSON object."}},
    ImportReason{
        "json.malformed", "", {"Baris ini bukan JSON yang utuh.", "This line is not complete JSON."}},
    ImportReason{"item.too_large",
                 "",
                 {"Baris ini terlalu panjang. Ringkas isinya.", "This line is too long. Shorten it."}},
    ImportReason{"field.missing", "text", {"Isi laporan kosong.", "The words are missing."}},
    ImportReason{"field.missing", "created_at", {"Waktu laporan kosong.", "The time is missing."}},
    ImportReason{"field.missing", "id", {"Nomor laporan kosong.", "The id is missing."}},
    ImportReason{"field.missing", "", {"Ada isian wajib yang kosong.", "A required cell is empty."}},
    ImportReason{
        "field.invalid",
        "created_at",
        {"Waktu tidak terbaca, sebelum 2004, atau di masa depan. Contoh: 2026-01-31 08:30 atau 31/01/2026 "
         "08.30.",
         "The time cannot be read, lies before 2004 or in the future. Examples: 2026-01-31 08:30 or "
         "31/01/2026 08.30."}},
    ImportReason{
        "field.invalid",
        "answered_at",
        {"Waktu jawaban tidak terbaca, lebih awal dari laporannya, atau di masa depan. Kosongkan bila "
         "belum dijawab.",
         "The time of the answer cannot be read, lies before the report or in the future. Leave it "
         "empty if there was none."}},
    ImportReason{"field.invalid", "", {"Ada sel yang tidak sesuai.", "A cell is not as it should be."}},
    ImportReason{"office.unknown",
                 "",
                 {"Unit kerja tidak dikenal. Tulis nomor, singkatan, atau namanya.",
                  "The office is unknown. Give its id, short name or name."}},
    ImportReason{
        "topic.unknown",
        "",
        {"Topik tidak dikenal. Tulis kode atau namanya.", "The topic is unknown. Give its code or name."}},
    ImportReason{"area.unknown",
                 "",
                 {"Wilayah tidak dikenal atau lebih dari satu yang bernama demikian.",
                  "The area is unknown, or several are called so."}},
};
/// Of a problem that has no words of its own.
inline constexpr base::Text import_reason_other{"Baris ini tidak dapat diterima; lihat kodenya.",
                                                "This line cannot be accepted; see its code."};

} // namespace intake::words
