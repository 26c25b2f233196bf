// What people read about the ladder of reminders.
#pragma once
#include "base/language.h"

namespace administration::ladder_words {

using base::Text;

inline constexpr Text title{"Tangga pengingat", "Ladder of reminders"};
inline constexpr Text lede{"Siapa yang diingatkan saat tenggat berjalan, mendekat, dan lewat. Perubahan "
                           "berlaku untuk laporan yang masuk "
                           "setelahnya; jam tenang berlaku langsung.",
                           "Who is reminded while a deadline runs, comes near and has passed. Changes are "
                           "for cases that come in later; "
                           "quiet hours count at once."};
inline constexpr Text national{"Instansi ini memakai tangga nasional. Simpan untuk memakai tangga sendiri.",
                               "This agency uses the national ladder. Save to use one of your own."};
inline constexpr Text own{"Tangga instansi ini, versi {}.", "The agency's own ladder, version {}."};
inline constexpr Text escalation{"Eskalasi", "Escalation"};
inline constexpr Text escalation_hint{
    "Laporan naik satu tingkat, satu kali untuk setiap tenggat, dan pelapor diberi tahu. Paling awal pada "
    "100%.",
    "The case goes one level up, once for each deadline, and its reporter is told. At 100% at the earliest."};
inline constexpr Text reminders{"Pengingat", "Reminders"};
inline constexpr Text reminders_hint{
    "Antara 25% dan 400% dari waktu tenggat itu, dihitung menurut caranya sendiri: jam, atau hari kerja. "
    "Kosongkan "
    "persen untuk menghapus baris.",
    "From 25% to 400% of the deadline's own time, counted its own way: hours, or working days. Leave the "
    "percent empty to remove a row."};
inline constexpr Text row{"Pengingat {}", "Reminder {}"};
inline constexpr Text percent{"Pada persen waktu", "At percent of the time"};
inline constexpr Text tells{"Memberi tahu", "Tells"};
inline constexpr Text passed_over{
    "Petugas yang berhalangan atau akunnya ditutup dilewati; yang diberi tahu petugas berikutnya.",
    "Who is away or has a closed account is passed over; the next is told."};
inline constexpr Text quiet{"Jam tenang", "Quiet hours"};
inline constexpr Text quiet_hint{"Pada jam ini tidak ada surel yang dikirim; daftar pengingat di meja tetap "
                                 "diperbarui. Laporan darurat tidak "
                                 "ditahan. Kosongkan keduanya bila tidak perlu.",
                                 "No mail is sent in these hours; the list of reminders in the desk goes on. "
                                 "Emergencies are not held back. "
                                 "Leave both empty for none."};
inline constexpr Text from{"Mulai", "From"};
inline constexpr Text until{"Sampai", "Until"};
inline constexpr Text days_off{"Juga sepanjang hari libur", "Also all day on days off"};
inline constexpr Text days_off_note{
    "Menurut kalender instansi: akhir pekan, libur nasional, dan hari sendiri.",
    "By the agency's calendar: weekends, holidays and own days."};
inline constexpr Text save{"Simpan tangga", "Save the ladder"};
inline constexpr Text example{"Contoh: laporan yang masuk sekarang ({})",
                              "Example: a case that comes in now ({})"};
inline constexpr Text example_line{"{}: {}% waktu, {}", "{}: {}% of the time, {}"};
inline constexpr Text and_escalates{"laporan naik satu tingkat", "the case goes one level up"};

struct Audience {
    std::string_view code;
    Text text;
};
inline constexpr Audience audiences[] = {
    {"assignee", {"petugas yang menangani", "who is in charge"}},
    {"coordinator", {"koordinator", "the coordinator"}},
    {"office_head", {"kepala unit", "the head of the office"}},
    {"agency_head", {"pimpinan instansi", "the head of the agency"}},
};

} // namespace administration::ladder_words
