// What people read where an agency lays down deadlines of its own.
#pragma once
#include "base/language.h"

#include <array>
#include <string_view>

namespace administration::words {

using base::Text;

inline constexpr Text own_profiles{"Tenggat dan janji layanan sendiri",
                                   "Deadlines and service promises of your own"};
inline constexpr Text own_profiles_note{
    "Setiap perubahan adalah versi baru dengan tanggal mulai berlaku. Laporan yang sudah berjalan tetap "
    "memakai "
    "versi saat diterima.",
    "Every change is a new version with the day from which it holds. Running cases keep the version they "
    "started under."};
inline constexpr Text own_version{"{} versi {}, berlaku sejak {}", "{} version {}, in force from {}"};
inline constexpr Text own_inherits{"Selebihnya mengikuti {}.", "Everything else as in {}."};
inline constexpr Text withdraw{"Tarik kembali", "Withdraw"};
inline constexpr Text new_profile{"Buat versi baru", "Make a new version"};
inline constexpr Text profile_code{"Kode", "Code"};
inline constexpr Text profile_code_hint{
    "Huruf kecil, angka, dan tanda hubung, misalnya janji-roya. Kode yang sudah ada mendapat versi baru.",
    "Small letters, digits and hyphens, for instance janji-roya. A code that exists gets a new version."};
inline constexpr Text profile_name{"Nama", "Name"};
inline constexpr Text profile_name_en{"Nama dalam bahasa Inggris", "Name in English"};
inline constexpr Text profile_inherits{"Mengikuti", "Inherits from"};
inline constexpr Text profile_inherits_hint{
    "Yang tidak Anda tulis di sini diambil dari tenggat nasional itu, juga bila kelak berubah.",
    "What you do not say here is as in that national default, also when that changes later."};
inline constexpr Text deadline_code{"Tenggat yang diatur", "Which deadline"};
inline constexpr Text deadline_code_hint{
    "Misalnya verify, follow_up, resolve, atau nama baru seperti first_answer.",
    "For instance verify, follow_up, resolve, or a new name such as first_answer."};
inline constexpr Text counted_in{"Dihitung dalam", "Counted in"};
inline constexpr Text mode_days{"Hari kerja", "Working days"};
inline constexpr Text mode_hours{"Jam kalender", "Calendar hours"};
inline constexpr Text mode_office{"Jam kerja", "Office hours"};
inline constexpr Text mode_office_note{"Hanya waktu kantor buka; jamnya diatur di Jam kerja.",
                                       "Only time in which the office is open, as set under office hours."};
inline constexpr Text amount{"Jumlah", "Amount"};
inline constexpr Text starts_with{"Dimulai saat", "Starts when"};
inline constexpr Text met_with{"Terpenuhi saat", "Is met when"};
inline constexpr Text extension{"Perpanjangan", "Extension"};
inline constexpr Text extension_hint{"Sekali, dengan alasan. Kosongkan bila tidak boleh.",
                                     "Once, with a reason. Empty: not allowed."};
inline constexpr Text pause_limit{"Batas jeda", "Limit of pauses"};
inline constexpr Text pause_limit_hint{
    "Jeda hanya selama menunggu jawaban pelapor. Kosongkan bila tanpa batas.",
    "It stands only while the reporter is asked. Empty: no limit."};
inline constexpr Text beside_topic{"Berjalan di samping pada topik", "Runs beside on the topic"};
inline constexpr Text beside_topic_hint{
    "Kosongkan bila tenggat ini akan dipilih sebagai tenggat utama instansi atau topik.",
    "Empty when this will be chosen as the main deadlines of the agency or of a topic."};
inline constexpr Text holds_from{"Berlaku sejak", "In force from"};
inline constexpr Text promised_by{"Dasar", "Source"};
inline constexpr Text promised_by_hint{"Misalnya Perwali 12/2026 atau standar pelayanan Anda.",
                                       "For instance a regulation or your service standard."};
inline constexpr Text save_version{"Simpan versi", "Save version"};
inline constexpr Text none{"Tidak ada", "None"};

struct Meeting {
    std::string_view code;
    Text text;
};
/// What can meet a deadline that is made here.
inline constexpr std::array meetings{
    Meeting{"resolved", {"laporan dinyatakan tuntas", "the case is resolved"}},
    Meeting{"verified", {"laporan diverifikasi", "the case is verified"}},
    Meeting{"assigned", {"laporan didisposisikan", "the case is assigned"}},
    Meeting{"started", {"pekerjaan dimulai", "work starts"}},
};

} // namespace administration::words
