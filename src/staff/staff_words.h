// What people read on the way in and out.
#pragma once
#include "base/language.h"

namespace staff {

inline constexpr base::Text sign_in_title{"Masuk petugas", "Staff sign-in"};
inline constexpr base::Text sign_in_lede{
    "Halaman ini untuk petugas. Warga dapat melapor dan melacak laporan tanpa masuk.",
    "This page is for staff. Citizens can report and follow a report without signing in."};
inline constexpr base::Text login_label{"Nama masuk", "Login"};
inline constexpr base::Text password_label{"Kata sandi", "Password"};
inline constexpr base::Text sign_in_button{"Masuk", "Sign in"};
inline constexpr base::Text forgot_hint{
    "Lupa kata sandi? Minta pengelola instansi Anda membuatkan yang baru.",
    "Forgot it? Ask your agency's administrator for a new one."};
inline constexpr base::Text signed_out_notice{"Anda sudah keluar. Sampai jumpa lagi.",
                                              "You are signed out. See you again."};

inline constexpr base::Text not_yet_in{"Anda belum masuk", "You are not signed in yet"};
inline constexpr base::Text nothing_lost{"Tidak ada yang berubah pada pekerjaan Anda.",
                                         "Nothing of your work has changed."};
inline constexpr base::Text refused_problem{
    "Nama masuk atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi.",
    "Login and password do not match. Check upper and lower case, then try again."};
inline constexpr base::Text busy_problem{
    "Sedang banyak yang masuk bersamaan. Tunggu beberapa detik lalu coba lagi.",
    "Many people are signing in just now. Wait a few seconds and try again."};
inline constexpr base::Text foreign_problem{
    "Formulir dikirim dari situs lain. Silakan masuk dari halaman ini.",
    "The form came from another site. Please sign in from this page."};
inline constexpr base::Text login_missing{"Tuliskan nama masuk Anda.", "Write your login."};
inline constexpr base::Text password_missing{"Tuliskan kata sandi Anda.", "Write your password."};
/// Before and after a time such as "2 menit".
inline constexpr base::Text wait_before{"Terlalu banyak percobaan dari tempat ini. Tunggu ",
                                        "Too many attempts from this place. Wait "};
inline constexpr base::Text wait_after_it{" lalu coba lagi.", " and try again."};
inline constexpr base::Text seconds_word{"detik", "seconds"};
inline constexpr base::Text minutes_word{"menit", "minutes"};

} // namespace staff
