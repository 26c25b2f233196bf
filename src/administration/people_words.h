// What people read about staff in the settings.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text people_title{"Petugas", "Staff"};
inline constexpr Text people_lede{
    "Setiap petugas masuk dengan namanya sendiri. Peran dipegang di sebuah unit dan berlaku untuk semua unit "
    "di bawahnya.",
    "Everybody signs in under their own name. A role is held at an office and counts for all below it."};
inline constexpr Text name{"Nama", "Name"};
inline constexpr Text login{"Nama masuk", "Login"};
inline constexpr Text roles{"Peran", "Roles"};
inline constexpr Text role{"Peran", "Role"};
inline constexpr Text at_office{"Di unit", "At the office"};
inline constexpr Text standing{"Keadaan", "State"};
inline constexpr Text working{"Aktif", "Active"};
inline constexpr Text suspended{"Ditangguhkan", "Suspended"};
inline constexpr Text you{"Anda", "you"};
inline constexpr Text no_people{"Belum ada petugas di unit Anda.", "No staff at your offices yet."};
inline constexpr Text invite{"Undang petugas", "Invite somebody"};
inline constexpr Text invite_note{
    "Kami membuatkan tautan yang berlaku tujuh hari dan hanya dapat dipakai sekali. Orang itu memilih "
    "sendiri kata sandinya.",
    "We make a link that lasts seven days and works once. The person chooses their own password."};
inline constexpr Text login_hint{"Huruf kecil, angka, titik, atau tanda hubung: sari.wulandari",
                                 "Small letters, digits, dots or hyphens: sari.wulandari"};
inline constexpr Text make_link{"Buat tautan undangan", "Make an invitation link"};
inline constexpr Text link_title{"Tautan undangan siap", "The invitation link is ready"};
inline constexpr Text reset_link_title{"Tautan kata sandi siap", "The password link is ready"};
inline constexpr Text link_once{
    "Salin tautan ini sekarang. Setelah halaman ini ditutup, tautannya tidak dapat kami tampilkan lagi.",
    "Copy this link now. We cannot show it again after this page is closed."};
inline constexpr Text link_for{"Untuk", "For"};
inline constexpr Text link_until{"Berlaku sampai", "Valid until"};
inline constexpr Text link_itself{"Tautan", "Link"};
inline constexpr Text message{"Pesan siap kirim", "Message to send"};
inline constexpr Text message_hint{"Salin lalu kirim lewat WhatsApp atau surel kepada orangnya saja.",
                                   "Copy it and send it by WhatsApp or mail to that person only."};
inline constexpr Text whatsapp{"Buka di WhatsApp", "Open in WhatsApp"};
/// Name, agency, link, day.
inline constexpr Text invite_message{"Halo {}, Anda diundang menjadi petugas di {}. Buka tautan ini untuk "
                                     "membuat akun: {} Tautan berlaku sampai {}.",
                                     "Hello {}, you are invited to join the staff of {}. Open this link to "
                                     "set up your account: {} It is valid until {}."};
inline constexpr Text reset_message{
    "Halo {}, ini tautan kata sandi baru Anda di {}: {} Tautan berlaku sampai {}.",
    "Hello {}, here is the link for your new password at {}: {} It is valid until {}."};
inline constexpr Text open_invitations{"Undangan yang masih berlaku", "Open invitations"};
inline constexpr Text revoke{"Batalkan", "Revoke"};
inline constexpr Text back_to_people{"Semua petugas", "All staff"};

inline constexpr Text csv_title{"Undang banyak orang sekaligus", "Invite many at once"};
inline constexpr Text csv_note{"Unggah CSV dengan kolom name, login, role, office. Kami memeriksa setiap "
                               "baris dahulu; bila ada satu yang salah, tidak ada yang diundang.",
                               "Upload a CSV with the columns name, login, role, office. Every line is "
                               "checked first; if one is wrong, nobody is invited."};
inline constexpr Text csv_template{"Unduh contoh CSV", "Download a sample CSV"};
inline constexpr Text csv_file{"Berkas CSV", "CSV file"};
inline constexpr Text csv_check{"Periksa berkas", "Check the file"};
inline constexpr Text csv_checked{"Hasil pemeriksaan CSV", "What the check found"};
inline constexpr Text csv_right{"Semua {} baris benar. Belum ada yang diundang.",
                                "All {} lines are right. Nobody is invited yet."};
inline constexpr Text csv_wrong{"{} baris perlu diperbaiki. Belum ada yang diundang.",
                                "{} lines need correction. Nobody is invited yet."};
inline constexpr Text csv_empty{"Berkas ini tidak berisi satu orang pun.", "There is nobody in this file."};
inline constexpr Text csv_invite{"Undang dan unduh tautan", "Invite and download the links"};
inline constexpr Text csv_once{
    "Unduhan berisi tautan setiap orang. Simpan baik-baik: tautannya tidak dapat kami tampilkan lagi.",
    "The download holds everybody's link. Keep it safe: we cannot show the links again."};
inline constexpr Text line{"Baris", "Line"};
inline constexpr Text result{"Hasil", "Result"};
inline constexpr Text line_right{"Benar", "Right"};
inline constexpr Text fault_name{"Nama kosong atau lebih dari 120 karakter",
                                 "Name missing or over 120 characters"};
inline constexpr Text fault_login{"Nama masuk belum sesuai", "Login not as it should be"};
inline constexpr Text fault_role{"Peran tidak dikenal", "Unknown role"};
inline constexpr Text fault_office{"Unit tidak dikenal, ditutup, atau namanya kembar",
                                   "Office unknown, closed, or several of that name"};
inline constexpr Text fault_not_yours{"Unit ini di luar wewenang Anda", "This office is not yours to set up"};
inline constexpr Text fault_taken{"Nama masuk sudah dipakai", "Login taken"};
inline constexpr Text fault_invited{"Undangannya masih berlaku", "Invitation still open"};
inline constexpr Text fault_name_differs{"Nama berbeda dari baris lain", "Name differs from another line"};
inline constexpr Text fault_repeated{"Peran ini sudah tertulis di atas", "This role stands above already"};

inline constexpr Text save_name{"Simpan nama", "Save name"};
inline constexpr Text held_roles{"Peran yang dipegang", "Roles held"};
inline constexpr Text no_roles{"Belum memegang peran apa pun.", "Holds no role yet."};
inline constexpr Text take{"Lepas", "Take away"};
inline constexpr Text give_role{"Tambah peran", "Add a role"};
inline constexpr Text way_in{"Akses masuk", "Access"};
inline constexpr Text reset_note{
    "Tautan kata sandi baru berlaku tujuh hari. Kata sandi lama tetap jalan sampai tautannya dipakai.",
    "The link for a new password lasts seven days. The old password works until the link is used."};
inline constexpr Text reset{"Buat tautan kata sandi baru", "Make a new password link"};
inline constexpr Text suspend_note{
    "Penangguhan berlaku seketika: semua sesi dan token berhenti. Riwayat pekerjaannya tetap ada.",
    "Suspending works at once: all sessions and tokens stop. The history of their work stays."};
inline constexpr Text suspend{"Tangguhkan", "Suspend"};
inline constexpr Text restore{"Aktifkan lagi", "Restore"};
inline constexpr Text only_above{
    "Orang ini juga berperan di luar unit Anda, jadi hanya pengelola di atas Anda yang dapat mengubahnya.",
    "This person also has roles outside of your offices, so only an administrator above you can change "
    "them."};

} // namespace administration::words
