// Visible text of /lapangan.
#pragma once
#include "base/language.h"

namespace field::words {

using base::Text;

inline constexpr Text title{"Tugas lapangan", "Field tasks"};
inline constexpr Text my_tasks{"Tugas saya, {}", "My tasks, {}"};
inline constexpr Text shown_of{"Yang tampil {} tugas teratas.", "The first {} tasks are shown."};
inline constexpr Text order{"Urutan", "Order"};
inline constexpr Text order_due{"Tenggat", "Deadline"};
inline constexpr Text order_near{"Terdekat", "Nearest"};
inline constexpr Text position_busy{"Mencari posisi Anda", "Looking for your position"};
inline constexpr Text position_failed{"Posisi tidak didapat. Urutan tetap menurut tenggat.",
                                      "No position was found. The order stays by deadline."};
inline constexpr Text nothing_title{"Tidak ada tugas yang menunggu Anda", "No task waits for you"};
inline constexpr Text nothing_text{"Tugas muncul di sini begitu laporan didisposisikan ke unit kerja Anda.",
                                   "Tasks appear here as soon as a case is assigned to your office."};
inline constexpr Text done_today{"Selesai hari ini, {}", "Done today, {}"};
inline constexpr Text reload{"Muat ulang", "Reload"};

inline constexpr Text directions{"Arah", "Directions"};
inline constexpr Text browser_map{"Lihat peta di peramban", "See the map in the browser"};
inline constexpr Text start{"Mulai", "Start"};
inline constexpr Text result_photo{"Foto hasil", "Photo of the result"};
inline constexpr Text result_other{"Tuntaskan", "Resolve"};
inline constexpr Text open_task{"Buka tugas", "Open the task"};
inline constexpr Text more{"Catatan, tanya pelapor, tidak bisa dikerjakan",
                           "Note, ask the reporter, cannot be done"};
inline constexpr Text reporter_photo{"Foto pelapor: {}", "Reporter's photo: {}"};
inline constexpr Text no_photo{"tanpa foto", "no photo"};
inline constexpr Text mine{"untuk Anda", "for you"};
inline constexpr Text reopened{"Dibuka kembali: pelapor menjawab belum beres.",
                               "Reopened: the reporter says it is not solved."};
inline constexpr Text planned_on{"Dijadwalkan {}", "Planned for {}"};
inline constexpr Text kilometres{"{} km", "{} km"};
inline constexpr Text metres{"{} m", "{} m"};

inline constexpr Text back{"Semua tugas", "All tasks"};
inline constexpr Text what_was_said{"Laporannya", "The report"};
inline constexpr Text words_hidden{"Isi laporan ini tidak terbuka untuk peran Anda.",
                                   "The words of this report are not open to your role."};
inline constexpr Text before{"Sebelum", "Before"};
inline constexpr Text after{"Sesudah", "After"};
inline constexpr Text by_reporter{"Foto pelapor", "Reporter's photo"};
inline constexpr Text by_officer{"Foto petugas", "Officer's photo"};
inline constexpr Text result_already{"Sudah selesai? Kirim hasilnya", "Done already? Send the result"};
inline constexpr Text result_heading{"Hasil", "Result"};
inline constexpr Text photo_label{"Foto sesudah dikerjakan", "Photo after the work"};
inline constexpr Text photo_hint{"Samakan sudutnya dengan foto pelapor. Paling banyak 3 foto.",
                                 "Take it from the angle of the reporter's photo. At most 3 photos."};
inline constexpr Text photos_kept{"{} foto sudah kami terima dan ikut terkirim.",
                                  "{} photos have arrived and go along."};
inline constexpr Text result_note{"Catatan untuk umum", "Note for the public"};
inline constexpr Text result_note_hint{"Misalnya: ditambal aspal panas, 3 lapis.",
                                       "For example: patched with hot asphalt, 3 layers."};
inline constexpr Text answer_label{"Jawaban untuk umum", "Answer for the public"};
inline constexpr Text document_number{"Nomor dokumen", "Number of the document"};
inline constexpr Text document_day{"Tanggal dokumen", "Date of the document"};
inline constexpr Text said_yes{"Pelapor menyatakan sudah beres", "The reporter says that it is solved"};
inline constexpr Text send_result{"Kirim hasil", "Send the result"};
inline constexpr Text started_note{"Sudah Anda mulai. Foto hasilnya menyusul di sini.",
                                   "You have started. The photo of the result goes here."};

inline constexpr Text note_heading{"Tulis catatan", "Write a note"};
inline constexpr Text note_label{"Catatan untuk petugas lain", "Note for other staff"};
inline constexpr Text note_send{"Simpan catatan", "Save the note"};
inline constexpr Text ask_heading{"Tanya pelapor, tenggat dijeda", "Ask the reporter, the deadline pauses"};
inline constexpr Text ask_label{"Pertanyaan untuk pelapor", "Question to the reporter"};
inline constexpr Text ask_hint{
    "Tampil di halaman pelapor dan untuk umum. Jangan tulis nama atau nomor orang.",
    "Shown on the reporter's page and in public. Write no names or numbers of people."};
inline constexpr Text ask_send{"Kirim pertanyaan", "Send the question"};
inline constexpr Text back_heading{"Tidak bisa dikerjakan, beri alasan", "Cannot be done, give the reason"};
inline constexpr Text back_label{"Alasan", "Reason"};
inline constexpr Text back_hint{"Laporan kembali ke koordinator dengan alasan ini.",
                                "The case goes back to the coordinator with this reason."};
inline constexpr Text back_hint_note{"Unit kerja membaca alasan ini dan memutuskan. Tugas tetap pada Anda.",
                                     "The office reads this reason and decides. The task stays with you."};
inline constexpr Text back_send{"Kirim alasan", "Send the reason"};
inline constexpr Text cannot_be_done{"Tidak bisa dikerjakan:", "Cannot be done:"};
inline constexpr Text plan_heading{"Jadwalkan pekerjaan besar", "Plan big work"};
inline constexpr Text plan_day{"Mulai dikerjakan", "Work begins"};
inline constexpr Text plan_budget{"Sumber anggaran", "Source of the budget"};
inline constexpr Text plan_reason{"Alasan untuk umum", "Reason for the public"};
inline constexpr Text plan_send{"Jadwalkan", "Plan it"};

inline constexpr Text said_result{"Hasil {} terkirim. Pelapor kami kabari.",
                                  "The result of {} has been sent. We tell the reporter."};
inline constexpr Text said_question{"Pertanyaan untuk {} terkirim. Tenggatnya dijeda.",
                                    "The question of {} has been sent. Its deadline pauses."};
inline constexpr Text said_back{"Alasan untuk {} terkirim.", "The reason for {} has been sent."};
inline constexpr Text said_plan{"{} sudah dijadwalkan.", "{} has been planned."};
inline constexpr Text said_note{"Catatan tersimpan.", "The note has been saved."};

inline constexpr Text not_sent{"Belum terkirim", "Not sent yet"};
inline constexpr Text still_here{"Yang Anda tulis masih ada di bawah.", "What you wrote is still below."};
inline constexpr Text you_wrote{"Yang Anda tulis: {}", "You wrote: {}"};
inline constexpr Text why_photo{"Ambil dulu foto hasilnya. Laporan ini tuntas dengan foto.",
                                "Take a photo of the result first. This case is resolved by a photo."};
inline constexpr Text why_seen{
    "Foto ini sudah dipakai sebelumnya atau sama dengan foto pelapor. Ambil foto baru di tempatnya.",
    "This photo was used before or is the reporter's own. Take a new one at the place."};
inline constexpr Text why_answer{"Tulis dulu jawabannya.", "Write the answer first."};
inline constexpr Text why_document{"Isi nomor dan tanggal dokumennya.",
                                   "Fill in number and date of the document."};
inline constexpr Text why_yes{"Laporan ini tuntas bila pelapor menyatakan sudah beres.",
                              "This case is resolved when the reporter says so."};
inline constexpr Text why_reason{"Tulis dulu alasannya.", "Write the reason first."};
inline constexpr Text why_text{"Tulis dulu isinya.", "Write the text first."};
inline constexpr Text why_long{"Terlalu panjang. Paling banyak 2.000 huruf.",
                               "That is too long. At most 2,000 characters."};
inline constexpr Text why_day{"Pilih tanggal hari ini atau sesudahnya.", "Choose today or a later day."};
inline constexpr Text why_budget{"Isi sumber anggarannya, misalnya APBD 2026.",
                                 "Fill in the source of the budget, such as APBD 2026."};
inline constexpr Text why_changed{"Petugas lain baru saja mengubah laporan ini. Baca dulu, lalu kirim lagi.",
                                  "Someone else has just changed this case. Read it, then send again."};
inline constexpr Text why_state{"Langkah ini tidak bisa lagi: keadaan laporannya sudah lain.",
                                "This step is not possible any more: the case has another state."};
inline constexpr Text why_unreadable{"Satu foto tidak dapat dibuka. Kirim foto JPEG, PNG, WebP, atau HEIF.",
                                     "One photo cannot be opened. Send a JPEG, PNG, WebP or HEIF."};
inline constexpr Text why_large{"Satu foto lebih besar dari 10 MB. Pilih yang lebih kecil.",
                                "One photo is larger than 10 MB. Choose a smaller one."};
inline constexpr Text why_busy{"Foto sedang banyak yang masuk. Kirim lagi sebentar lagi.",
                               "Many photos are coming in. Send again in a moment."};

} // namespace field::words
