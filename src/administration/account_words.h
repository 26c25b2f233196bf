// What people read about accounts, the trail of changes and the overview.
#pragma once
#include "base/language.h"

#include <array>
#include <string_view>

namespace administration::words {

using base::Text;

inline constexpr Text accounts_title{"Akun kanal", "Accounts"};
inline constexpr Text accounts_lede{"Akun adalah pintu masuk laporan: halaman lapor, media sosial, surel, "
                                    "telepon. Token akun dipakai program untuk mengirim laporan ke sini.",
                                    "An account is a door through which cases come: the report page, social "
                                    "media, mail, telephone. Programs send cases with its token."};
inline constexpr Text network{"Jaringan", "Network"};
inline constexpr Text network_hint{"Huruf kecil: form, x, instagram, mail, phone.",
                                   "Small letters: form, x, instagram, mail, phone."};
inline constexpr Text account_name{"Nama akun", "Name of the account"};
inline constexpr Text account_name_hint{"Seperti tampil di jaringannya, misalnya @dpudki.",
                                        "As the network shows it: @dpudki."};
inline constexpr Text account_office{"Milik unit", "Office"};
inline constexpr Text whole_agency{"Seluruh instansi", "The whole agency"};
inline constexpr Text account_state{"Keadaan", "State"};
inline constexpr Text account_open{"Dibuka", "Open"};
inline constexpr Text account_shut{"Ditutup", "Closed"};
inline constexpr Text tokens{"Token", "Tokens"};
inline constexpr Text close_account{"Tutup akun", "Close account"};
inline constexpr Text open_account{"Buka akun", "Open account"};
inline constexpr Text add_account{"Tambah akun", "Add an account"};
inline constexpr Text token_label{"Nama token", "Label"};
inline constexpr Text token_label_hint{"Untuk apa token ini dipakai", "What this token is for"};
inline constexpr Text make_token{"Buat token", "Make a token"};
inline constexpr Text revoke_token{"Cabut", "Revoke"};
inline constexpr Text revoked{"dicabut {}", "revoked {}"};
inline constexpr Text made_on{"dibuat {}", "made {}"};
inline constexpr Text token_ready{"Token siap", "The token is ready"};
inline constexpr Text token_once{
    "Salin token ini sekarang. Kami tidak menyimpannya dan tidak dapat menampilkannya lagi.",
    "Copy this token now. We do not keep it and cannot show it again."};
inline constexpr Text all_accounts{"Semua akun", "All accounts"};

inline constexpr Text trail_title{"Jejak perubahan", "Trail of changes"};
inline constexpr Text trail_lede{
    "Setiap perubahan pengaturan dan petugas, yang terbaru di atas. Jejak ini tidak dapat diubah.",
    "Every change of settings and staff, newest first. It cannot be altered."};
inline constexpr Text what{"Perubahan", "Change"};
inline constexpr Text who{"Oleh", "By"};
inline constexpr Text when{"Waktu", "Time"};
inline constexpr Text about{"Mengenai", "About"};
inline constexpr Text command_line{"baris perintah atau sistem", "command line or system"};
inline constexpr Text older{"Tampilkan yang lebih lama", "Show older ones"};
inline constexpr Text no_trail{"Belum ada perubahan.", "No changes yet."};

struct Change {
    std::string_view kind;
    Text text;
};
/// Events of the settings; one that is not named here is shown by its code.
inline constexpr std::array changes{
    Change{"agency.created", {"Instansi dibuat", "Agency made"}},
    Change{"agency.ladder_changed", {"Tangga pengingat diubah", "Ladder of reminders changed"}},
    Change{"agency.changed", {"Instansi diubah", "Agency changed"}},
    Change{"office.added", {"Unit kerja ditambah", "Office added"}},
    Change{"office.changed", {"Unit kerja diubah", "Office changed"}},
    Change{"outside_agency.added", {"Instansi luar ditambahkan", "Agency outside added"}},
    Change{"outside_agency.changed", {"Instansi luar diubah", "Agency outside changed"}},
    Change{"lexicon.changed", {"Kamus singkatan diubah", "Slang and abbreviations changed"}},
    Change{"topic.put", {"Topik disimpan", "Topic saved"}},
    Change{"staff.away", {"Ketidakhadiran dicatat", "An absence was noted"}},
    Change{"staff.back", {"Ketidakhadiran dihapus", "An absence was removed"}},
    Change{"rules.changed", {"Aturan pembagian diubah", "Routing rules changed"}},
    Change{"office.serves", {"Layanan unit ditambah", "An office serves more"}},
    Change{"office.serves_no_more", {"Layanan unit dihapus", "An office serves less"}},
    Change{"arbiter.set", {"Penentu penanggung jawab diatur", "Arbiter set"}},
    Change{"rule.added", {"Aturan ditambah", "Rule added"}},
    Change{"rule.removed", {"Aturan dihapus", "Rule removed"}},
    Change{"rule.ordered", {"Urutan aturan diubah", "Rules put in another order"}},
    Change{"day.put", {"Hari khusus disimpan", "Own day saved"}},
    Change{"day.removed", {"Hari khusus dihapus", "Own day removed"}},
    Change{"model.took_over", {"Model pembacaan baru dipakai", "A new model of reading is in use"}},
    Change{"model.went_back", {"Model pembacaan dikembalikan", "Back to the model before"}},
    Change{"model.went_forward", {"Model pembacaan dipakai lagi", "The model taken back is in use again"}},
    Change{"account.added", {"Akun kanal ditambah", "Account added"}},
    Change{"account.changed", {"Akun kanal diubah", "Account changed"}},
    Change{"account.opened", {"Akun kanal dibuka", "Account opened"}},
    Change{"account.closed", {"Akun kanal ditutup", "Account closed"}},
    Change{"account.connected", {"Akun disambungkan ke jaringannya", "Account connected to its network"}},
    Change{"account.disconnected", {"Sambungan akun diputus", "Account disconnected"}},
    Change{"account.paused", {"Akun dijeda", "Account paused"}},
    Change{"account.resumed", {"Akun dilanjutkan", "Account resumed"}},
    Change{"account.broken", {"Akun tidak tersambung lagi", "Account no longer connected"}},
    Change{"account.mended", {"Akun tersambung kembali", "Account connected again"}},
    Change{"agency.networks_paused", {"Semua jaringan dijeda", "All networks paused"}},
    Change{"agency.networks_resumed", {"Semua jaringan dilanjutkan", "All networks resumed"}},
    Change{"token.created", {"Token dibuat", "Token made"}},
    Change{"token.revoked", {"Token dicabut", "Token revoked"}},
    Change{"staff.invited", {"Petugas diundang", "Somebody invited"}},
    Change{"staff.invitation_used", {"Undangan dipakai", "Invitation used"}},
    Change{"staff.invitation_revoked", {"Undangan dibatalkan", "Invitation revoked"}},
    Change{"staff.password_link", {"Tautan kata sandi dibuat", "Password link made"}},
    Change{"staff.password_set", {"Kata sandi diganti", "Password set"}},
    Change{"staff.added", {"Petugas ditambah", "Person added"}},
    Change{"staff.renamed", {"Nama petugas diubah", "Person renamed"}},
    Change{"staff.role_given", {"Peran diberikan", "Role given"}},
    Change{"staff.role_taken", {"Peran dilepas", "Role taken away"}},
    Change{"staff.suspended", {"Petugas ditangguhkan", "Person suspended"}},
    Change{"database.put_back", {"Cadangan lama dipulihkan", "Older backup put back"}},
    Change{"staff.restored", {"Petugas diaktifkan lagi", "Person restored"}},
};

inline constexpr Text overview_title{"Pengaturan", "Settings"};
inline constexpr Text overview_lede{"Yang sudah siap dan yang masih perlu dilengkapi sebelum warga melapor.",
                                    "What is ready and what is missing before citizens report."};
inline constexpr Text checklist{"Daftar periksa", "Checklist"};
inline constexpr Text all_ready{"Semua siap. Warga dapat melapor.", "All is ready. Citizens can report."};
inline constexpr Text still_missing{"{} hal perlu dilengkapi.", "{} things are missing."};
inline constexpr Text to_do{"Lengkapi", "Set up"};
inline constexpr Text regions_done{"Wilayah layanan sudah dipilih.", "The region is chosen."};
inline constexpr Text regions_missing{
    "Wilayah layanan belum dipilih, jadi nama tempat dicari di seluruh Indonesia.",
    "No region is chosen, so places are looked up in all of Indonesia."};
inline constexpr Text form_done{"Halaman lapor untuk warga terbuka.", "The citizens' report page is open."};
inline constexpr Text form_missing{"Halaman lapor belum punya akun kanal form.",
                                   "The report page has no account yet."};
inline constexpr Text offices_done{"{} unit kerja buka.", "{} offices are open."};
inline constexpr Text topics_done{"{} topik dipakai, semua dengan kata kunci.",
                                  "{} topics are in use, all with words."};
inline constexpr Text topics_missing{"Belum ada topik.", "No topics yet."};
inline constexpr Text topics_wordless{"{} topik belum punya kata kunci, jadi tidak dikenali sendiri.",
                                      "{} topics have no words and are not recognised."};
inline constexpr Text served{"Setiap topik punya unit kerja di semua wilayah.",
                             "Every topic has an office everywhere."};
inline constexpr Text unserved{"{} topik belum punya unit kerja di sebagian atau semua wilayah.",
                               "{} topics have no office somewhere."};
inline constexpr Text rules_faulty{"{} aturan tidak pernah terpakai.", "Nothing reaches {} rules."};
inline constexpr Text rules_right{"Semua aturan dapat terpakai.", "Every rule can be reached."};
inline constexpr Text coordinator_done{"Ada koordinator untuk laporan baru.",
                                       "There is a coordinator for new cases."};
inline constexpr Text coordinator_missing{
    "Belum ada koordinator, jadi laporan baru tidak diverifikasi siapa pun.",
    "There is no coordinator, so nobody verifies new cases."};
inline constexpr Text operators_done{"Setiap unit yang menerima laporan punya operator.",
                                     "Every office that gets cases has an operator."};
inline constexpr Text operators_missing{"{} unit menerima laporan tetapi belum punya operator.",
                                        "{} offices get cases but have no operator."};
inline constexpr Text calendar_done{"Hari libur diketahui sampai {}.", "Holidays are known until {}."};
inline constexpr Text calendar_missing{"Hari libur hanya diketahui sampai {}; tenggat sesudahnya sementara.",
                                       "Holidays are known only until {}; later deadlines are provisional."};
inline constexpr Text sections_title{"Bagian", "Sections"};

} // namespace administration::words
