// Visible text of the public pages: board, case, tracking.
#pragma once
#include "base/language.h"

namespace transparency::words {

using base::Text;

inline constexpr Text board_title{"Yang dilaporkan, dikerjakan, dan tuntas", "Reported, in work, and done"};
inline constexpr Text board_lede{
    "Setiap laporan ada di sini, beserta tenggat dan buktinya. Nama pelapor tidak pernah ditampilkan.",
    "Every report is here, with its deadline and its proof. Reporters are never named."};
inline constexpr Text search_label{"Nama tempat atau kode laporan", "Place or report code"};
inline constexpr Text search_hint{"Nama jalan, kelurahan, atau kode", "Street, village or code"};
inline constexpr Text search{"Cari", "Search"};
inline constexpr Text report_now{"Laporkan", "Report"};
inline constexpr Text last_days{"30 hari terakhir, apa adanya", "The last 30 days, as they are"};
inline constexpr Text came_in{"Laporan masuk", "Reports received"};
inline constexpr Text came_in_note{"{} masih dikerjakan, {} dijadwalkan", "{} in work, {} scheduled"};
inline constexpr Text in_time{"Tuntas tepat waktu", "Done in time"};
inline constexpr Text in_time_note{"{} dari {} yang tuntas", "{} of {} done"};
inline constexpr Text none_done{"Belum ada yang tuntas", "None done yet"};
inline constexpr Text contested{"Dibantah pelapor", "Contested by reporters"};
inline constexpr Text contested_note{"dari {} yang pernah dinyatakan tuntas", "of {} declared done"};
inline constexpr Text late_now{"Lewat tenggat hari ini", "Overdue today"};
inline constexpr Text late_note{"dari {} yang masih terbuka", "of {} still open"};
inline constexpr Text list_heading{"Daftar laporan", "Reports"};
inline constexpr Text standing{"Keadaan", "Standing"};
inline constexpr Text all{"Semua", "All"};
inline constexpr Text reported{"Dilaporkan", "Reported"};
inline constexpr Text working{"Dikerjakan", "In work"};
inline constexpr Text done{"Tuntas", "Done"};
inline constexpr Text late{"Lewat tenggat", "Overdue"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text all_topics{"Semua topik", "All topics"};
inline constexpr Text area{"Wilayah", "Area"};
inline constexpr Text all_areas{"Semua wilayah", "All areas"};
inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text all_offices{"Semua unit kerja", "All offices"};
inline constexpr Text apply{"Terapkan", "Apply"};
inline constexpr Text filter_label{"Saring laporan", "Filter reports"};
inline constexpr Text more{"Tampilkan laporan berikutnya", "Show more reports"};
inline constexpr Text nothing_title{"Tidak ada laporan yang cocok", "No report fits"};
inline constexpr Text nothing_text{"Coba hapus saringan, atau cari nama jalan yang lain.",
                                   "Try fewer filters, or another street."};
inline constexpr Text show_all{"Tampilkan semua laporan", "Show all reports"};
inline constexpr Text empty_title{"Belum ada laporan", "No reports yet"};
inline constexpr Text empty_text{"Laporan pertama akan tampil di sini, beserta tenggatnya.",
                                 "The first report will stand here, with its deadline."};
inline constexpr Text map_heading{"Peta laporan per wilayah", "Reports by area"};
inline constexpr Text map_label{
    "Peta dengan jumlah laporan terbuka per wilayah, isi yang sama ada di daftar di bawahnya",
    "Map with the number of open reports in each area; the list below says the same"};
inline constexpr Text map_row{"{} terbuka, {} tuntas", "{} open, {} done"};
inline constexpr Text map_open{"Masih terbuka, dengan jumlah", "Still open, with number"};

inline constexpr Text before_title{"{}, menunggu verifikasi", "{}, waiting to be verified"};
inline constexpr Text hidden_title{"Laporan {}", "Report {}"};
inline constexpr Text progress{"Kemajuan laporan", "Progress of the report"};
inline constexpr Text received{"Diterima", "Received"};
inline constexpr Text closed{"Ditutup", "Closed"};
inline constexpr Text if_you_agree{"jika pelapor setuju", "if the reporter agrees"};
inline constexpr Text happened{"Yang sudah terjadi", "What has happened"};
inline constexpr Text said{"Isi laporan", "The report"};
inline constexpr Text not_yet_words{
    "Isi laporan tampil setelah diperiksa petugas, agar tidak ada nama atau nomor pribadi yang ikut terbuka.",
    "What was written is shown once staff have checked it, so that no name or number gets out with it."};
inline constexpr Text hidden_words{
    "Pelapor meminta isinya tidak ditampilkan. Tenggat dan kemajuannya tetap terbuka.",
    "The reporter asked that it not be shown. Deadline and progress stay open."};
inline constexpr Text proof{"Bukti penyelesaian", "Proof that it is solved"};
inline constexpr Text before{"Sebelum", "Before"};
inline constexpr Text after{"Sesudah", "After"};
inline constexpr Text photo_reporter{"Foto pelapor", "Photo by the reporter"};
inline constexpr Text photo_staff{"Foto petugas", "Photo by staff"};
inline constexpr Text photo_reporter_alt{"Foto pelapor: keadaan sebelum dikerjakan",
                                         "Photo by the reporter: before the work"};
inline constexpr Text photo_staff_alt{"Foto petugas: keadaan sesudah dikerjakan",
                                      "Photo by staff: after the work"};
inline constexpr Text photos{"Foto laporan", "Photos of the report"};
inline constexpr Text document{"Dokumen nomor {}, tanggal {}", "Document number {}, dated {}"};
inline constexpr Text facts{"Keterangan", "Details"};
inline constexpr Text deadline{"Tenggat", "Deadline"};
inline constexpr Text place{"Tempat", "Place"};
inline constexpr Text no_place{"Belum diketahui", "Not known yet"};
inline constexpr Text kind{"Jenis", "Kind"};
inline constexpr Text identity{"Identitas", "Identity"};
inline constexpr Text identity_note{"Nama pelapor tidak tampil", "The reporter is not named"};
inline constexpr Text queue{"Sedang ditentukan penanggung jawabnya", "The office in charge is being decided"};
inline constexpr Text planned{"Rencana mulai", "Planned start"};
inline constexpr Text budget{"Sumber anggaran", "Budget"};
inline constexpr Text reason{"Alasan", "Reason"};

inline constexpr Text being_settled{"Sedang ditentukan penanggung jawabnya",
                                    "Who is responsible is being decided"};
inline constexpr Text being_settled_note{
    "Dua unit menyatakan laporan ini di luar wewenangnya. Penentunya sudah diberi batas waktu; tenggat "
    "laporan tidak berubah.",
    "Two offices say that this is not theirs. Whoever decides has been given a time; the report's deadlines "
    "do not move."};
inline constexpr Text e_moved{"Dipindahkan ke {}", "Moved to {}"};
inline constexpr Text e_receipted{"Diterima instansi tujuan dengan nomor {}",
                                  "Received by the other agency as {}"};
inline constexpr Text e_handed_back{"Instansi tujuan menyatakan bukan kewenangannya; kembali kami tangani",
                                    "The other agency says that it is not theirs; it is with us again"};
inline constexpr Text e_received{"Laporan diterima", "Report received"};
inline constexpr Text e_verified{"Diperiksa petugas", "Checked by staff"};
inline constexpr Text e_assigned{"Diteruskan ke {}", "Passed on to {}"};
inline constexpr Text e_returned{"Dikembalikan, sedang ditentukan penanggung jawabnya",
                                 "Returned; the office in charge is being decided"};
inline constexpr Text e_started{"Mulai dikerjakan", "Work has begun"};
inline constexpr Text e_scheduled{"Dijadwalkan mulai {}", "Scheduled to start {}"};
inline constexpr Text e_asked{"Petugas bertanya kepada pelapor", "Staff asked the reporter"};
inline constexpr Text e_answered{"Pelapor menjawab", "The reporter answered"};
inline constexpr Text e_resolved{"Dinyatakan selesai, menunggu jawaban pelapor",
                                 "Declared solved, waiting for the reporter"};
inline constexpr Text e_received_history{"Laporan diterima sebelum instansi memakai Tanggap",
                                         "Report received before the agency used Tanggap"};
inline constexpr Text e_resolved_history{"Dijawab menurut register instansi",
                                         "Answered, as the agency's register says"};
inline constexpr Text e_confirmed{"Pelapor menjawab \"Sudah\"", "The reporter said \"Yes, solved\""};
inline constexpr Text e_contested{"Pelapor menjawab \"Belum\"", "The reporter said \"Not yet\""};
inline constexpr Text e_closed{"Laporan ditutup", "Report closed"};
inline constexpr Text e_declined{"Belum dapat dipenuhi", "Cannot be done"};
inline constexpr Text e_objected{"Pelapor mengajukan keberatan", "The reporter objected"};
inline constexpr Text e_referred{"Diteruskan ke {}", "Referred to {}"};
inline constexpr Text e_archived{"Diarsipkan", "Archived"};
inline constexpr Text e_restored{"Dibuka lagi dari arsip", "Taken out of the archive"};
inline constexpr Text e_reclassified{"Jenis atau topik diperbaiki", "Kind or topic corrected"};
inline constexpr Text e_escalated{"Lewat tenggat, diteruskan ke atasan", "Overdue, passed to the head"};
inline constexpr Text e_text{"Teks publik diperbarui", "Public text renewed"};
inline constexpr Text e_joined{"Digabung dengan laporan yang sama", "Joined with the same matter"};
inline constexpr Text e_separated{"Dipisahkan menjadi laporan tersendiri",
                                  "Separated into a report of its own"};
inline constexpr Text e_rated{"Pelapor memberi nilai {} dari 5", "The reporter gave {} out of 5"};
inline constexpr Text e_other{"Diperbarui", "Updated"};

inline constexpr Text your_report{"Laporan Anda", "Your report"};
inline constexpr Text thanks{"Terima kasih. Laporan sudah kami terima dengan kode {}.",
                             "Thank you. We have received your report with the code {}."};
inline constexpr Text thanks_due{"Paling lambat {} kami kabari hasilnya di halaman ini.",
                                 "We report the outcome on this page by {} at the latest."};
inline constexpr Text keep_link{"Simpan alamat halaman ini. Tautannya hanya untuk Anda.",
                                "Keep the address of this page. The link is yours alone."};
inline constexpr Text told_you{"Kabar untuk Anda", "What we told you"};
inline constexpr Text your_words{"Yang Anda tulis", "What you wrote"};
inline constexpr Text share{"Untuk berbagi, pakai halaman umum", "To share, use the public page"};
inline constexpr Text link_secret{"Tautan halaman ini hanya untuk Anda.",
                                  "The link to this page is yours alone."};
inline constexpr Text asked_heading{"Petugas bilang sudah selesai. Benar begitu?",
                                    "Staff say it is solved. Is it?"};
inline constexpr Text yes{"Sudah", "Yes, solved"};
inline constexpr Text not_yet{"Belum", "Not yet"};
inline constexpr Text what_is_wrong{"Yang belum beres", "What is not solved"};
inline constexpr Text optional{"boleh dikosongkan", "may stay empty"};
inline constexpr Text answer_before{
    "Jawab sebelum {}. Jika tidak dijawab, laporan kami tutup dan tetap bisa dibaca.",
    "Answer before {}. Without an answer we close the report; it stays readable."};
inline constexpr Text reopen{"Laporan dibuka kembali dengan tenggat yang sama.",
                             "The report is opened again with the same deadline."};
inline constexpr Text question_heading{"Petugas bertanya", "Staff have a question"};
inline constexpr Text your_answer{"Jawaban Anda", "Your answer"};
inline constexpr Text send_answer{"Kirim jawaban", "Send the answer"};
inline constexpr Text object_heading{"Tidak setuju?", "Do you disagree?"};
inline constexpr Text object_text{"Tulis alasannya. Keberatan diperiksa satu tingkat di atas unit kerja ini.",
                                  "Say why. Your objection is looked at one level above this office."};
inline constexpr Text your_reason{"Alasan Anda", "Your reason"};
inline constexpr Text object_send{"Kirim keberatan", "Send the objection"};
inline constexpr Text not_yet_heading{"Mohon maaf. Apa yang belum beres?",
                                      "We are sorry. What is not solved?"};
inline constexpr Text not_yet_send{"Buka kembali laporan", "Open the report again"};
inline constexpr Text photo_now{"Foto keadaan sekarang", "A photo of how it is now"};
inline constexpr Text photo_now_hint{"Paling banyak 3 foto. Hanya petugas yang melihatnya.",
                                     "At most 3 photos. Only staff see them."};
inline constexpr Text people{"{} warga melaporkan hal yang sama", "{} people report the same thing"};
inline constexpr Text doubt_waits{
    "Jawaban Belum dari Anda sudah kami terima. Satu perbaikan ini untuk banyak pelapor, jadi petugas "
    "meninjau "
    "kejadiannya dulu. Hasilnya tampil di halaman ini, dan tenggatnya tetap.",
    "We have your answer that it is not done. This one fix was for many reporters, so staff look at the "
    "whole "
    "incident first. The outcome appears on this page, and the deadlines stay."};
inline constexpr Text doubt_answered{"Sudah kami tinjau. Menurut petugas perbaikannya selesai:",
                                     "We have looked at it. Staff say that the fix is done:"};
inline constexpr Text closed_by_silence{
    "Laporan kami tutup karena tidak ada tanggapan sampai batas waktunya. Bila ternyata belum beres, tulis "
    "saja "
    "Belum.",
    "We closed the report because no answer came in time. If it is not solved after all, just say Not yet."};
inline constexpr Text still_not{"Ternyata belum beres?", "Not solved after all?"};
inline constexpr Text rate_heading{"Terima kasih. Bagaimana pelayanan kami?", "Thank you. How did we do?"};
inline constexpr Text rate_again{"Nilai Anda: {} dari 5", "Your rating: {} out of 5"};
inline constexpr Text rate_change{"Ubah nilai", "Change the rating"};
inline constexpr Text rate_change_note{"Nilai dapat diubah selama 7 hari.", "You can change it for 7 days."};
inline constexpr Text rate_legend{"Nilai", "Rating"};
inline constexpr Text rate_of_five{"dari 5", "out of 5"};
inline constexpr Text rate_worst{"dari 5, buruk", "out of 5, bad"};
inline constexpr Text rate_best{"dari 5, sangat baik", "out of 5, very good"};
inline constexpr Text rate_words{"Pesan untuk petugas", "A message to staff"};
inline constexpr Text rate_quote{"Boleh ditampilkan sebagai testimoni, tanpa nama",
                                 "May be shown as a testimonial, without a name"};
inline constexpr Text rate_quote_note{
    "Petugas memeriksanya dulu. Izin ini dapat Anda tarik kapan saja di halaman ini.",
    "Staff look at it first. You can take this back on this page at any time."};
inline constexpr Text rate_send{"Kirim nilai", "Send the rating"};
inline constexpr Text quote_shown{"Kata-kata Anda dimuat tanpa nama di halaman testimoni.",
                                  "Your words are shown without a name among the testimonials."};
inline constexpr Text quote_waiting{"Anda mengizinkan kata-kata Anda dimuat tanpa nama.",
                                    "You allow your words to be shown without a name."};
inline constexpr Text quote_withdraw{"Tarik izin", "Take the consent back"};
inline constexpr Text objection_note{
    "Laporan ini sedang dilihat lagi. Hasilnya kami kabari di halaman ini.",
    "This report is being looked at again. We tell the outcome on this page."};

inline constexpr Text track_title{"Lacak laporan", "Track a report"};
inline constexpr Text track_lede{"Tulis kode laporan untuk melihat kemajuannya.",
                                 "Enter the code of a report to see how it is going."};
inline constexpr Text track_label{"Kode laporan", "Report code"};
inline constexpr Text track_hint{"Misalnya TGP-7K3M-9QXT. Huruf kecil dan tanpa tanda hubung juga boleh.",
                                 "For example TGP-7K3M-9QXT. Small letters and no dashes are fine too."};
inline constexpr Text track_unknown{"Kode ini tidak kami kenal. Periksa lagi tiap hurufnya.",
                                    "We do not know this code. Check each letter."};
inline constexpr Text track_show{"Lihat laporan", "Show the report"};

} // namespace transparency::words
