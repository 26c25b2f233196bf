// Words of the pages of templates and of office hours.
#pragma once
#include "base/language.h"
#include "outgoing/template.h"

namespace outgoing::words {

struct VariableWords {
    Variable variable;
    base::Text meaning;
    base::Text example; ///< in a preview, where the case has none
};
inline constexpr auto variables = std::to_array<VariableWords>({
    {Variable::kode, {"kode laporan", "code of the report"}, {"TGP-7K3M-9QXT", "TGP-7K3M-9QXT"}},
    {Variable::judul,
     {"topik dan tempat", "topic and place"},
     {"Jalan berlubang, Tebet Barat", "Pothole, Tebet Barat"}},
    {Variable::tenggat,
     {"hari dan jam paling lambat kami memberi kabar", "day and hour by which we tell more"},
     {"Selasa, 26 Mei 2026 pukul 18.23 WIB", "Tuesday, 26 May 2026 at 18.23 WIB"}},
    {Variable::unit,
     {"unit kerja atau instansi yang menangani", "office or agency that handles it"},
     {"Suku Dinas Jakarta Selatan", "Suku Dinas Jakarta Selatan"}},
    {Variable::alasan,
     {"alasan yang dibaca warga", "the reason that citizens read"},
     {"kerusakannya terlalu besar untuk ditambal", "the damage is too large for a patch"}},
    {Variable::tanggal,
     {"tanggal rencana pekerjaan", "planned day of the work"},
     {"Senin, 8 Juni 2026", "Monday, 8 June 2026"}},
    {Variable::anggaran, {"sumber anggaran", "budget source"}, {"APBD 2026", "APBD 2026"}},
    {Variable::pertanyaan,
     {"pertanyaan petugas kepada pelapor", "the question to the reporter"},
     {"Di depan rumah nomor berapa?", "In front of which house?"}},
    {Variable::nomor,
     {"nomor laporan di instansi lain", "number of the report at another agency"},
     {"SDA-2026-0417", "SDA-2026-0417"}},
    {Variable::jam_buka,
     {"kapan petugas kembali, hanya di luar jam kerja", "when staff are back, only outside office hours"},
     {"Senin pukul 07.30 WIB", "Monday at 07.30 WIB"}},
    {Variable::tautan,
     {"alamat halaman laporan", "address of the report's page"},
     {"https://lapor.contoh.go.id/laporan/TGP-7K3M-9QXT",
      "https://lapor.contoh.go.id/laporan/TGP-7K3M-9QXT"}},
});

inline constexpr base::Text templates_title{"Kalimat balasan", "Texts of answers"};
inline constexpr base::Text templates_lede{
    "Kalimat yang dibaca pelapor di setiap langkah. Perubahan berlaku untuk kabar berikutnya; yang sudah "
    "terkirim tidak berubah.",
    "What reporters read at each step. A change counts for the next message; what was sent stays."};
inline constexpr base::Text own_text{"Diubah instansi", "Changed by the agency"};
inline constexpr base::Text shipped_text{"Bawaan", "Built in"};
inline constexpr base::Text language_label{"Bahasa kalimat", "Language of the texts"};
inline constexpr base::Text indonesian{"Bahasa Indonesia", "Indonesian"};
inline constexpr base::Text english{"Bahasa Inggris", "English"};
inline constexpr base::Text language_help{
    "Kalimat berbahasa Inggris dipakai bila pelapor mengisi formulir berbahasa Inggris.",
    "English texts are used for reporters who wrote on the English form."};

inline constexpr base::Text back_to_list{"Semua kalimat balasan", "All texts of answers"};
inline constexpr base::Text subject{"Subjek surel", "Subject of the mail"};
inline constexpr base::Text subject_hint{"Satu baris. Jangan memuat isi laporan.",
                                         "One line. Nothing of what the report says."};
inline constexpr base::Text body{"Isi", "Text"};
inline constexpr base::Text body_hint{"Baris yang datanya tidak ada pada suatu laporan tidak ikut dikirim.",
                                      "A line whose data a report does not have is left out."};
inline constexpr base::Text variables_title{"Data yang dapat disisipkan", "What can be filled in"};
inline constexpr base::Text preview_case{"Kode laporan untuk pratinjau", "Code of a report for the preview"};
inline constexpr base::Text preview_case_hint{"Kosongkan untuk memakai laporan publik terbaru.",
                                              "Leave it empty to use the newest public report."};
inline constexpr base::Text preview{"Lihat pratinjau", "Show preview"};
inline constexpr base::Text preview_title{"Pratinjau", "Preview"};
inline constexpr base::Text preview_of{"Dengan data laporan {}. Data yang belum ada diisi contoh.",
                                       "With the data of report {}. Examples stand where it has none."};
inline constexpr base::Text preview_of_none{"Belum ada laporan, jadi semua datanya contoh.",
                                            "There is no report yet; all data are examples."};
inline constexpr base::Text save{"Simpan kalimat", "Save text"};
inline constexpr base::Text saved{"Kalimat tersimpan dan dipakai mulai kabar berikutnya.",
                                  "The text is saved and used from the next message on."};
inline constexpr base::Text to_builtin{"Kembali ke kalimat bawaan", "Back to the built-in text"};
inline constexpr base::Text history{"Riwayat perubahan", "Earlier versions"};
inline constexpr base::Text version_by{"Versi {}, {}, oleh {}", "Version {}, {}, by {}"};
inline constexpr base::Text went_back{"Kembali ke kalimat bawaan.", "Went back to the built-in text."};
inline constexpr base::Text form_wrong{"Kalimat belum tersimpan", "The text is not saved yet"};
inline constexpr base::Text form_safe{"Isian Anda masih ada di bawah ini.", "What you wrote is still below."};
inline constexpr base::Text wrong_variable{"{} tidak dikenal. Pakai data dari daftar di bawah isian.",
                                           "{} is not known. Use the names listed below."};
inline constexpr base::Text wrong_missing{"Bagian ini belum diisi.", "This is still empty."};
inline constexpr base::Text wrong_long{"Bagian ini terlalu panjang.", "This is too long."};
inline constexpr base::Text wrong_other{"Bagian ini belum sesuai. Periksa kembali.",
                                        "This is not as it should be. Please look again."};
inline constexpr base::Text wrong_case{"Laporan dengan kode itu tidak ada.",
                                       "There is no report with that code."};
inline constexpr base::Text wrong_meanwhile{
    "Orang lain baru saja mengubah kalimat ini. Muat ulang halaman ini dulu.",
    "Somebody else has just changed this text. Reload the page first."};

inline constexpr base::Text hours_title{"Jam kerja", "Office hours"};
inline constexpr base::Text hours_lede{
    "Di luar jam ini tanda terima menyebut kapan petugas kembali. Tenggat menurut aturan tidak berubah.",
    "Outside these hours a receipt says when staff are back. Legal deadlines do not change."};
inline constexpr base::Text hours_hint{
    "Contoh: 07.30-16.00, atau 07.30-12.00, 13.00-16.00. Kosongkan bila tutup.",
    "For example 07.30-16.00, or 07.30-12.00, 13.00-16.00. Leave it empty when closed."};
inline constexpr base::Text hours_holidays{
    "Hari libur nasional dan cuti bersama dihitung tutup dengan sendirinya. Zona waktu: {}.",
    "National holidays and collective leave count as closed by themselves. Time zone: {}."};
inline constexpr base::Text hours_save{"Simpan jam kerja", "Save office hours"};
inline constexpr base::Text hours_saved{"Jam kerja tersimpan.", "The office hours are saved."};
inline constexpr base::Text hours_next{"Petugas berikutnya ada {}.", "Staff are next there {}."};
inline constexpr base::Text hours_now{"Sekarang petugas ada.", "Staff are there now."};
inline constexpr base::Text hours_never{"Dengan jam ini petugas tidak pernah ada.",
                                        "With these hours nobody is ever there."};
inline constexpr base::Text hours_wrong{"Jam kerja belum tersimpan", "The office hours are not saved yet"};
inline constexpr base::Text hours_wrong_day{"Tulis seperti 07.30-16.00, jam buka lebih dulu.",
                                            "Write it like 07.30-16.00, the opening first."};
inline constexpr auto weekdays = std::to_array<base::Text>({
    {"Senin", "Monday"},
    {"Selasa", "Tuesday"},
    {"Rabu", "Wednesday"},
    {"Kamis", "Thursday"},
    {"Jumat", "Friday"},
    {"Sabtu", "Saturday"},
    {"Minggu", "Sunday"},
});

} // namespace outgoing::words
