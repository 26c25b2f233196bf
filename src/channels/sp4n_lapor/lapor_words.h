// Words of the pages about SP4N-LAPOR!.
#pragma once
#include "base/language.h"
#include "channels/sp4n_lapor/column.h"
#include "channels/sp4n_lapor/import.h"
#include "channels/sp4n_lapor/label.h"

namespace channels::sp4n_lapor::words {

using base::Text;

inline constexpr Text title{"SP4N-LAPOR!", "SP4N-LAPOR!"};
inline constexpr Text lede{
    "Laporan dari LAPOR! masuk lewat berkas CSV, dikerjakan di meja seperti laporan lain, lalu tindak "
    "lanjutnya dikirim kembali sebagai berkas.",
    "Reports of LAPOR! come in as CSV files, are worked on at the desk like all others, and their follow-up "
    "goes back as a file."};
inline constexpr Text bring{"Masukkan berkas", "Bring in a file"};
inline constexpr Text file{"Berkas CSV dari LAPOR!", "CSV file from LAPOR!"};
inline constexpr Text file_hint{
    "Paling besar 32 MB. Kami periksa dahulu; belum ada yang masuk sebelum Anda setuju.",
    "At most 32 MB. We check it first; nothing comes in before you agree."};
inline constexpr Text check_file{"Periksa berkas", "Check the file"};
inline constexpr Text recent{"Berkas terakhir", "Latest files"};
inline constexpr Text no_files{"Belum ada berkas", "No files yet"};
inline constexpr Text no_files_text{"Ekspor laporan dari LAPOR! sebagai CSV, lalu pilih berkasnya di atas.",
                                    "Export reports from LAPOR! as CSV, then choose the file above."};
inline constexpr Text name{"Nama berkas", "File"};
inline constexpr Text when{"Waktu", "Time"};
inline constexpr Text state{"Keadaan", "State"};
inline constexpr Text came_in{"Masuk", "Came in"};
inline constexpr Text would_come{"Akan masuk", "Would come in"};
inline constexpr Text known{"Sudah dikenal", "Known"};
inline constexpr Text different{"Berbeda", "Different"};
inline constexpr Text rejected{"Ditolak", "Refused"};
inline constexpr Text out_of_lines{"dari {} baris", "of {} lines"};

inline constexpr Text send_back{"Kirim tindak lanjut", "Send the follow-up"};
inline constexpr Text send_back_hint{
    "Berkas memuat status dalam kata LAPOR!, jawaban atau alasan yang sudah publik, tanggal, unit kerja, dan "
    "nama foto bukti. Kata-kata pelapor tidak ikut.",
    "The file has the status in LAPOR!'s words, public answers or reasons, dates, offices and names of proof "
    "photos. Words of reporters stay here."};
inline constexpr Text which{"Laporan", "Cases"};
inline constexpr Text from_lapor{"Yang berasal dari LAPOR!", "Those from LAPOR!"};
inline constexpr Text all_cases{"Semua laporan bulan itu", "All cases of the month"};
inline constexpr Text month{"Bulan diterima", "Month of receipt"};
inline constexpr Text every_month{"Semua bulan", "All months"};
inline constexpr Text download_csv{"Unduh CSV", "Download CSV"};
inline constexpr Text to_recap{"Buka rekap bulanan", "Open the monthly recap"};

inline constexpr Text labels{"Padanan kata", "What words mean"};
inline constexpr Text unmapped{"Belum dipadankan", "Without a meaning"};
inline constexpr Text unmapped_hint{
    "Selama belum dipadankan, unit yang tidak dikenal masuk ke antrean koordinator dan sifat yang tidak "
    "dikenal dianggap rahasia.",
    "Until they have a meaning, cases of unknown units go to the coordinator's queue and an unknown nature "
    "counts as confidential."};
inline constexpr Text all_mapped{"Semua kata pada berkas terakhir sudah punya padanan.",
                                 "All words of the latest files have a meaning."};
inline constexpr Text mapped{"Sudah dipadankan ({})", "With a meaning ({})"};
inline constexpr Text word{"Kata di LAPOR!", "Word in LAPOR!"};
inline constexpr Text about{"Perihal", "About"};
inline constexpr Text lines{"Baris", "Lines"};
inline constexpr Text meaning{"Padanannya di sini", "What it means here"};
inline constexpr Text meaning_of{"Padanan untuk {}", "Meaning of {}"};
inline constexpr Text choose{"Pilih padanan", "Choose a meaning"};
inline constexpr Text save_meanings{"Simpan padanan", "Save meanings"};
inline constexpr Text more_labels{"Simpan dahulu; {} kata berikutnya tampil sesudahnya.",
                                  "Save first; {} more words follow."};
inline constexpr Text ways_back{"Status yang kami kirim ke LAPOR!", "States that we send to LAPOR!"};
inline constexpr Text our_state{"Status di sini", "State here"};
inline constexpr Text their_word{"Kata untuk LAPOR!", "Word for LAPOR!"};
inline constexpr Text columns{"Nama kolom berkas", "Headers of the file"};
inline constexpr Text columns_hint{
    "Isi hanya bila judul kolom berkas Anda berbeda dari yang biasa. Kosongkan untuk memakai yang biasa.",
    "Fill in only where your file's headers differ from the usual. Leave empty for the usual."};
inline constexpr Text save_columns{"Simpan nama kolom", "Save headers"};
inline constexpr Text saved{"Tersimpan. Padanan baru berlaku untuk laporan yang masuk mulai sekarang.",
                            "Saved. New meanings count for cases that come in from now on."};
inline constexpr Text not_saved{"Ada isian yang belum sesuai: {}. Yang lain sudah tersimpan.",
                                "One entry is not right: {}. The others are saved."};

inline constexpr Text import_title{"Berkas {}", "File {}"};
inline constexpr Text looking{"Berkas sedang kami baca: {} baris.", "We are reading the file: {} lines."};
inline constexpr Text taking{"Laporan sedang masuk: {} baris dari berkas sudah dibaca.",
                             "Reports are coming in: {} lines of the file are read."};
inline constexpr Text may_leave{
    "Anda boleh menutup halaman ini. Bila server berhenti di tengah jalan, pekerjaan ini dilanjutkan sendiri.",
    "You may close this page. If the server stops halfway, this goes on by itself."};
inline constexpr Text reload{"Muat ulang", "Reload"};
inline constexpr Text agree{"Masukkan {} laporan", "Bring in {} cases"};
inline constexpr Text agree_none{"Catat perbedaan", "Note the differences"};
inline constexpr Text first_lines{"Baris-baris pertama", "The first lines"};
inline constexpr Text line{"Baris", "Line"};
inline constexpr Text tracking_id{"Tracking ID", "Tracking ID"};
inline constexpr Text date{"Tanggal", "Date"};
inline constexpr Text kind{"Jenis", "Kind"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text unit{"Unit kerja", "Office"};
inline constexpr Text class_{"Kadar", "Class"};
inline constexpr Text outcome{"Hasil", "Outcome"};
inline constexpr Text read_in_words{"dibaca dari isi", "read in the words"};
inline constexpr Text queue{"Antrean koordinator", "Coordinator's queue"};
inline constexpr Text by_rules{"menurut aturan", "by the rules"};
inline constexpr Text oversight{"Berkadar pengawasan, 60 hari kerja", "With oversight, 60 working days"};
inline constexpr Text no_oversight{"Tidak berkadar, 14 hari kerja", "Without oversight, 14 working days"};
inline constexpr Text oversight_short{"Berkadar pengawasan", "With oversight"};
inline constexpr Text no_oversight_short{"Tidak berkadar pengawasan", "Without oversight"};
inline constexpr Text not_said{"belum disebut", "not said"};
inline constexpr Text comes_in{"Akan masuk", "Comes in"};
inline constexpr Text did_come_in{"Masuk", "Came in"};
inline constexpr Text already_known{"Sudah dikenal", "Known"};

inline constexpr Text differences{"Berbeda dari yang kami tahu", "Different from what we know"};
inline constexpr Text differences_hint{
    "Perubahan di LAPOR! tidak kami terapkan sendiri. Buka laporannya dan putuskan langkahnya.",
    "Changes in LAPOR! are never applied by themselves. Open the case and decide."};
inline constexpr Text case_{"Laporan di sini", "Case here"};
inline constexpr Text was{"Sebelumnya di LAPOR!", "In LAPOR! before"};
inline constexpr Text now{"Sekarang di LAPOR!", "In LAPOR! now"};
inline constexpr Text here{"Di sini", "Here"};
inline constexpr Text apply_class{"Ubah kadar laporan", "Change the class"};
inline constexpr Text class_applied{"Kadar laporan {} sudah diubah. Tenggatnya dihitung ulang sejak diterima.",
                                    "The class of {} is changed. Its deadlines are recounted from receipt."};
inline constexpr Text rejected_lines{"Baris yang ditolak", "Refused lines"};
inline constexpr Text reason{"Alasan", "Reason"};
inline constexpr Text download_rejected{"Unduh baris yang ditolak", "Download refused lines"};
inline constexpr Text rejected_hint{
    "Perbaiki di LAPOR! atau di berkas, lalu masukkan lagi seluruh berkas. Yang sudah masuk tidak masuk dua "
    "kali.",
    "Correct them in LAPOR! or in the file, then bring the whole file in again. Nothing comes in twice."};
inline constexpr Text only_first{"Tampil {} yang pertama; semuanya ada di berkas unduhan.",
                                 "The first {} are shown; the download has all."};
inline constexpr Text back{"Kembali ke SP4N-LAPOR!", "Back to SP4N-LAPOR!"};
inline constexpr Text file_not_read{"Berkas belum dapat dibaca", "The file cannot be read"};
inline constexpr Text file_missing{"Pilih berkasnya dahulu.", "Choose the file first."};

[[nodiscard]] constexpr Text of(ImportState state) {
    switch (state) {
    case ImportState::reading: return {"Sedang dibaca", "Being read"};
    case ImportState::ready: return {"Menunggu persetujuan", "Waits for agreement"};
    case ImportState::running: return {"Sedang masuk", "Coming in"};
    case ImportState::done: return {"Selesai", "Done"};
    case ImportState::failed: return {"Tidak terbaca", "Not read"};
    }
    return {};
}

[[nodiscard]] constexpr Text of(Subject subject) {
    switch (subject) {
    case Subject::category: return {"Kategori", "Category"};
    case Subject::unit: return {"Unit terdisposisi", "Unit"};
    case Subject::status: return {"Status", "Status"};
    case Subject::classification: return {"Klasifikasi", "Classification"};
    case Subject::nature: return {"Sifat", "Nature"};
    case Subject::oversight: return {"Kadar pengawasan", "Oversight"};
    case Subject::state: return {"Status ke LAPOR!", "State to LAPOR!"};
    }
    return {};
}

[[nodiscard]] constexpr Text of(Field field) {
    switch (field) {
    case Field::tracking_id: return {"Tracking ID", "Tracking ID"};
    case Field::date: return {"Tanggal laporan", "Date"};
    case Field::title: return {"Judul", "Title"};
    case Field::text: return {"Isi laporan", "Words"};
    case Field::category: return {"Kategori", "Category"};
    case Field::classification: return {"Klasifikasi", "Classification"};
    case Field::status: return {"Status", "Status"};
    case Field::unit: return {"Unit terdisposisi", "Unit"};
    case Field::place: return {"Lokasi", "Place"};
    case Field::nature: return {"Sifat", "Nature"};
    case Field::oversight: return {"Kadar pengawasan", "Oversight"};
    case Field::reporter: return {"Nama pelapor", "Reporter"};
    }
    return {};
}

/// Why a line or a file was refused; `field` as problems name it.
[[nodiscard]] Text reason_of(std::string_view problem, std::string_view field);

} // namespace channels::sp4n_lapor::words
