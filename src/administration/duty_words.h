// What people read where an office shares its cases, people are away, and somebody settles what was refused.
#pragma once
#include "base/language.h"
#include "cases/sharing.h"

namespace administration::words {

using base::Text;

inline constexpr Text duty_title{"Pembagian di dalam unit", "Sharing within offices"};
inline constexpr Text duty_lede{
    "Siapa mengerjakan laporan yang sampai di unit, siapa menggantikan yang tidak masuk, dan siapa "
    "menentukan "
    "bila dua unit menolak.",
    "Who of an office gets a case, who stands in for whom, and who decides when two offices refuse."};
inline constexpr Text sharing_title{"Laporan diberikan kepada", "Cases are given to"};
inline constexpr Text sharing_how{"Cara membagi", "How"};
inline constexpr Text sharing_by_hand{"Dipilih orang", "Chosen by a person"};
inline constexpr Text sharing_note{
    "Hanya operator dan petugas lapangan di unit itu sendiri yang sedang masuk.",
    "Only operators and field officers of that office itself who are at work."};
inline constexpr Text sharing_none{"Semua unit membagi laporan dengan tangan.",
                                   "Every office gives its cases by hand."};
inline constexpr Text save_sharing{"Simpan cara membagi", "Save"};
[[nodiscard]] constexpr Text name_of(cases::SharedBy how) noexcept {
    switch (how) {
    case cases::SharedBy::least_work:
        return {"Yang pekerjaannya paling sedikit", "Whoever has the least work"};
    case cases::SharedBy::turn: return {"Bergiliran", "In turn"};
    }
    return {};
}

inline constexpr Text absences_title{"Yang tidak masuk", "Who is away"};
inline constexpr Text absences_none{"Tidak ada yang tercatat tidak masuk.", "Nobody is noted as away."};
inline constexpr Text absence_person{"Petugas", "Person"};
inline constexpr Text absence_first{"Mulai tanggal", "From"};
inline constexpr Text absence_last{"Sampai tanggal", "Until"};
inline constexpr Text absence_substitute{"Pengganti", "Stands in"};
inline constexpr Text absence_substitute_hint{"Laporan yang sedang dipegang berpindah kepadanya.",
                                              "Gets what the person has."};
inline constexpr Text absence_add{"Catat tidak masuk", "Note the absence"};
inline constexpr Text absence_about{"ketidakhadiran {}", "absence of {}"};

inline constexpr Text arbiter_title{"Penentu penanggung jawab", "Arbiter"};
inline constexpr Text arbiter_note{
    "Penolakan kedua membawa laporan ke sini. Publik membaca: sedang ditentukan penanggung jawabnya.",
    "The second refusal brings the case here. The public reads that it is being decided."};
inline constexpr Text arbiter_office{"Unit penentu", "Office"};
inline constexpr Text arbiter_office_hint{
    "Kosong berarti koordinator instansi, tanpa batas waktu sendiri.",
    "Empty means the agency's coordinators, without a time of its own."};
inline constexpr Text arbiter_person{"Nama penentu", "Person"};
inline constexpr Text arbiter_person_hint{"Kosong berarti siapa pun yang mengoordinasi di unit itu.",
                                          "Empty means whoever coordinates there."};
inline constexpr Text arbiter_days{"Batas waktu, hari kerja", "Time, in working days"};
inline constexpr Text save_arbiter{"Simpan penentu", "Save the arbiter"};

} // namespace administration::words
