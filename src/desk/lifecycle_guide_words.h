// What docs/guide/alur.md says beside the words of the screens. Indonesian only: it is a page for staff.
#pragma once
#include "cases/transitions.h"

namespace desk::guide_words {

/// Commands without a button in the desk: the reporter gives them, or time does.
[[nodiscard]] constexpr std::string_view label(cases::CommandName name) noexcept {
    using enum cases::CommandName;
    switch (name) {
    case confirm: return "Sudah";
    case contest: return "Belum";
    case close: return "Tutup";
    case object: return "Keberatan";
    case answered: return "Jawab";
    case verify:
    case archive:
    case restore:
    case assign:
    case return_:
    case start:
    case schedule:
    case ask:
    case resolve:
    case decline:
    case refer:
    case note:
    case join:
    case separate:
    case reclassify:
    case release_text:
    case redact:
    case receipt:
    case hand_back:
    case merge:
    case unmerge: return {};
    }
    return {};
}

[[nodiscard]] constexpr std::string_view need(cases::Need need) noexcept {
    using enum cases::Need;
    switch (need) {
    case kind: return "jenis";
    case topic: return "topik";
    case place: return "tempat";
    case public_text: return "teks publik";
    case reason: return "alasan";
    case public_reason: return "alasan untuk umum";
    case office: return "unit kerja";
    case date: return "tanggal";
    case budget_source: return "sumber anggaran";
    case question: return "pertanyaan";
    case proof: return "bukti penyelesaian";
    case agency: return "instansi tujuan";
    case text: return "tulisan";
    case with: return "laporan yang digabungkan";
    case from: return "laporan yang dipisahkan";
    case change: return "yang diubah";
    case receipt: return "nomor dari sana";
    }
    return {};
}

[[nodiscard]] constexpr std::string_view clocks(cases::ClockEffect effect) noexcept {
    using enum cases::ClockEffect;
    switch (effect) {
    case none: return "berjalan terus";
    case meets: return "yang menunggu langkah ini terpenuhi";
    case starts: return "yang menunggu langkah ini mulai, tidak pernah diulang";
    case pauses: return "dijeda";
    case resumes: return "berjalan lagi";
    case reopens: return "berjalan lagi dengan tenggat yang sama";
    case ends: return "berakhir";
    case recounts: return "dihitung ulang menurut kadar pengawasan";
    }
    return {};
}

inline constexpr std::string_view any = "semua";
inline constexpr std::string_view reporter = "Pelapor";
inline constexpr std::string_view house = "Sistem";
inline constexpr std::string_view same = "tetap";
inline constexpr std::string_view before = "keadaan sebelumnya";
inline constexpr std::string_view nothing = "tidak";

inline constexpr std::string_view head = R"(# Alur laporan

Dibuat dari tabel di `src/cases/transitions.h`; jangan disunting. Untuk menulisnya kembali:
`TANGGAP_WRITE_DOCS=docs build/dev/desk_test --gtest_filter='*guide_shows_the_table*'`

![Alur laporan](alur.svg)

Peran berlaku di unit kerja yang memegang laporan dan di bawah unit tempat peran itu diberikan. Pelaporan pelanggaran hanya terbuka
bagi penanganinya. Disposisi langsung dari *Diterima* sekaligus memverifikasi, tanpa menerbitkan teks publik. *Sistem* adalah aturan
penyaluran dan tenggat tanggapan pelapor. Setelah ditutup, hanya pelapor yang dapat membuka laporan kembali, selama hari yang
diberikan profil tenggatnya; *Belum* yang kedua naik ke pimpinan unit. Tenggat penyelesaian tidak pernah
diulang dari awal.

| langkah | dari | oleh | yang diperlukan | menjadi | tenggat | kabar kepada pelapor |
|---|---|---|---|---|---|---|
)";

} // namespace desk::guide_words
