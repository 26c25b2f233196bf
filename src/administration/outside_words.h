// What people read where agencies outside are set up.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text outside_title{"Instansi luar", "Agencies outside"};
inline constexpr Text outside_lede{
    "Instansi yang menerima laporan rujukan di luar pemasangan ini. Petugas memilihnya saat merujuk; serah "
    "terimanya terkirim sendiri dan jawabannya kembali ke laporan.",
    "Agencies outside this installation that take referred reports. Staff choose them when they refer; the "
    "hand-over goes out by itself, and the answer comes back to the report."};
inline constexpr Text no_outside{
    "Belum ada. Merujuk tetap bisa dengan menulis nama instansi dan nomornya sendiri.",
    "None yet. One can still refer by writing the agency's name and number."};
inline constexpr Text outside_name{"Nama instansi", "Name of the agency"};
inline constexpr Text outside_way{"Cara serah terima", "Way of handing over"};
inline constexpr Text way_mail{"Surel dengan tautan jawaban", "Mail with a link to answer"};
inline constexpr Text way_mail_note{
    "Mereka menjawab tanpa akun: diterima dengan nomor, atau bukan kewenangannya.",
    "They answer without an account: taken, with a number, or not theirs."};
inline constexpr Text way_open311{"Open311 GeoReport v2", "Open311 GeoReport v2"};
inline constexpr Text way_open311_note{"Terkirim ke server mereka, dan nomornya kembali sendiri.",
                                       "It goes to their server, and its number comes back by itself."};
inline constexpr Text outside_address{"Alamat surel, atau alamat Open311",
                                      "Mail address, or Open311 address"};
inline constexpr Text outside_address_hint{
    "Untuk Open311: alamat di depan /requests.xml, misalnya https://aduan.contoh.go.id/open311/v2",
    "For Open311: what stands before /requests.xml, such as https://aduan.contoh.go.id/open311/v2"};
inline constexpr Text outside_service{"Kode layanan (Open311)", "Service code (Open311)"};
inline constexpr Text outside_service_hint{"Layanan di server mereka tempat laporan dicatat.",
                                           "The service under which they file it."};
inline constexpr Text outside_jurisdiction{"Yurisdiksi (Open311)", "Jurisdiction (Open311)"};
inline constexpr Text outside_key{"Kunci API (Open311)", "API key (Open311)"};
inline constexpr Text outside_key_hint{"Disimpan tersegel dan tidak pernah ditampilkan lagi.",
                                       "It is kept sealed and never shown again."};
inline constexpr Text outside_key_known{"Kunci sudah tersimpan. Isi hanya untuk menggantinya.",
                                        "A key is kept. Fill this in only to replace it."};
inline constexpr Text add_outside{"Tambah instansi", "Add an agency"};
inline constexpr Text save_outside{"Simpan instansi", "Save the agency"};
inline constexpr Text all_outside{"Semua instansi luar", "All agencies outside"};
inline constexpr Text outside_state{"Keadaan", "State"};
inline constexpr Text outside_where{"Alamat", "Address"};
inline constexpr Text outside_used{"Dipakai", "In use"};
inline constexpr Text outside_retired{"Tidak dipakai", "Not in use"};
inline constexpr Text outside_tick_note{"Bila tidak dicentang, petugas tidak dapat memilihnya lagi.",
                                        "Without it, staff cannot choose it any more."};
inline constexpr Text to_deliveries{"Lihat serah terima yang menunggu", "See hand-overs that wait"};

} // namespace administration::words
