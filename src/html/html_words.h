// Words of the page around every body, of forms and of errors.
#pragma once
#include "base/language.h"

namespace html::words {

inline constexpr base::Text skip{"Langsung ke isi", "Skip to content"};
inline constexpr base::Text main_navigation{"Utama", "Main"};
inline constexpr base::Text home{"Beranda", "Home"};
inline constexpr base::Text report{"Lapor", "Report"};
inline constexpr base::Text track{"Lacak", "Track"};
inline constexpr base::Text map{"Peta", "Map"};
inline constexpr base::Text figures{"Angka", "Figures"};

inline constexpr base::Text organised_by{"Diselenggarakan oleh {} dengan Tanggap.",
                                         "Run by {} with Tanggap."};
inline constexpr base::Text emergency{"Gawat darurat: telepon", "Emergency: call"};
inline constexpr base::Text not_ours{
    "Bukan urusan kami? Kami tetap terima dan antarkan ke instansi yang tepat.",
    "Not our matter? We still take it and bring it to the right agency."};
inline constexpr base::Text open_data{"Angka dan data terbuka", "Figures and open data"};
inline constexpr base::Text verify{"Periksa buku besar", "Check the ledger"};
inline constexpr base::Text other_language{"English", "Bahasa Indonesia"};

inline constexpr base::Text may_be_empty{"boleh dikosongkan", "may be left empty"};
inline constexpr base::Text choose_one{"Pilih satu", "Choose one"};
inline constexpr base::Text my_position{"Pakai posisi saya", "Use my position"};
inline constexpr base::Text position_busy{"Mencari posisi Anda...", "Finding your position..."};
inline constexpr base::Text position_done{"Posisi dipakai, ketelitian sekitar {} meter.",
                                          "Position used, accurate to about {} metres."};
inline constexpr base::Text position_failed{
    "Posisi belum terbaca. Tulis saja nama jalan dan patokannya.",
    "Your position could not be read. Write the street and a landmark instead."};
inline constexpr base::Text photos_busy{"Menyiapkan foto...", "Preparing photos..."};
inline constexpr base::Text photos_done{"{} foto siap, {}.", "{} photos ready, {}."};
inline constexpr base::Text photos_over{"Hanya {} foto pertama yang dipakai.",
                                        "Only the first {} photos are used."};
inline constexpr base::Text sending{"Mengirim...", "Sending..."};
inline constexpr base::Text sending_size{"Mengirim {}. Jangan tutup halaman ini.",
                                         "Sending {}. Please keep this page open."};
inline constexpr base::Text offline{
    "Tidak ada sinyal. Isian Anda tersimpan di perangkat ini. Coba lagi begitu tersambung.",
    "No signal. What you wrote is kept on this device. Try again once connected."};
inline constexpr base::Text draft_restored{"Isian Anda yang belum terkirim kami kembalikan.",
                                           "What you had not sent yet has been restored."};

inline constexpr base::Text proof_waiting{"Belum diperiksa", "Not checked yet"};
inline constexpr base::Text proof_how{"Peramban Anda dapat menghitung ulang peristiwa ini dan "
                                      "membandingkannya dengan buku besar. Tanpa JavaScript, unduh "
                                      "buktinya dan periksa di halaman Verifikasi.",
                                      "Your browser can recompute these events and compare them with the "
                                      "ledger. Without JavaScript, download the proof and "
                                      "check it on the verification page."};
inline constexpr base::Text proof_download{"Unduh bukti", "Download the proof"};
inline constexpr base::Text check_holds{"Terpenuhi", "Holds"};
inline constexpr base::Text check_doubtful{"Perhatian", "Note"};
inline constexpr base::Text check_fails{"Tidak terpenuhi", "Does not hold"};

inline constexpr base::Text help_code{"Kode bantuan", "Help code"};
inline constexpr base::Text back_home{"Ke beranda", "To the home page"};
inline constexpr base::Text track_by_code{"Lacak dengan kode", "Track by code"};

/// Title, then what is safe and what to do.
struct ErrorWords {
    int status;
    base::Text title;
    base::Text text;
};
inline constexpr ErrorWords errors[] = {
    {400,
     {"Permintaan tidak terbaca", "This request cannot be read"},
     {"Tautan atau isiannya tidak lengkap. Kembali ke halaman sebelumnya dan coba lagi.",
      "The link or what was filled in is incomplete. Go back and try again."}},
    {401,
     {"Silakan masuk dulu", "Please sign in first"},
     {"Halaman ini hanya untuk petugas yang sudah masuk.", "This page is for staff who have signed in."}},
    {403,
     {"Halaman ini tidak terbuka untuk Anda", "This page is not open to you"},
     {"Bila ini laporan Anda, buka lewat tautan rahasia yang kami kirimkan.",
      "If this is your own report, open it by the secret link that we sent you."}},
    {404,
     {"Halaman tidak ditemukan", "Page not found"},
     {"Mungkin alamat atau kodenya salah ketik. Laporan Anda tetap tersimpan; cari dengan kodenya.",
      "The address or code may be mistyped. Your report is safe; look for it by its code."}},
    {405,
     {"Tindakan ini tidak tersedia di sini", "That cannot be done here"},
     {"Kembali ke halaman sebelumnya dan coba lagi.", "Go back and try again."}},
    {409,
     {"Sudah berubah sementara Anda membacanya", "It changed while you were reading"},
     {"Tidak ada yang hilang. Muat ulang halaman, lalu coba lagi.",
      "Nothing is lost. Reload the page and try again."}},
    {410,
     {"Halaman ini sudah tidak ada", "This page is gone"},
     {"Isinya sudah dihapus atas permintaan yang berhak.",
      "Its content was removed at the request of someone entitled to it."}},
    {413,
     {"Kiriman terlalu besar", "That is too large to send"},
     {"Kurangi jumlah atau ukuran fotonya, lalu kirim lagi. Isian Anda tersimpan di perangkat ini.",
      "Send fewer or smaller photos. What you wrote is kept on this device."}},
    {415,
     {"Jenis berkas ini belum kami terima", "We cannot take this kind of file"},
     {"Kirim foto sebagai JPEG, PNG, WebP, atau HEIC.", "Send photos as JPEG, PNG, WebP or HEIC."}},
    {429,
     {"Terlalu banyak permintaan sekaligus", "Too many requests at once"},
     {"Tunggu sebentar, lalu coba lagi. Isian Anda tersimpan di perangkat ini.",
      "Wait a moment and try again. What you wrote is kept on this device."}},
    {500,
     {"Ada yang salah di pihak kami", "Something went wrong on our side"},
     {"Mohon maaf. Yang sudah Anda kirim tetap tersimpan. Coba lagi, atau sebutkan kode bantuan kepada kami.",
      "We are sorry. What you have already sent is safe. Try again, or tell us the help code."}},
    {503,
     {"Layanan sedang tidak tersedia", "The service is not available right now"},
     {"Tidak ada yang hilang. Coba lagi dalam beberapa menit.",
      "Nothing is lost. Try again in a few minutes."}},
};

} // namespace html::words
