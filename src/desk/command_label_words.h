// What commands are called on buttons, what they say when done, and what is wrong with their fields.
#pragma once
#include "base/language.h"
#include "base/problem.h"
#include "cases/command.h"

namespace desk::command_words {

using base::Text;

using cases::CommandName;

/// On the button that opens it, or does it where nothing is asked.
[[nodiscard]] constexpr Text label(CommandName name) noexcept {
    switch (name) {
    case CommandName::verify: return {"Verifikasi", "Verify"};
    case CommandName::archive: return {"Arsipkan", "Archive"};
    case CommandName::restore: return {"Buka dari arsip", "Take out of the archive"};
    case CommandName::assign: return {"Disposisi", "Assign"};
    case CommandName::return_: return {"Kembalikan", "Return"};
    case CommandName::start: return {"Mulai kerjakan", "Start work"};
    case CommandName::schedule: return {"Jadwalkan", "Schedule"};
    case CommandName::ask: return {"Tanya pelapor", "Ask the reporter"};
    case CommandName::answered: return {"Catat jawaban", "Record the answer"};
    case CommandName::resolve: return {"Tuntaskan", "Resolve"};
    case CommandName::decline: return {"Tolak", "Decline"};
    case CommandName::refer: return {"Rujuk", "Refer"};
    case CommandName::note: return {"Catat", "Note"};
    case CommandName::join: return {"Gabungkan", "Join"};
    case CommandName::separate: return {"Pisahkan", "Separate"};
    case CommandName::reclassify: return {"Ubah klasifikasi", "Reclassify"};
    case CommandName::release_text: return {"Ubah teks publik", "Change public text"};
    case CommandName::redact: return {"Samarkan isi", "Redact"};
    case CommandName::receipt: return {"Catat tanda terima", "Record the receipt"};
    case CommandName::hand_back: return {"Catat dikembalikan", "Record that it came back"};
    case CommandName::merge: return {"Satukan kejadian", "Merge incidents"};
    case CommandName::unmerge: return {"Urungkan penyatuan", "Undo the merging"};
    case CommandName::confirm:
    case CommandName::contest:
    case CommandName::close:
    case CommandName::object: return {};
    }
    return {};
}

/// On the button of its form.
[[nodiscard]] constexpr Text submit(CommandName name) noexcept {
    switch (name) {
    case CommandName::verify: return {"Verifikasi laporan", "Verify the report"};
    case CommandName::archive: return {"Arsipkan laporan", "Archive the report"};
    case CommandName::assign: return {"Disposisikan laporan", "Assign the report"};
    case CommandName::return_: return {"Kembalikan laporan", "Return the report"};
    case CommandName::schedule: return {"Jadwalkan pekerjaan", "Schedule the work"};
    case CommandName::ask: return {"Kirim pertanyaan", "Send the question"};
    case CommandName::answered: return {"Simpan jawaban", "Save the answer"};
    case CommandName::resolve: return {"Tuntaskan laporan", "Resolve the report"};
    case CommandName::decline: return {"Tolak laporan", "Decline the report"};
    case CommandName::refer: return {"Rujuk laporan", "Refer the report"};
    case CommandName::note: return {"Simpan catatan", "Save the note"};
    case CommandName::join: return {"Gabungkan laporan", "Join the reports"};
    case CommandName::separate: return {"Pisahkan laporan", "Separate the reports"};
    case CommandName::reclassify: return {"Simpan klasifikasi", "Save the classification"};
    case CommandName::release_text: return {"Terbitkan teks", "Release the text"};
    case CommandName::redact: return {"Samarkan isi laporan", "Redact the report"};
    case CommandName::receipt: return {"Simpan tanda terima", "Save the receipt"};
    case CommandName::hand_back: return {"Ambil kembali laporan", "Take the report back"};
    case CommandName::merge: return {"Satukan kejadian", "Merge the incidents"};
    case CommandName::unmerge: return {"Urungkan penyatuan", "Undo the merging"};
    case CommandName::restore:
    case CommandName::start:
    case CommandName::confirm:
    case CommandName::contest:
    case CommandName::close:
    case CommandName::object: return label(name);
    }
    return {};
}

/// What happened, after it was done; `{}` is the office of assign.
[[nodiscard]] constexpr Text done(CommandName name) noexcept {
    switch (name) {
    case CommandName::verify: return {"Laporan terverifikasi.", "The report is verified."};
    case CommandName::archive: return {"Laporan diarsipkan.", "The report is archived."};
    case CommandName::restore: return {"Laporan dibuka dari arsip.", "The report is out of the archive."};
    case CommandName::assign: return {"Laporan didisposisikan ke {}.", "The report is assigned to {}."};
    case CommandName::return_: return {"Laporan dikembalikan kepada koordinator.", "The report went back."};
    case CommandName::start: return {"Laporan mulai dikerjakan.", "Work on the report has started."};
    case CommandName::schedule: return {"Pekerjaan dijadwalkan.", "The work is scheduled."};
    case CommandName::ask:
        return {"Pertanyaan dikirim, tenggat dijeda.", "The question is sent, the deadline paused."};
    case CommandName::answered: return {"Jawaban tersimpan, tenggat berjalan lagi.", "The answer is saved."};
    case CommandName::resolve: return {"Laporan tuntas, buktinya tersimpan.", "The report is resolved."};
    case CommandName::decline:
        return {"Laporan ditolak dengan alasan.", "The report is declined with a reason."};
    case CommandName::refer: return {"Laporan dirujuk.", "The report is referred."};
    case CommandName::note: return {"Catatan tersimpan.", "The note is saved."};
    case CommandName::join: return {"Laporan digabungkan.", "The reports are joined."};
    case CommandName::separate: return {"Laporan dipisahkan.", "The reports are separated."};
    case CommandName::reclassify: return {"Klasifikasi tersimpan.", "The classification is saved."};
    case CommandName::release_text: return {"Teks publik diterbitkan.", "The public text is released."};
    case CommandName::redact: return {"Isi laporan disamarkan.", "The report is redacted."};
    case CommandName::receipt: return {"Tanda terima tersimpan.", "The receipt is saved."};
    case CommandName::hand_back:
        return {"Laporan kembali kepada kita, tenggatnya tetap.",
                "The report is ours again; its deadlines have not moved."};
    case CommandName::merge: return {"Kedua kejadian disatukan.", "The incidents are one."};
    case CommandName::unmerge:
        return {"Penyatuan diurungkan; keduanya seperti semula.",
                "The merging is undone; both are as they were."};
    case CommandName::confirm:
    case CommandName::contest:
    case CommandName::close:
    case CommandName::object: return {};
    }
    return {};
}

[[nodiscard]] inline Text photo_problem(const base::Problem& problem) noexcept {
    if (problem.code == "media.too_large")
        return {"Foto terlalu besar, paling banyak 10 MB.", "The photo is too large, at most 10 MB."};
    if (problem.code == "media.unreadable")
        return {"Berkas itu bukan foto yang bisa dibaca.", "That file is no readable photo."};
    if (problem.code == "field.invalid") return {"Paling banyak tiga foto.", "Three photos at most."};
    if (problem.kind == base::Kind::unavailable || problem.kind == base::Kind::limited)
        return {"Foto belum bisa diolah. Coba lagi sebentar lagi.", "Please try again in a moment."};
    return {"Topik ini dituntaskan dengan foto sesudah dikerjakan, yang belum pernah dipakai.",
            "This topic needs a photo taken after the work that was never used before."};
}

/// What is wrong with a field, by the code of the problem.
[[nodiscard]] inline Text problem(const base::Problem& problem) noexcept {
    const auto& field = problem.field;
    if (problem.code == "case.not_found")
        return {"Laporan dengan kode itu tidak ada, atau bukan di unit Anda.",
                "There is no such report, or it is not at your offices."};
    if (problem.code == "item.too_large")
        return {"Terlalu panjang. Ringkas dulu.", "Too long. Please shorten it."};
    if (field == "proof.after") return photo_problem(problem);
    if (field == "proof.note") return {"Tulis jawabannya.", "Please write the answer."};
    if (field == "proof.document_number") return {"Isi nomor dokumennya.", "Please give its number."};
    if (field == "proof.document_day") return {"Isi tanggal dokumennya.", "Please give its date."};
    if (field == "proof.confirmation")
        return {"Centang bila pelapor sudah menyatakan selesai.", "Tick it once the reporter has said so."};
    if (field == "area")
        return {"Pilih tempatnya, atau \"Tidak ada tempat\".", "Choose a place, or no place."};
    if (field == "public_text") return {"Tulis teks untuk publik.", "Please write the public text."};
    if (field == "date") return {"Pilih tanggal mulai hari ini.", "Choose a day from today on."};
    if (field == "outside" || field == "to")
        return {"Pilih satu instansi saja yang masih terdaftar.", "Choose one agency that is still listed."};
    if (field == "office") return {"Pilih unit kerja lain.", "Choose another office."};
    if (field == "person")
        return {"Petugas ini tidak bertugas di unit itu.", "This person has no role there."};
    if (field == "change") return {"Ubah paling tidak satu isian.", "Change at least one field."};
    if (field == "class") return {"Hanya pengaduan yang mempunyai kelas.", "Only complaints have a class."};
    if (problem.code == "case.needs_reason") return {"Tulis alasannya.", "Please give the reason."};
    if (problem.code == "field.missing") return {"Isian ini wajib.", "This field is required."};
    return {"Periksa isian ini.", "Please check this field."};
}

} // namespace desk::command_words
