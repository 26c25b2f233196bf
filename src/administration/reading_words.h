// What people read about how reports are read by machine.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text reading_title{"Pembacaan laporan", "How reports are read"};
inline constexpr Text reading_lede{"Seberapa tepat mesin membaca laporan, dan apa yang dipelajarinya dari "
                                   "putusan petugas. Semua dihitung di "
                                   "server ini; tidak ada yang keluar.",
                                   "How well reports are read by machine, and what it learns from what "
                                   "people decide. All of it is counted on "
                                   "this server; nothing leaves it."};

inline constexpr Text own_title{"Model instansi ini", "The agency's own model"};
inline constexpr Text own_missing{"Belum ada model sendiri, jadi laporan dibaca dengan model bawaan. Perlu "
                                  "{} putusan petugas lagi: baru ada {} "
                                  "dari {}.",
                                  "There is no model of your own yet, so the shipped one reads. {} more "
                                  "decisions are needed: there are {} of {}."};
inline constexpr Text own_soon{"Belum ada model sendiri. Putusan petugas sudah cukup ({}): model dicoba "
                               "malam hari antara pukul 01.00 dan "
                               "05.00, dan dipakai hanya bila lebih tepat.",
                               "There is no model of your own yet. There are enough decisions ({}): one is "
                               "tried at night between one and five "
                               "o'clock, and used only when it is better."};
inline constexpr Text own_back{"Model sendiri dikembalikan; sekarang laporan dibaca dengan model bawaan.",
                               "The agency's own model was taken back; the shipped one reads now."};
inline constexpr Text own_by_hand{"Model ini tidak ada di riwayat: dipasang dengan tangan.",
                                  "This model is not in the history: it was put there by hand."};
inline constexpr Text own_in_use{"Dipakai sejak", "In use since"};
inline constexpr Text own_learnt_from{"Belajar dari", "Learnt from"};
inline constexpr Text own_cases{"{} laporan yang diputuskan petugas, masuk {} sampai {}",
                                "{} cases that people decided, received from {} to {}"};
inline constexpr Text own_choices{"Memilih di antara", "Chooses among"};
inline constexpr Text own_labels{"{} jenis, {} topik, dan {} unit kerja",
                                 "{} kinds, {} topics and {} offices"};
inline constexpr Text own_next{"Percobaan berikut", "Next trial"};
inline constexpr Text own_next_words{"setelah {} putusan baru; sudah ada {}",
                                     "after {} new decisions; there are {}"};
inline constexpr Text judged_note{
    "Dinilai pada laporan terbaru yang belum pernah dilihat, baik oleh model ini maupun oleh yang dipakai "
    "sebelumnya.",
    "Judged on the newest cases, which neither this model nor the one before had seen."};

inline constexpr Text own_table{"Angka model instansi ini", "Figures of the agency's own model"};
inline constexpr Text live_table{"Angka saran dan putusan", "Figures of suggestions and decisions"};
inline constexpr Text history_table{"Daftar percobaan", "List of trials"};

inline constexpr Text go_back{"Kembali ke model sebelumnya", "Back to the model before"};
inline constexpr Text go_forward{"Pakai lagi model yang dikembalikan", "Use the model taken back again"};
inline constexpr Text go_back_note{"Berlaku seketika untuk laporan baru. Model yang dikembalikan tidak "
                                   "dipakai lagi dengan sendirinya, kecuali ada "
                                   "yang lebih tepat daripadanya.",
                                   "Counts at once for new cases. What is taken back does not return by "
                                   "itself, unless something is better than it."};

inline constexpr Text signing{
    "Laporan yang sudah ada sedang disiapkan agar ikut ditemukan pada \"Mungkin sama\": {} dari {} selesai.",
    "Reports that were there before are being made ready to be found under \"Possibly the same\": {} of {} "
    "done."};
inline constexpr Text signing_reload{"Lihat lagi", "Look again"};

inline constexpr Text base_title{"Model bawaan", "The shipped model"};
inline constexpr Text base_lede{
    "Dibuat bersama Tanggap dari teks yang ditulis untuknya dan komentar terbuka; tidak memuat data instansi "
    "mana pun.",
    "Made with Tanggap from texts written for it and open comments; it holds no data of any agency."};
inline constexpr Text base_learnt{"{} teks, {} pilihan", "{} texts, {} choices"};

inline constexpr Text live_title{"Saran dan putusan", "Suggestions and decisions"};
inline constexpr Text live_lede{
    "{} sampai {}: apa yang disarankan saat laporan masuk, dibandingkan dengan putusan "
    "petugas.",
    "{} to {}: what was suggested as cases came in, against what people decided."};
inline constexpr Text live_none{"Belum ada saran yang sudah diputuskan petugas dalam tiga bulan ini.",
                                "People have decided on no suggestion in these three months."};

inline constexpr Text head_kind{"Jenis", "Kind"};
inline constexpr Text head_topic{"Topik", "Topic"};
inline constexpr Text head_office{"Unit kerja", "Office"};
inline constexpr Text head_area{"Tempat", "Place"};
inline constexpr Text head_sentiment{"Nada", "Feeling"};
inline constexpr Text head_abuse{"Kata kasar", "Abuse"};
inline constexpr Text head_language{"Bahasa", "Language"};
inline constexpr Text col_head{"Yang dibaca", "What is read"};
inline constexpr Text col_judged{"Dinilai pada", "Judged on"};
inline constexpr Text col_right{"Tepat", "Right"};
inline constexpr Text col_before{"Sebelumnya", "Before"};
inline constexpr Text col_f1{"F1 makro", "Macro-F1"};
inline constexpr Text col_coverage{"Bagian yang 95 % tepat", "Share that is 95 % right"};
inline constexpr Text col_ece{"Selisih keyakinan (ECE)", "Calibration error (ECE)"};
inline constexpr Text col_decided{"Diputuskan", "Decided"};
inline constexpr Text col_sure{"Disarankan", "Suggested"};
inline constexpr Text col_sure_right{"Saran tepat", "Suggestions right"};
inline constexpr Text col_all_right{"Termasuk yang ragu", "With those in doubt"};
inline constexpr Text share_of{"{} dari {}", "{} of {}"};

inline constexpr Text curve_title{"{}: yakin dan benar", "{}: sure and right"};
inline constexpr Text curve_sentence{
    "Di garis putus-putus, keyakinan sama dengan kenyataan; di bawahnya mesin terlalu yakin. Titik kosong: "
    "kurang dari "
    "{} laporan, jadi belum berarti. Garis tegak: rentang 95 %.",
    "On the dashed line, being sure and being right are the same; below it the machine is too sure. Hollow "
    "points: "
    "fewer than {} cases, so they mean little. Upright lines: 95 % intervals."};
inline constexpr Text curve_x{"keyakinan", "sure"};
inline constexpr Text curve_y{"kenyataan", "right"};
inline constexpr Text curve_label{"Keyakinan dan kenyataan, {}", "Sure and right, {}"};
inline constexpr Text curve_numbers{"Angka di balik gambar", "The numbers behind it"};
inline constexpr Text curve_bin{"Keyakinan", "Sure"};
inline constexpr Text curve_rows{"Laporan", "Cases"};

inline constexpr Text languages_title{"Menurut bahasa", "By language"};
inline constexpr Text languages_note{
    "Jenis dan topik yang disarankan; bahasa dengan kurang dari {} saran tidak "
    "ditampilkan.",
    "Kind and topic as suggested; languages with fewer than {} are left out."};
inline constexpr Text tongue_id{"Indonesia", "Indonesian"};
inline constexpr Text tongue_jv{"Jawa", "Javanese"};
inline constexpr Text tongue_su{"Sunda", "Sundanese"};
inline constexpr Text tongue_en{"Inggris", "English"};
inline constexpr Text tongue_mixed{"Campuran", "Mixed"};

inline constexpr Text confused_title{"Paling sering salah baca", "Read wrong most often"};
inline constexpr Text confused_said{"Dibaca", "Read as"};
inline constexpr Text confused_truth{"Putusan petugas", "People decided"};
inline constexpr Text confused_n{"Kali", "Times"};

inline constexpr Text history_title{"Riwayat", "History"};
inline constexpr Text history_none{"Belum pernah ada percobaan.", "There has been no trial yet."};
inline constexpr Text history_when{"Waktu", "Time"};
inline constexpr Text history_what{"Hasil", "Outcome"};
inline constexpr Text history_cases{"Laporan", "Cases"};
inline constexpr Text history_figures{"Tepat, baru lawan lama", "Right, new against old"};
inline constexpr Text history_who{"Oleh", "By"};
inline constexpr Text history_machine{"Tanggap", "Tanggap"};
inline constexpr Text stayed{"Dilatih, tidak lebih tepat: yang lama tetap dipakai",
                             "Trained, not better: what was in use stays"};
inline constexpr Text took_over{"Dilatih, lebih tepat: dipakai", "Trained, better: in use"};
inline constexpr Text failed_little{"Putusan petugas belum cukup beragam",
                                    "Too few or too uniform decisions"};
inline constexpr Text failed_nothing_new{"Laporan baru belum cukup untuk menilai",
                                         "Too few new cases to judge by"};
inline constexpr Text failed{"Tidak dapat dilatih", "Could not be trained"};
inline constexpr Text went_back{"Dikembalikan ke model sebelumnya", "Back to the model before"};
inline constexpr Text went_forward{"Model yang dikembalikan dipakai lagi",
                                   "The model taken back is in use again"};

} // namespace administration::words
