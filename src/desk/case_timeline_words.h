// What happened to a case, in words of the staff.
#pragma once
#include "base/language.h"

namespace desk::timeline_words {

using base::Text;

inline constexpr Text received{"Diterima, kode diberikan", "Received, code given"};
inline constexpr Text received_history{"Diterima sebelum memakai Tanggap, dimasukkan dari register lama",
                                       "Received before Tanggap, taken over from an old register"};
inline constexpr Text verified{"Terverifikasi", "Verified"};
inline constexpr Text verified_implied{"Terverifikasi dengan disposisi", "Verified by assigning"};
inline constexpr Text archived{"Diarsipkan: {}", "Archived: {}"};
inline constexpr Text restored{"Dibuka dari arsip", "Taken out of the archive"};
inline constexpr Text assigned{"Disposisi ke {}", "Assigned to {}"};
inline constexpr Text assigned_person{"Disposisi ke {}, untuk {}", "Assigned to {}, for {}"};
inline constexpr Text returned{"Dikembalikan oleh {}", "Returned by {}"};
inline constexpr Text returned_arbiter{"Dikembalikan oleh {}, naik ke penengah",
                                       "Returned by {}, up to the arbiter"};
inline constexpr Text started{"Mulai dikerjakan", "Work started"};
inline constexpr Text scheduled{"Dijadwalkan {}, anggaran {}", "Scheduled for {}, budget {}"};
inline constexpr Text asked{"Bertanya kepada pelapor, tenggat dijeda", "Asked the reporter, deadline paused"};
inline constexpr Text answered{"Pelapor menjawab, tenggat berjalan lagi",
                               "The reporter answered, the deadline runs on"};
inline constexpr Text resolved{"Tuntas", "Resolved"};
inline constexpr Text resolved_history{"Sudah dijawab menurut register lama",
                                       "Answered, as the old register says"};
inline constexpr Text confirmed{"Pelapor menjawab \"Sudah\"", "The reporter said it is solved"};
inline constexpr Text contested{"Pelapor menjawab \"Belum\", dibuka kembali",
                                "The reporter said not yet, reopened"};
inline constexpr Text contested_head{"Pelapor menjawab \"Belum\" lagi, naik ke kepala",
                                     "The reporter said not yet again, up to the head"};
inline constexpr Text closed{"Ditutup", "Closed"};
inline constexpr Text closed_silence{"Ditutup, pelapor tidak menanggapi", "Closed, the reporter was silent"};
inline constexpr Text closed_history{"Ditutup bersama jawaban itu", "Closed with that answer"};
inline constexpr Text closed_thanks{"Ditutup dengan ucapan terima kasih", "Closed with thanks"};
inline constexpr Text declined{"Belum dapat dipenuhi", "Declined"};
inline constexpr Text objected{"Pelapor mengajukan keberatan, naik satu tingkat",
                               "The reporter objected, one level up"};
inline constexpr Text referred{"Dirujuk ke {}", "Referred to {}"};
inline constexpr Text noted{"Catatan", "Note"};
inline constexpr Text joined{"Digabung dengan {}", "Joined with {}"};
inline constexpr Text separated{"Dipisahkan dari {}", "Separated from {}"};
inline constexpr Text merged{"Kejadiannya disatukan dengan kejadian laporan {}",
                             "Its incident was merged with that of {}"};
inline constexpr Text unmerged{"Penyatuan dengan kejadian laporan {} diurungkan",
                               "The merging with the incident of {} was undone"};
inline constexpr Text reclassified{"Klasifikasi diubah", "Classification changed"};
inline constexpr Text text_released{"Teks publik diterbitkan", "Public text released"};
inline constexpr Text redacted{"Isi disamarkan", "Words redacted"};
inline constexpr Text escalated{"Lewat tenggat, naik ke atasan", "Overdue, up to the head"};
inline constexpr Text handed_back{"Instansi tujuan: bukan kewenangannya", "The other agency: not theirs"};
inline constexpr Text doubted{"Pelapor menjawab Belum; menunggu kejadiannya dilihat",
                              "The reporter said not yet; it waits for a look at the incident"};
inline constexpr Text receipted{"Tanda terima dari instansi tujuan", "Receipt of the other agency"};
inline constexpr Text moved{"Dipindahkan ke {}: {}", "Moved to {}: {}"};
inline constexpr Text moved_merged{"unit digabung", "offices were merged"};
inline constexpr Text moved_split{"unit dipecah", "an office was split"};
inline constexpr Text moved_rules{"mengikuti aturan", "by the rules"};
inline constexpr Text entrusted{"Diberikan kepada {}: {}", "Given to {}: {}"};
inline constexpr Text entrusted_least{"pekerjaannya paling sedikit", "has the least work"};
inline constexpr Text entrusted_turn{"gilirannya", "it was their turn"};
inline constexpr Text entrusted_substitute{"menggantikan yang tidak masuk", "stands in"};
inline constexpr Text entrusted_nobody{"Dilepas: petugasnya sudah tidak di sini",
                                       "Given back: the person has left"};
inline constexpr Text due_soon{"Tenggat hampir tiba", "Due soon"};
inline constexpr Text overdue{"Lewat tenggat", "Overdue"};
inline constexpr Text reminded{"Pengingat tenggat", "Reminder of the deadline"};
inline constexpr Text reminded_whom{"Pengingat kepada {}: {}", "Reminder to {}: {}"};
inline constexpr Text reminded_nobody{"Pengingat ({}), tidak ada petugas yang dapat diberi tahu",
                                      "Reminder ({}), there was nobody to tell"};
inline constexpr Text extended{"Tenggat diperpanjang sampai {}", "Deadline extended until {}"};
inline constexpr Text deadline_moved{"Tenggat dihitung ulang menjadi {}", "Deadline counted anew: {}"};
inline constexpr Text other{"Diperbarui", "Updated"};
inline constexpr Text followed{"Status di instansi tujuan: {}", "Status at the other agency: {}"};
inline constexpr Text followed_open{"masih dikerjakan", "open"};
inline constexpr Text followed_closed{"selesai", "closed"};
inline constexpr Text an_office{"unit kerja", "an office"};
inline constexpr Text the_queue{"antrean koordinator", "the coordinator's queue"};
inline constexpr Text something{"laporan lain", "another report"};
inline constexpr Text receipt{"Tanda terima: {}", "Receipt: {}"};

inline constexpr Text to_kind{"Jenis: {}", "Kind: {}"};
inline constexpr Text to_topic{"Topik: {}", "Topic: {}"};
inline constexpr Text to_area{"Tempat: {}", "Place: {}"};
inline constexpr Text to_class{"Kelas: {}", "Class: {}"};
inline constexpr Text to_conduct{"Tentang perilaku petugas {}", "About the conduct of {}"};

inline constexpr Text spam{"spam", "spam"};
inline constexpr Text chatter{"obrolan", "chatter"};
inline constexpr Text test{"uji coba", "a test"};
inline constexpr Text double_entry{"ganda", "a double entry"};
inline constexpr Text no_oversight{"tidak berkadar pengawasan", "no oversight"};
inline constexpr Text oversight{"berkadar pengawasan", "oversight"};

} // namespace desk::timeline_words
