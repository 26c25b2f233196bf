// Visible text of what reading suggests.
#pragma once
#include "base/language.h"

namespace desk::hint_words {

using base::Text;

inline constexpr Text title{"Bacaan mesin", "Read by machine"};
inline constexpr Text kind{"Jenis", "Kind"};
inline constexpr Text topic{"Topik", "Topic"};
inline constexpr Text area{"Tempat", "Place"};
inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text sure{"{}, yakin {} %", "{}, {} % sure"};
inline constexpr Text because{"karena {}", "because of {}"};
inline constexpr Text unsure{"belum yakin", "not sure"};
inline constexpr Text perhaps{"mungkin {}", "perhaps {}"};
inline constexpr Text marks{"disebut: {}", "named: {}"};
inline constexpr Text by_rule{"{}, menurut aturan", "{}, by rule"};
inline constexpr Text by_history{"dari putusan serupa", "from like decisions"};
inline constexpr Text how{
    "Yang yakin sudah terisi di bawah. V memverifikasi seperti tertulis; 1 sampai 3 memilih topik yang "
    "paling mungkin, 4 sampai 6 jenisnya.",
    "What is sure is filled in below. V verifies as written; 1 to 3 choose among the likeliest topics, 4 to "
    "6 among the likeliest kinds."};
inline constexpr Text choice{"{} ({} %)", "{} ({} %)"};

inline constexpr Text earlier_title{"Jawaban terdahulu untuk hal serupa", "Earlier answers in like matters"};
inline constexpr Text use_answer{"Pakai jawaban {}", "Use answer {}"};

inline constexpr Text month_both{"Bulan lalu pembacaan tepat: jenis {} % dari {}, topik {} % dari {}.",
                                 "Last month reading was right: kind {} % of {}, topic {} % of {}."};
inline constexpr Text month_kind{"Bulan lalu pembacaan jenis tepat {} % dari {}.",
                                 "Last month the kind was read right in {} % of {}."};
inline constexpr Text month_topic{"Bulan lalu pembacaan topik tepat {} % dari {}.",
                                  "Last month the topic was read right in {} % of {}."};

} // namespace desk::hint_words
