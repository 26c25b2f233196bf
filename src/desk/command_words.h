// Visible text of the commands on the desk's case page: buttons, forms, what was done, what is wrong.
#pragma once
#include "base/language.h"

namespace desk::command_words {

using base::Text;

inline constexpr Text cancel{"Batal", "Cancel"};
inline constexpr Text kept_safe{"Yang Anda tulis masih ada di bawah.", "What you wrote is still below."};
inline constexpr Text not_done{"Belum tersimpan", "Not saved yet"};
inline constexpr Text changed_title{"Laporan berubah sejak Anda membukanya",
                                    "The report changed since you opened it"};
inline constexpr Text changed_text{
    "Belum tersimpan. Baca dulu yang berubah, lalu kirim lagi bila masih perlu. Yang Anda tulis masih ada.",
    "Not saved yet. Read what changed, then send again if you still want to. What you wrote is still there."};
inline constexpr Text gone_title{"Langkah ini tidak bisa lagi", "This step is no longer possible"};
inline constexpr Text gone_text{
    "Status laporan sudah berubah. Yang Anda tulis ada di bawah, salin bila perlu.",
    "The report's state changed. What you wrote is below, copy it if you need it."};
inline constexpr Text you_wrote{"Yang Anda tulis", "What you wrote"};
inline constexpr Text reporter_reads{"Yang akan dibaca pelapor", "What the reporter will read"};

inline constexpr Text kind{"Jenis", "Kind"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text area{"Tempat", "Place"};
inline constexpr Text area_hint{"Pilihan diambil dari teks laporan dan dari pencarian Anda.",
                                "Choices come from the text and from your search."};
inline constexpr Text area_search{"Cari kelurahan atau kecamatan", "Search a village or district"};
inline constexpr Text area_find{"Cari tempat", "Search place"};
inline constexpr Text area_none_found{"Tidak ada tempat dengan nama itu.", "No place has that name."};
inline constexpr Text no_place{"Tidak ada tempat", "No place"};
inline constexpr Text no_place_note{"Laporan ini tidak tentang suatu tempat.",
                                    "This report is not about a place."};
inline constexpr Text public_text{"Teks publik", "Public text"};
inline constexpr Text public_text_hint{
    "Usulan mesin. Nama dan alamat rumah bisa terlewat: periksa, lalu terbitkan. Ini yang dibaca publik.",
    "Proposed by the machine, which may miss names and homes: check it, then release it. The public reads "
    "this."};
inline constexpr Text public_text_masked{
    "Sudah disamarkan: {}. Nama dan alamat rumah bisa terlewat: periksa lagi. Ini yang dibaca publik.",
    "Masked already: {}. Names and homes may be missed: check again. The public reads this."};
inline constexpr Text public_text_closed{"Laporan ini tanpa teks publik: {}.",
                                         "This report has no public text: {}."};

inline constexpr Text archive_reason{"Alasan", "Reason"};
inline constexpr Text archive_note{"Tidak dihapus, dan bisa dibuka lagi.",
                                   "It is not deleted and can be taken out."};
inline constexpr Text spam{"Spam", "Spam"};
inline constexpr Text chatter{"Obrolan", "Chatter"};
inline constexpr Text test{"Uji coba", "A test"};
inline constexpr Text double_entry{"Ganda, sudah tercatat", "Double entry"};

inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text office_proposed{"Diusulkan: {}. {}", "Proposed: {}. {}"};
inline constexpr Text office_no_proposal{"Tanpa usulan. {}", "No proposal. {}"};
inline constexpr Text person{"Petugas", "Person"};
inline constexpr Text person_anyone{"Yang bertugas di {}. Boleh kosong, unit yang menentukan.",
                                    "Those who work at {}. May stay empty, the office decides."};
inline constexpr Text person_load{"Muat petugas unit itu", "Load that office's people"};
inline constexpr Text assign_verifies{
    "Disposisi sekaligus memverifikasi laporan, tanpa menerbitkan kata-kata pelapor.",
    "Assigning also verifies the report, without releasing the reporter's words."};

inline constexpr Text return_reason{"Kenapa bukan wewenang unit Anda", "Why it is not your office's matter"};
inline constexpr Text return_note{"Dibaca koordinator. Tenggat tidak berubah.",
                                  "The coordinator reads it. The deadline stays."};
inline constexpr Text return_second{
    "Ini pengembalian kedua: penengah, yaitu kepala di atas unit-unit ini, yang memutuskan. Tenggat tidak "
    "berubah.",
    "This is the second return: the arbiter, the head above these offices, decides. The deadline stays."};

inline constexpr Text date{"Mulai tanggal", "Starts on"};
inline constexpr Text budget{"Sumber anggaran", "Budget source"};
inline constexpr Text budget_hint{"Misalnya APBD 2026.", "For example APBD 2026."};
inline constexpr Text schedule_reason{"Alasan untuk publik", "Reason for the public"};
inline constexpr Text schedule_hint{"Kenapa belum sekarang, dalam bahasa warga.",
                                    "Why not now, in plain words."};

inline constexpr Text question{"Pertanyaan kepada pelapor", "Question to the reporter"};
inline constexpr Text question_note{"Selama menunggu jawaban, tenggat dijeda.",
                                    "The deadline is paused meanwhile."};
inline constexpr Text answer{"Jawaban pelapor", "The reporter's answer"};
inline constexpr Text answer_note{
    "Bila pelapor menjawab lewat telepon atau di loket. Tenggat berjalan lagi.",
    "If the reporter answered by phone or at the counter. The deadline runs on."};

inline constexpr Text proof_kind{"Bukti", "Proof"};
inline constexpr Text proof_photo{"Foto", "Photo"};
inline constexpr Text proof_answer{"Jawaban", "Answer"};
inline constexpr Text proof_document{"Dokumen", "Document"};
inline constexpr Text proof_confirmation{"Pernyataan pelapor", "The reporter's word"};
inline constexpr Text photos{"Foto sesudah dikerjakan", "Photos after the work"};
inline constexpr Text photos_hint{
    "Satu sampai tiga foto. Data kamera dan posisi dibuang sebelum tampil ke publik.",
    "One to three photos. Camera data and position are removed."};
inline constexpr Text photos_kept{"Foto yang sudah kami terima", "Photos we have already"};
inline constexpr Text photo_kept{"Foto {}", "Photo {}"};
inline constexpr Text note_done{"Yang dikerjakan", "What was done"};
inline constexpr Text note_answer{"Jawaban untuk publik", "Answer for the public"};
inline constexpr Text note_thanks{"Ucapan terima kasih", "Thanks"};
inline constexpr Text note_hint{"Dibaca pelapor dan publik.", "The reporter and the public read it."};
inline constexpr Text document_number{"Nomor dokumen", "Document number"};
inline constexpr Text document_day{"Tanggal dokumen", "Date of the document"};
inline constexpr Text confirmation{"Pelapor menyatakan sudah selesai", "The reporter says it is solved"};

inline constexpr Text decline_reason{"Alasan penolakan", "Reason"};
inline constexpr Text decline_hint{"Dibaca pelapor dan publik. Sebutkan aturannya, tanpa menyalahkan.",
                                   "The reporter and the public read it. Name the rule, blame nobody."};
inline constexpr Text refer_agency{"Instansi tujuan", "Agency"};
inline constexpr Text refer_to{"Instansi di pemasangan ini", "Agency of this installation"};
inline constexpr Text refer_to_hint{
    "Instansi itu langsung menerima laporannya, dan nomornya kembali ke sini.",
    "It gets the report at once, and its number comes back here."};
inline constexpr Text refer_agency_hint{"Isi bila instansinya tidak ada di daftar.",
                                        "When the agency is not in the list."};
inline constexpr Text refer_text{"Yang diserahkan", "What is handed over"};
inline constexpr Text refer_hint{"Ringkasan untuk instansi itu, tanpa identitas pelapor.",
                                 "A summary for that agency, without the reporter's identity."};
inline constexpr Text refer_receipt{"Tanda terima dari sana", "Their receipt"};
inline constexpr Text refer_outside{"Instansi luar yang terdaftar", "Listed agency outside"};
inline constexpr Text refer_outside_hint{
    "Serah terima terkirim sendiri, lewat surel bertautan atau Open311, dan jawabannya masuk ke laporan ini.",
    "The hand-over goes out by itself, by a mail with a link or by Open311, and the answer comes back here."};
inline constexpr Text hand_back_reason{"Apa kata instansi tujuan", "What the other agency said"};
inline constexpr Text hand_back_note{
    "Hanya petugas yang membacanya. Laporan kembali terverifikasi dan tenggatnya tetap.",
    "Only staff read it. The report is verified again, with the same deadlines."};
inline constexpr Text receipt_number{"Nomor dari instansi tujuan", "The other agency's number"};
inline constexpr Text receipt_number_hint{"Pelapor dan publik membacanya untuk melacak di sana.",
                                          "The reporter and the public read it, to follow it there."};

inline constexpr Text note{"Catatan untuk sesama petugas", "Note for colleagues"};
inline constexpr Text note_private{"Tidak pernah tampil untuk pelapor atau publik.",
                                   "Never shown to others."};
inline constexpr Text with{"Kode laporan yang sama", "Code of the same matter"};
inline constexpr Text with_hint{"Misalnya TGP-7K3M-9QXT.", "For example TGP-7K3M-9QXT."};
inline constexpr Text from{"Kode laporan yang dipisahkan", "Code to separate from"};

inline constexpr Text class_name{"Kelas", "Class"};
inline constexpr Text class_none{"Tidak berkadar pengawasan", "No oversight"};
inline constexpr Text class_oversight{"Berkadar pengawasan", "Oversight"};
inline constexpr Text class_hint{"Tenggat dihitung ulang dari saat diterima: untuk profil SP4N-LAPOR! 14 "
                                 "hari kerja, atau 60 hari kerja bila "
                                 "berkadar pengawasan.",
                                 "Deadlines are recounted from receipt: with the SP4N-LAPOR! profile 14 "
                                 "working days, or 60 with oversight."};
inline constexpr Text urgency{"Kegentingan", "Urgency"};
inline constexpr Text urgency_low{"Rendah", "Low"};
inline constexpr Text urgency_middle{"Sedang", "Medium"};
inline constexpr Text urgency_high{"Tinggi, darurat", "High, urgent"};
inline constexpr Text conduct{"Tentang perilaku petugas di", "About the conduct of people at"};
inline constexpr Text conduct_hint{
    "Unit yang disebut tidak lagi melihat laporan ini; penanganannya naik satu tingkat. Teksnya tidak tampil "
    "di publik.",
    "The office named no longer sees this report; it goes one level up. Its words leave the public page."};
inline constexpr Text unchanged{"tidak diubah", "unchanged"};

inline constexpr Text redact_reason{"Alasan menyamarkan", "Why"};
inline constexpr Text redact_public{"Teks publik pengganti", "New public text"};
inline constexpr Text redact_hint{
    "Kata-kata pada jejak laporan dihapus untuk selamanya. Kosongkan bila tidak ada "
    "teks publik lagi.",
    "Words in the timeline go for good. Leave empty for no public text."};

inline constexpr Text read_by_all{
    "Terkirim juga sebagai balasan {} di muka umum, dapat dibaca siapa saja. Jangan sebut data pribadi.",
    "Sent as a public answer of {}, too, for anybody to read. Name no private data."};
inline constexpr Text read_ask{
    "Kami perlu keterangan: \"{}\" Selama menunggu jawaban Anda, tenggat kami jeda.",
    "We need to know: \"{}\" While we wait, our deadline is paused."};
inline constexpr Text read_decline{"Permintaan ini belum dapat kami penuhi: {} Bila tidak setuju, Anda dapat "
                                   "mengajukan keberatan di halaman ini.",
                                   "We cannot do this: {} If you disagree, you can object on this page."};
inline constexpr Text read_refer{
    "Urusan ini ditangani {}. Sudah kami antarkan. Anda tidak perlu melapor lagi, tetap pantau dengan kode "
    "yang sama.",
    "This is handled by {}. We have passed it on. You need not report again; follow it by the same code."};
inline constexpr Text dots{"...", "..."};

} // namespace desk::command_words
