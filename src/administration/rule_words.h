// What people read where routing rules are edited, tried, kept and rehearsed.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text more_conditions{"Syarat lain", "More conditions"};
inline constexpr Text more_conditions_note{
    "Semua syarat yang diisi harus terpenuhi; yang kosong berlaku untuk semua laporan.",
    "All that is filled in must hold; what is empty holds for every case."};
inline constexpr Text rule_kinds{"Hanya jenis ini", "Only these kinds"};
inline constexpr Text rule_accounts{"Hanya lewat akun ini", "Only through these accounts"};
inline constexpr Text rule_words_label{"Berisi salah satu kata ini", "Says one of these words"};
inline constexpr Text rule_words_hint{"Satu kata atau ungkapan per baris. Imbuhan tidak perlu ditulis.",
                                      "One word or phrase a line. Its other forms are found too."};
inline constexpr Text rule_circle{"Di sekitar titik", "Around a point"};
inline constexpr Text rule_circle_hint{"Lintang, bujur, jarak dalam km: -6.2265, 106.8571, 2",
                                       "Latitude, longitude, distance in km: -6.2265, 106.8571, 2"};
inline constexpr Text rule_polygon{"Di dalam bidang", "Inside an area"};
inline constexpr Text rule_polygon_hint{
    "Sudutnya berurutan, satu per baris: lintang, bujur. Paling sedikit tiga.",
    "Its corners in order, one a line: latitude, longitude. Three at least."};
inline constexpr Text rule_days{"Hanya pada hari", "Only on"};
inline constexpr Text rule_from{"Mulai pukul", "From"};
inline constexpr Text rule_until{"Sampai pukul", "Until"};
inline constexpr Text rule_hours_hint{"Boleh melewati tengah malam.", "May pass midnight."};
inline constexpr Text rule_first_day{"Berlaku mulai", "First day"};
inline constexpr Text rule_last_day{"Berlaku sampai", "Last day"};
inline constexpr Text rule_place{"Urutan ke", "Place in the order"};
inline constexpr Text rule_place_hint{"Tulis 1 untuk yang pertama dibaca.", "1 is read first."};
inline constexpr Text edit_rule{"Ubah", "Edit"};
inline constexpr Text edit_rule_title{"Ubah aturan {}", "Edit rule {}"};
inline constexpr Text save_rule{"Simpan aturan", "Save the rule"};
inline constexpr Text conditions{"Syarat lain", "Also"};
inline constexpr Text to_rules{"Kembali ke daftar aturan", "Back to the rules"};

inline constexpr Text conflicts_title{"Aturan yang saling bertumpang", "Rules that overlap"};
inline constexpr Text conflict{
    "Aturan {} dan {} dapat sama-sama cocok dengan satu laporan; yang di atas menang.",
    "Rules {} and {} can both fit one case; the upper one wins."};
inline constexpr Text unserved_title{"Dilayani unit, tetapi tidak sampai ke sana",
                                     "Served by an office, but not sent there"};
inline constexpr Text unserved_line{"{}: {} menuju {}", "{}: {} goes to {}"};
inline constexpr Text unserved_partly{"{}: {} hanya sebagian sampai", "{}: only a part of {} arrives"};

inline constexpr Text draft_title{"Rancangan: belum berlaku", "Draft: does not count yet"};
inline constexpr Text draft_note{
    "Perubahan di halaman ini masuk ke rancangan. Laporan tetap dibagi menurut aturan yang berlaku sekarang.",
    "Changes on this page go into the draft. Cases still follow the rules that count now."};
inline constexpr Text draft_begin{"Mulai rancangan", "Begin a draft"};
inline constexpr Text draft_begin_note{"Ubah banyak aturan sekaligus, coba dahulu, lalu berlakukan.",
                                       "Change many rules, rehearse them, then let them count."};
inline constexpr Text draft_apply{"Berlakukan rancangan", "Let the draft count"};
inline constexpr Text draft_drop{"Buang rancangan", "Discard the draft"};
inline constexpr Text draft_rehearse{"Coba pada 90 hari terakhir", "Rehearse on the last 90 days"};

inline constexpr Text kept_title{"Riwayat dan berkas", "History and files"};
inline constexpr Text history{"Riwayat aturan", "History of the rules"};
inline constexpr Text history_lede{"Setiap perubahan disimpan sebagai versi. Versi lama dapat dipakai lagi.",
                                   "Every change is kept as a version. An older one can be used again."};
inline constexpr Text history_empty{"Belum ada perubahan.", "Nothing has been changed yet."};
inline constexpr Text version{"Versi", "Version"};
inline constexpr Text changed_at{"Diubah", "Changed"};
inline constexpr Text what_changed{"Perubahan", "Change"};
inline constexpr Text rule_count{"Jumlah aturan", "Rules"};
inline constexpr Text version_now{"Berlaku sekarang", "Counts now"};
inline constexpr Text restore_version{"Pakai lagi", "Use again"};
inline constexpr Text version_numbered{"versi {}", "version {}"};
inline constexpr Text download_csv{"Unduh CSV", "Download CSV"};
inline constexpr Text download_json{"Unduh JSON", "Download JSON"};
inline constexpr Text import_file{"Berkas CSV atau JSON", "CSV or JSON file"};
inline constexpr Text import_note{
    "Isi berkas menggantikan semua aturan, tetapi masuk sebagai rancangan dahulu.",
    "The file replaces all rules, but becomes a draft first."};
inline constexpr Text import_rules{"Baca sebagai rancangan", "Read as a draft"};

inline constexpr Text trial_case{"Kode laporan", "Code of a case"};
inline constexpr Text trial_case_hint{"Pakai laporan yang sudah ada, misalnya TGP-7K3M-9QXT.",
                                      "Use a case that is there: TGP-7K3M-9QXT."};
inline constexpr Text trial_kind{"Jenis", "Kind"};
inline constexpr Text trial_account{"Masuk lewat", "Came through"};
inline constexpr Text passed_title{"Mengapa aturan di atasnya tidak cocok", "Why the rules above do not fit"};
inline constexpr Text passed_line{"Aturan {}: {}.", "Rule {}: {}."};

inline constexpr Text services_title{"Yang dilayani tiap unit", "What each office serves"};
inline constexpr Text services_lede{
    "Pernyataan unit tentang pekerjaannya. Tidak membagi laporan; dipakai untuk melihat aturan yang kurang.",
    "What offices say of their work. It sends nothing; it shows where a rule is missing."};
inline constexpr Text services_none{"Belum ada unit yang menyatakan layanannya.",
                                    "No office has said so yet."};
inline constexpr Text add_service{"Tambah layanan", "Add a service"};
inline constexpr Text service_about{"layanan {}", "service {}"};

inline constexpr Text rehearsal_title{"Coba rancangan pada 90 hari terakhir",
                                      "Rehearsal on the last 90 days"};
inline constexpr Text rehearsal_running{"Sudah dibaca {} dari {} laporan. Muat ulang halaman ini nanti.",
                                        "{} of {} cases are read. Reload this page later."};
inline constexpr Text rehearsal_reload{"Muat ulang", "Reload"};
inline constexpr Text rehearsal_done{"{} laporan sejak {} dibaca. {} akan menuju unit lain.",
                                     "{} cases since {} were read. {} would go elsewhere."};
inline constexpr Text rehearsal_same{"Tidak ada laporan yang berpindah.", "No case would go elsewhere."};
inline constexpr Text rehearsal_nothing{"Laporan tidak dipindahkan; ini hanya hitungan.",
                                        "No case is moved; this only counts."};
inline constexpr Text moves_from{"Menurut aturan sekarang", "By the rules of now"};
inline constexpr Text moves_to{"Menurut rancangan", "By the draft"};
inline constexpr Text moves_count{"Laporan", "Cases"};
inline constexpr Text moves_samples{"Contoh", "For example"};
inline constexpr Text fires_title{"Berapa kali tiap aturan terpakai", "How often each rule is used"};
inline constexpr Text fires_never{"tidak pernah", "never"};

[[nodiscard]] constexpr Text version_word(std::string_view what) noexcept {
    if (what == "added") return {"Aturan ditambah", "A rule was added"};
    if (what == "changed") return {"Aturan diubah", "A rule was changed"};
    if (what == "removed") return {"Aturan dihapus", "A rule was removed"};
    if (what == "ordered") return {"Urutan diubah", "The order was changed"};
    if (what == "draft") return {"Rancangan diberlakukan", "A draft was applied"};
    if (what == "restored") return {"Versi lama dipakai lagi", "An older version was used again"};
    if (what == "setup") return {"Dari berkas pengaturan", "From a setup file"};
    return {"Keadaan awal", "As it was first"};
}

} // namespace administration::words
