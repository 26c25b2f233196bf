// What an invited person reads.
#pragma once
#include "base/language.h"

namespace staff::words {

using base::Text;

inline constexpr Text invited_title{"Buat akun petugas", "Set up your staff account"};
inline constexpr Text invited_lede{"{} mengundang Anda. Tulis nama Anda dan pilih kata sandi.",
                                   "{} invites you. Write your name and choose a password."};
inline constexpr Text reset_title{"Kata sandi baru", "New password"};
inline constexpr Text reset_lede{"Pilih kata sandi baru untuk akun Anda di {}.",
                                 "Choose a new password for your account at {}."};
inline constexpr Text your_login{"Nama masuk Anda", "Your login"};
inline constexpr Text your_roles{"Peran Anda", "Your roles"};
inline constexpr Text valid_until{"Tautan berlaku sampai", "The link is valid until"};
inline constexpr Text your_name{"Nama lengkap", "Full name"};
inline constexpr Text your_name_hint{"Rekan Anda membaca nama ini pada riwayat laporan.",
                                     "Colleagues read this name in the history of cases."};
inline constexpr Text new_password{"Kata sandi", "Password"};
inline constexpr Text new_password_hint{
    "Sedikitnya 12 karakter. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.",
    "At least 12 characters. Several unrelated words are easy to remember and hard to guess."};
inline constexpr Text repeat_password{"Ulangi kata sandi", "Repeat the password"};
inline constexpr Text make_account{"Buat akun", "Set up account"};
inline constexpr Text save_password{"Simpan kata sandi", "Save password"};
inline constexpr Text not_saved{"Akun Anda belum tersimpan", "Your account is not saved yet"};
inline constexpr Text still_valid{"Tautan ini masih dapat dipakai.", "This link can still be used."};
inline constexpr Text password_short{"Kata sandi kurang dari 12 karakter. Tambah beberapa kata.",
                                     "The password has fewer than 12 characters. Add some words."};
inline constexpr Text password_common{
    "Kata sandi ini mudah ditebak. Pilih beberapa kata yang tidak berkaitan dengan Anda.",
    "This password is easy to guess. Choose several words that are not about you."};
inline constexpr Text password_wrong{"Kata sandi ini tidak dapat dipakai.", "This password cannot be used."};
inline constexpr Text not_the_same{"Kedua kata sandi belum sama. Tulis ulang.",
                                   "The two passwords differ. Write them again."};
inline constexpr Text name_wrong{"Tuliskan nama Anda, paling panjang 120 karakter.",
                                 "Write your name, 120 characters at most."};
inline constexpr Text ready_title{"Akun Anda siap", "Your account is ready"};
inline constexpr Text ready_text{"Masuk dengan nama masuk {} dan kata sandi yang baru Anda pilih.",
                                 "Sign in as {} with the password you have just chosen."};
inline constexpr Text to_sign_in{"Masuk sekarang", "Sign in now"};
inline constexpr Text gone_title{"Tautan ini tidak berlaku lagi", "This link is no longer valid"};
inline constexpr Text gone_text{
    "Tautan undangan dipakai sekali dan berlaku tujuh hari. Minta tautan baru kepada pengelola instansi "
    "Anda.",
    "An invitation is used once and lasts seven days. Ask your agency's administrator for a new link."};

} // namespace staff::words
