// What people read about an agency's own slang and abbreviations.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text lexicon_title{"Kamus singkatan", "Slang and abbreviations"};
inline constexpr Text lexicon_lede{
    "Singkatan dan kata setempat yang ditulis warga, beserta artinya. Daftar bawaan sudah mengenal ribuan; "
    "tambahkan yang khas di daerah Anda. Yang tertulis di sini didahulukan dan langsung dipakai membaca.",
    "Slang and abbreviations that citizens write, and what they mean. Thousands are shipped; add those of "
    "your own place. What stands here goes first and counts at once."};
inline constexpr Text lexicon_add{"Tambah atau ubah", "Add or change"};
inline constexpr Text lexicon_slang{"Yang ditulis warga", "What citizens write"};
inline constexpr Text lexicon_slang_hint{"Satu sampai empat kata, misalnya pju.", "One to four words: pju."};
inline constexpr Text lexicon_formal{"Artinya", "What it means"};
inline constexpr Text lexicon_formal_hint{"Satu sampai enam kata, misalnya penerangan jalan umum.",
                                          "One to six words: penerangan jalan umum."};
inline constexpr Text lexicon_example{"Coba pada kalimat", "Try on a sentence"};
inline constexpr Text lexicon_example_hint{"Tulis seperti warga menulis. Kalimat ini tidak disimpan.",
                                           "Write as citizens do. The sentence is not stored."};
inline constexpr Text lexicon_try{"Coba dahulu", "Try first"};
inline constexpr Text lexicon_save{"Simpan singkatan", "Save the line"};
inline constexpr Text lexicon_read{"Yang dibaca", "What is read"};
inline constexpr Text lexicon_compared{"Tanpa dan dengan kamus", "Without and with the list"};
inline constexpr Text lexicon_result{"Beginilah terbacanya", "How it is read"};
inline constexpr Text lexicon_without{"Daftar bawaan", "Shipped list"};
inline constexpr Text lexicon_with{"Dengan kamus ini", "With this list"};
inline constexpr Text lexicon_words{"Kata-katanya", "The words"};
inline constexpr Text lexicon_kind{"Jenis", "Kind"};
inline constexpr Text lexicon_topic{"Topik", "Topic"};
inline constexpr Text lexicon_no_topic{"tidak dikenali", "not recognised"};
inline constexpr Text lexicon_chance{"{} ({} %)", "{} ({} %)"};
inline constexpr Text lexicon_same{"Tidak ada yang berubah pada kalimat ini.",
                                   "Nothing changes in this sentence."};
inline constexpr Text lexicon_rows{"Singkatan dan artinya", "Words and what they mean"};
inline constexpr Text lexicon_list{"Isi kamus", "The list"};
inline constexpr Text lexicon_none{"Kamus ini masih kosong. Semua dibaca dengan daftar bawaan.",
                                   "This list is empty. All is read by the shipped one."};
inline constexpr Text lexicon_none_found{"Tidak ada yang memuat kata itu.", "Nothing holds that word."};
inline constexpr Text lexicon_count{"{} dari {} singkatan ditampilkan. Selengkapnya ada di berkas CSV.",
                                    "{} of {} lines are shown. All are in the CSV file."};
inline constexpr Text lexicon_shipped{"Arti bawaan", "Shipped meaning"};
inline constexpr Text lexicon_remove{"Hapus", "Remove"};
inline constexpr Text lexicon_find{"Cari di kamus", "Look in the list"};
inline constexpr Text lexicon_find_button{"Cari", "Find"};
inline constexpr Text lexicon_file{"Berkas", "File"};
inline constexpr Text lexicon_download{"Unduh CSV", "Download CSV"};
inline constexpr Text lexicon_upload{"Berkas CSV", "CSV file"};
inline constexpr Text lexicon_upload_hint{
    "Dua kolom: slang,formal. Satu baris salah, tidak satu pun yang berubah.",
    "Two columns: slang,formal. With one wrong line nothing changes."};
inline constexpr Text lexicon_how{"Cara memasukkan", "How to take it in"};
inline constexpr Text lexicon_merge{"Tambahkan ke kamus", "Add to the list"};
inline constexpr Text lexicon_replace{"Ganti seluruh kamus", "Replace the list"};
inline constexpr Text lexicon_take_in{"Masukkan berkas", "Take the file in"};
inline constexpr Text lexicon_versions{"Versi kamus", "Versions of the list"};
inline constexpr Text lexicon_history{"Riwayat kamus", "Versions"};
inline constexpr Text lexicon_when{"Waktu", "When"};
inline constexpr Text lexicon_who{"Oleh", "By"};
inline constexpr Text lexicon_change{"Perubahan", "Change"};
inline constexpr Text lexicon_change_words{"{} ditambah, {} dihapus; jadi {}",
                                           "{} added, {} removed; {} now"};
inline constexpr Text lexicon_version{"Versi", "Version"};
inline constexpr Text lexicon_restore{"Kembalikan", "Put back"};
inline constexpr Text lexicon_in_use{"Dipakai", "In use"};

} // namespace administration::words
