// Visible text of /meja/catat: the form and what was read in it.
#pragma once
#include "base/language.h"
#include "intake/record.h"

namespace intake::words {

using base::Text;

[[nodiscard]] constexpr Text name_of(Channel channel) noexcept {
    switch (channel) {
    case Channel::phone: return {"Telepon", "Phone call"};
    case Channel::counter: return {"Datang langsung", "At the counter"};
    case Channel::letter: return {"Surat", "Letter"};
    case Channel::link: return {"Tautan", "Link"};
    case Channel::screenshot: return {"Tangkapan layar", "Screenshot"};
    }
    return {};
}

inline constexpr Text record_title{"Catat laporan", "Record a case"};
inline constexpr Text record_lede{"Untuk telepon, tamu di loket, surat, tautan, dan tangkapan layar. Pelapor "
                                  "mendapat kode dan tenggat yang "
                                  "sama seperti kanal lain.",
                                  "For calls, visitors, letters, links and screenshots. The reporter gets "
                                  "the same code and deadlines as on "
                                  "any other channel."};
inline constexpr Text channel_label{"Datang lewat", "It came by"};
inline constexpr Text words_label{"Isi laporan", "What was said"};
inline constexpr Text words_hint{"Tulis seperti yang disampaikan pelapor.",
                                 "Write it as the reporter said it."};
inline constexpr Text place_label{"Tempat", "Place"};
inline constexpr Text place_hint{"Nama jalan, patokan, kelurahan.", "Street, landmark, village."};
inline constexpr Text reporter_heading{"Pelapor", "Reporter"};
inline constexpr Text name_label{"Nama", "Name"};
inline constexpr Text phone_label{"Nomor HP", "Mobile number"};
inline constexpr Text email_label{"Surel", "E-mail"};
inline constexpr Text identity_label{"Identitas", "Identity"};
inline constexpr Text ordinary_short{"Biasa: nama hanya untuk petugas",
                                     "Ordinary: the name is for staff only"};
inline constexpr Text anonymous_short{"Anonim: nama tersegel, juga bagi unit kerja",
                                      "Anonymous: the name is sealed, also from the office"};
inline constexpr Text confidential_short{"Rahasia: isi tidak ditampilkan untuk umum",
                                         "Confidential: nothing of it is shown in public"};
inline constexpr Text consent_label{"Pelapor setuju kata-katanya tampil untuk umum",
                                    "The reporter agrees that the words are shown in public"};
inline constexpr Text consent_note{
    "Selalu tanpa nama, dan sesudah diperiksa petugas. Tanpa persetujuan, umum hanya melihat jenis, wilayah, "
    "dan keadaannya.",
    "Always without a name, and after staff have checked them. Without consent the public sees only kind, "
    "area "
    "and state."};
inline constexpr Text source_heading{"Sumber", "Source"};
inline constexpr Text link_label{"Alamat tautan", "Address of the link"};
inline constexpr Text link_hint{"Kiriman yang dapat dibaca umum, misalnya https://...",
                                "A post that everybody can read, such as https://..."};
inline constexpr Text number_label{"Nomor surat", "Number of the letter"};
inline constexpr Text letter_day_label{"Tanggal surat", "Date of the letter"};
inline constexpr Text received_label{"Diterima pada", "Received at"};
inline constexpr Text received_hint{"Kosong berarti sekarang. Tenggat dihitung dari waktu ini.",
                                    "Empty means now. Deadlines count from this time."};
inline constexpr Text pictures_label{"Tangkapan layar atau pindaian", "Screenshot or scan"};
inline constexpr Text pictures_hint{"Paling banyak 3 gambar, masing-masing 10 MB.",
                                    "At most 3 pictures of 10 MB each."};
inline constexpr Text kind_label{"Jenis", "Kind"};
inline constexpr Text topic_label{"Topik", "Topic"};
inline constexpr Text kind_read{"Biarkan kosong: dibaca dari isi laporan.",
                                "Leave it empty: it is read from the words."};
inline constexpr Text record_send{"Catat laporan", "Record the case"};
inline constexpr Text record_keys{"Ctrl+Enter mencatat dari mana pun di formulir ini.",
                                  "Ctrl+Enter records from anywhere in this form."};
inline constexpr Text record_look{"Lihat bacaannya dulu", "See the reading first"};

inline constexpr Text reading_heading{"Yang terbaca", "What is read"};
inline constexpr Text reading_empty{"Jenis, topik, dan tempat muncul di sini selagi Anda menulis.",
                                    "Kind, topic and place appear here while you write."};
inline constexpr Text reading_area{"Wilayah", "Area"};
inline constexpr Text reading_office{"Diteruskan ke", "Goes to"};
inline constexpr Text reading_queue{"Antrean koordinator", "The coordinator's queue"};
inline constexpr Text not_read{"belum terbaca", "not read yet"};
inline constexpr Text unsure{"belum yakin", "not sure"};
inline constexpr Text chosen{"pilihan Anda", "your choice"};
inline constexpr Text urgent{
    "Tampak darurat. Pastikan pelapor aman dan sudah menelepon 112.",
    "This looks like an emergency. Make sure the reporter is safe and has called 112."};
inline constexpr Text private_found{
    "Data pribadi di dalam isi disamarkan pada teks yang diusulkan untuk umum.",
    "Private data in the words is masked in the text proposed for the public."};

inline constexpr Text channel_missing{"Pilih dulu lewat apa laporan ini datang.",
                                      "Choose how this came in first."};
inline constexpr Text record_long{"Isinya terlalu panjang. Paling banyak 10.000 huruf.",
                                  "That is too long. At most 10,000 characters."};
inline constexpr Text kind_unknown{"Pilih jenis dari daftar, atau kosongkan.",
                                   "Choose a kind of the list, or leave it empty."};
inline constexpr Text topic_unknown{"Pilih topik dari daftar, atau kosongkan.",
                                    "Choose a topic of the list, or leave it empty."};
inline constexpr Text name_long{"Nama paling banyak 200 huruf.", "At most 200 characters for the name."};
inline constexpr Text number_long{"Nomor surat paling banyak 100 huruf.",
                                  "At most 100 characters for the number."};
inline constexpr Text link_missing{"Tempel alamat kirimannya.", "Paste the address of the post."};
inline constexpr Text link_wrong{"Alamat ini belum benar. Contoh: https://contoh.id/kiriman/123.",
                                 "This address is not right. For example https://example.id/post/123."};
inline constexpr Text letter_day_wrong{"Tanggal surat belum benar, atau masih di depan.",
                                       "The date of the letter is not right, or lies ahead."};
inline constexpr Text screenshot_missing{"Lampirkan tangkapan layarnya.", "Attach the screenshot."};
inline constexpr Text time_wrong{"Waktu ini belum terbaca. Contoh: 26-05-2026 13.05.",
                                 "This time cannot be read. For example 26-05-2026 13.05."};
inline constexpr Text time_ahead{"Waktu terima tidak boleh di depan.", "The time cannot lie ahead."};
inline constexpr Text time_old{"Waktu terima paling lama satu tahun yang lalu. Periksa tahunnya.",
                               "At most one year ago. Please check the year."};
inline constexpr Text channel_closed{"Kanal ini sudah ditutup pengelola. Pilih kanal lain.",
                                     "The administrator has closed this channel. Choose another one."};
inline constexpr Text record_back{"Laporan belum tercatat", "The case has not been recorded yet"};
inline constexpr Text record_safe{"Isian Anda masih ada. Perbaiki yang ditandai, lalu catat lagi.",
                                  "What you wrote is still here. Mend what is marked and record again."};
inline constexpr Text known_link{"Tautan ini sudah dicatat. Tidak ada laporan baru yang dibuat.",
                                 "This link has been recorded before. No new case was made."};
inline constexpr Text known_open{"Buka laporan {}", "Open case {}"};
inline constexpr Text known_elsewhere{"Laporannya ada pada unit kerja lain.",
                                      "Its case is at another office."};

} // namespace intake::words
