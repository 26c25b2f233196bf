// What people read about topics, rules and the check of rules.
#pragma once
#include "agency/proof_kind.h"
#include "base/language.h"

namespace administration::words {

using base::Text;

[[nodiscard]] constexpr Text name_of(agency::ProofKind proof) noexcept {
    switch (proof) {
    case agency::ProofKind::photo: return {"Foto", "Photo"};
    case agency::ProofKind::answer: return {"Jawaban publik", "Public answer"};
    case agency::ProofKind::document: return {"Dokumen", "Document"};
    case agency::ProofKind::confirmation: return {"Konfirmasi pelapor", "The reporter's yes"};
    }
    return {};
}
[[nodiscard]] constexpr Text explained(agency::ProofKind proof) noexcept {
    switch (proof) {
    case agency::ProofKind::photo:
        return {
            "Laporan tuntas dengan foto setelah pekerjaan. Untuk yang dapat dipotret: jalan, lampu, sampah.",
            "Resolved with a photo taken after the work. For what can be photographed: roads, lamps, waste."};
    case agency::ProofKind::answer:
        return {"Laporan tuntas dengan jawaban yang dapat dibaca publik.",
                "Resolved with an answer that the public can read."};
    case agency::ProofKind::document:
        return {"Laporan tuntas dengan nomor dan tanggal surat. Pindaiannya tidak pernah ditayangkan.",
                "Resolved with number and date of a document. A scan is never shown."};
    case agency::ProofKind::confirmation:
        return {"Laporan tuntas setelah pelapornya sendiri berkata sudah.",
                "Resolved when the reporter says so."};
    }
    return {};
}

inline constexpr Text topics_title{"Topik", "Topics"};
inline constexpr Text topics_lede{"Topik menentukan tiga hal: kata yang membuatnya dikenali, tenggatnya, dan "
                                  "bukti yang diminta sebelum laporan boleh disebut tuntas.",
                                  "A topic decides three things: the words by which it is recognised, its "
                                  "deadlines, and the proof demanded before a case counts as resolved."};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text proof{"Bukti penyelesaian", "Proof"};
inline constexpr Text profile{"Tenggat", "Deadlines"};
inline constexpr Text profile_usual{"Sama dengan instansi ({})", "As the agency ({})"};
inline constexpr Text word_count{"Kata kunci", "Words"};
inline constexpr Text topic_state{"Keadaan", "State"};
inline constexpr Text used{"Dipakai", "In use"};
inline constexpr Text retired{"Tidak dipakai", "Retired"};
inline constexpr Text add_topic{"Tambah topik", "Add a topic"};
inline constexpr Text save_topic{"Simpan topik", "Save topic"};
inline constexpr Text topic_code{"Kode", "Code"};
inline constexpr Text topic_code_hint{"Tetap selamanya, misalnya jalan-berlubang.",
                                      "Stays for ever: jalan-berlubang."};
inline constexpr Text name_id{"Nama", "Name in Indonesian"};
inline constexpr Text name_en{"Nama dalam bahasa Inggris", "Name in English"};
inline constexpr Text topic_words{"Kata yang ditulis warga", "Words that citizens write"};
inline constexpr Text topic_words_hint{
    "Satu kata atau ungkapan per baris: jalan bolong, aspal rusak. Ragam singkatan dikenali sendiri.",
    "One word or phrase a line. Usual abbreviations are recognised without being written here."};
inline constexpr Text ordinal{"Urutan", "Order"};
inline constexpr Text ordinal_hint{"Angka kecil tampil lebih dulu.", "Small numbers come first."};
inline constexpr Text in_use_tick{"Topik ini dipakai", "This topic is in use"};
inline constexpr Text in_use_note{"Topik yang tidak dipakai tetap tampil pada laporan lama.",
                                  "Retired topics still show on old cases."};
inline constexpr Text all_topics{"Semua topik", "All topics"};
inline constexpr Text no_topics{"Belum ada topik. Mulai dari yang paling sering dilaporkan warga.",
                                "No topics yet. Begin with what citizens report most."};

inline constexpr Text rules_title{"Aturan pembagian", "Routing rules"};
inline constexpr Text rules_lede{"Aturan dibaca dari atas. Yang pertama cocok menentukan unit kerjanya; yang "
                                 "tidak cocok dengan satu pun menunggu koordinator.",
                                 "Rules are read from the top. The first that fits decides the office; what "
                                 "fits none waits for the coordinator."};
inline constexpr Text area{"Wilayah", "Area"};
inline constexpr Text rule_office{"Unit kerja", "Office"};
inline constexpr Text number{"No.", "No."};
inline constexpr Text up{"Naikkan", "Move up"};
inline constexpr Text down{"Turunkan", "Move down"};
inline constexpr Text remove{"Hapus", "Remove"};
inline constexpr Text rule_numbered{"aturan {}", "rule {}"};
inline constexpr Text add_rule{"Tambah aturan", "Add a rule"};
inline constexpr Text rule_topic_hint{"Kosong berarti semua topik.", "Empty means every topic."};
inline constexpr Text rule_area_hint{"Nama kelurahan, kecamatan, atau kota; kosong berarti semua wilayah.",
                                     "Name of a village, district or city; empty means everywhere."};
inline constexpr Text no_rules{"Belum ada aturan. Semua laporan menunggu koordinator.",
                               "No rules yet. Every case waits for the coordinator."};
inline constexpr Text never_reached{"Aturan yang tidak pernah terpakai", "Rules that nothing reaches"};
inline constexpr Text hidden_by{"Aturan {} tertutup oleh aturan di atasnya",
                                "Rule {} is hidden by one above it"};
inline constexpr Text to_closed_office{"Aturan {} menuju unit yang sudah ditutup",
                                       "Rule {} leads to a closed office"};
inline constexpr Text of_closed_topic{"Aturan {} memakai topik yang tidak dipakai lagi",
                                      "Rule {} is about a retired topic"};
inline constexpr Text to_unknown_office{"Aturan {} menuju unit yang tidak ada", "Rule {} leads to no office"};
inline constexpr Text without_office{"Laporan yang belum punya unit kerja", "Cases without an office"};
inline constexpr Text nowhere{"{}: belum ada aturan", "{}: no rule yet"};
inline constexpr Text not_from{"{}: belum ada unit untuk", "{}: no office for"};
inline constexpr Text and_more{"dan {} wilayah lain", "and {} more areas"};
inline constexpr Text all_served{"Semua topik di semua wilayah punya unit kerja.",
                                 "Every topic has an office everywhere."};

inline constexpr Text trial_title{"Uji aturan", "Try the rules"};
inline constexpr Text trial_lede{
    "Tulis laporan seperti warga, atau pilih topik dan tempatnya. Tidak ada yang disimpan.",
    "Write a report as a citizen would, or choose topic and place. Nothing is stored."};
inline constexpr Text trial_text{"Bunyi laporan", "The report"};
inline constexpr Text trial_place{"Tempat", "Place"};
inline constexpr Text try_now{"Uji sekarang", "Try now"};
inline constexpr Text read_topic{"Topik", "Topic"};
inline constexpr Text read_area{"Tempat", "Place"};
inline constexpr Text from_text{"dibaca dari teks", "read in the text"};
inline constexpr Text not_found{"tidak dikenali", "not recognised"};
inline constexpr Text goes_to{"Masuk ke", "Goes to"};
inline constexpr Text by_rule{"Cocok dengan aturan {}: {}.", "Rule {} fits: {}."};
inline constexpr Text by_none{"Tidak ada aturan yang cocok, jadi laporan menunggu koordinator.",
                              "No rule fits, so the case waits for the coordinator."};
inline constexpr Text queue{"Antrean koordinator", "The coordinator's queue"};
inline constexpr Text passed{"{} aturan di atasnya tidak cocok.", "{} rules above it do not fit."};

} // namespace administration::words
