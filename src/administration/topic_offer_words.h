// What people read about the shipped topics.
#pragma once
#include "base/language.h"

namespace administration::words {

using base::Text;

inline constexpr Text offer_title{"Topik siap pakai", "Ready topics"};
inline constexpr Text offer_lede{
    "Topik yang lazim di instansi pelayanan. Pilih yang menjadi urusan Anda; nama, kata kunci, tenggat, dan "
    "bukti penyelesaiannya dapat diubah sesudahnya.",
    "Topics that public agencies usually have. Choose those that are yours; names, words, deadlines and "
    "proof "
    "can be changed afterwards."};
inline constexpr Text offer_first{
    "Semua sudah dicentang karena instansi ini belum punya topik. Hapus centang yang bukan urusan Anda.",
    "All are ticked, for this agency has no topics yet. Untick what is not yours."};
inline constexpr Text offer_note{"{}. Bukti: {}", "{}. Proof: {}"};
inline constexpr Text offer_choose{"Topik", "Topics"};
inline constexpr Text offer_add{"Tambahkan yang dipilih", "Add those chosen"};
inline constexpr Text offer_none{"Semua topik siap pakai sudah ada di instansi ini.",
                                 "This agency has all of the ready topics."};
inline constexpr Text offer_part{
    "Ada {} topik siap pakai yang belum dipilih, dikenali mesin tanpa perlu dilatih.",
    "There are {} ready topics to choose from; they are recognised without training."};
inline constexpr Text offer_link{"Pilih dari topik siap pakai", "Choose from ready topics"};

} // namespace administration::words
