// Visible text of the desk's list and its side pane.
#pragma once
#include "base/language.h"

namespace desk::words {

using base::Text;

inline constexpr Text title{"Meja kerja", "Desk"};
inline constexpr Text also{"Selain laporan", "Besides cases"};
inline constexpr Text quotes{"Testimoni", "Testimonials"};
inline constexpr Text listening{"Simakan", "Listening"};
inline constexpr Text models{"Pembacaan laporan", "How reports are read"};
inline constexpr Text recap{"Rekap bulanan", "Monthly recap"};
inline constexpr Text views{"Pandangan", "Views"};
inline constexpr Text open_count{"{} laporan", "{} cases"};
inline constexpr Text more_than{"Lebih dari {} laporan", "More than {} cases"};
inline constexpr Text search_on{"Cari pada laporan yang lebih lama", "Search in older cases"};
inline constexpr Text longest_first{"Menunggu paling lama di atas", "Longest wait first"};
inline constexpr Text newest_first{"Terbaru di atas", "Newest first"};
inline constexpr Text list_label{"Laporan, {}", "Cases, {}"};
inline constexpr Text filters{"Saringan jenis", "Filter by kind"};
inline constexpr Text more_filters{"Saring", "Filter"};
inline constexpr Text any_kind{"Semua jenis", "All kinds"};
inline constexpr Text kind{"Jenis", "Kind"};
inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text any_office{"Semua unit kerja", "All offices"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text any_topic{"Semua topik", "All topics"};
inline constexpr Text apply{"Terapkan saringan", "Apply filters"};
inline constexpr Text clear{"Hapus saringan", "Clear filters"};
inline constexpr Text searched{"Hasil untuk \"{}\"", "Results for \"{}\""};

inline constexpr Text reporter{"Pelapor", "Reporter"};
inline constexpr Text anonymous{"Anonim", "Anonymous"};
inline constexpr Text no_words{"Isi laporan tidak ditampilkan untuk peran Anda.",
                               "The words are not shown to your role."};
inline constexpr Text urgent{"Darurat", "Urgent"};
inline constexpr Text queue{"Belum ada unit kerja", "No office yet"};
inline constexpr Text next_page{"Tampilkan 50 berikutnya", "Show the next 50"};
inline constexpr Text first_page{"Kembali ke awal", "Back to the beginning"};

inline constexpr Text nothing_title{"Tidak ada yang menunggu Anda", "Nothing waits for you"};
inline constexpr Text nothing_text{"Laporan baru muncul di sini dengan sendirinya.",
                                   "New cases appear here by themselves."};
inline constexpr Text empty_title{"Tidak ada laporan di sini", "No cases here"};
inline constexpr Text no_match_title{"Tidak ada yang cocok", "Nothing matches"};
inline constexpr Text no_match_text{"Coba kata lain, atau hapus saringan.",
                                    "Try other words or clear the filters."};

inline constexpr Text choose_title{"Pilih laporan", "Choose a case"};
inline constexpr Text choose_text{"Ringkasannya tampil di sini. Tekan ? untuk melihat tombol pintas.",
                                  "Its summary stands here. Press ? for the keys."};
inline constexpr Text gone_title{"Laporan tidak ditemukan", "Case not found"};
inline constexpr Text gone_text{"Mungkin kodenya keliru, atau laporan ini bukan untuk unit kerja Anda.",
                                "The code may be wrong, or the case is not for your office."};
inline constexpr Text back_to_list{"Kembali ke daftar", "Back to the list"};
inline constexpr Text open_case{"Buka laporan", "Open the case"};
inline constexpr Text received_at{"Diterima {}", "Received {}"};
inline constexpr Text what_it_says{"Isi laporan", "What it says"};
inline constexpr Text masked_note{"Data pribadi disamarkan.", "Private data is masked."};
inline constexpr Text deadlines{"Tenggat", "Deadlines"};
inline constexpr Text no_deadlines{"Tidak ada tenggat yang berjalan.", "No deadline is running."};
inline constexpr Text due_at{"Tenggat {}", "Due {}"};
inline constexpr Text in_charge{"Penanggung jawab", "In charge"};
inline constexpr Text person{"Petugas", "Person"};
inline constexpr Text nobody{"Belum ada", "Nobody yet"};
inline constexpr Text why_here{"Kenapa di sini", "Why here"};
inline constexpr Text by_person{"Disposisi oleh {}, {}", "Assigned by {}, {}"};
inline constexpr Text by_rule{"Aturan rute: {}, {}", "Routing rule: {}, {}"};
inline constexpr Text every_topic{"semua topik", "all topics"};
inline constexpr Text everywhere{"semua wilayah", "everywhere"};
inline constexpr Text by_received{"Sudah di unit kerja ini sejak diterima",
                                  "At this office since it was received"};
inline constexpr Text by_none{"Belum ada aturan yang cocok. Koordinator memilih unit kerjanya.",
                              "No rule fits. A coordinator chooses the office."};
inline constexpr Text place{"Tempat", "Place"};
inline constexpr Text no_place{"Belum jelas", "Not clear yet"};

inline constexpr Text connected{"Tersambung", "Connected"};
inline constexpr Text disconnected{"Terputus, mencoba lagi", "Disconnected, trying again"};
inline constexpr Text new_cases{"{} laporan baru", "{} new cases"};
inline constexpr Text keys{"Tombol pintas", "Keys"};
inline constexpr Text key_down{"Laporan berikutnya", "Next case"};
inline constexpr Text key_up{"Laporan sebelumnya", "Previous case"};
inline constexpr Text key_open{"Buka laporan", "Open the case"};
inline constexpr Text key_search{"Cari", "Search"};
inline constexpr Text key_help{"Tampilkan tombol ini", "Show these keys"};
inline constexpr Text close{"Tutup", "Close"};

} // namespace desk::words
