// What a routing rule asks, in words.
#pragma once
#include "base/language.h"
#include "cases/routing.h"

namespace cases::rule_words {

using base::Text;

inline constexpr Text every_topic{"Semua topik", "Every topic"};
inline constexpr Text in_area{"di {}", "in {}"};
inline constexpr Text only_kinds{"hanya {}", "only {}"};
inline constexpr Text by_channel{"lewat {}", "through {}"};
inline constexpr Text with_words{"berisi {}", "that says {}"};
inline constexpr Text or_word{" atau ", " or "};
inline constexpr Text in_polygon{"di dalam bidang {} titik", "inside an area of {} corners"};
inline constexpr Text in_circle{"dalam {} km dari {}, {}", "within {} km of {}, {}"};
inline constexpr Text on_days{"pada {}", "on {}"};
inline constexpr Text in_hours{"pukul {}–{}", "from {} to {}"};
inline constexpr Text since_day{"mulai {}", "from {}"};
inline constexpr Text until_day{"sampai {}", "until {}"};
inline constexpr std::array<Text, 7> days{{{"Sen", "Mon"},
                                           {"Sel", "Tue"},
                                           {"Rab", "Wed"},
                                           {"Kam", "Thu"},
                                           {"Jum", "Fri"},
                                           {"Sab", "Sat"},
                                           {"Min", "Sun"}}};

/// Why a rule was passed over.
[[nodiscard]] constexpr Text lacks(Miss miss) noexcept {
    switch (miss) {
    case Miss::closed_office: return {"unitnya sudah ditutup", "its office is closed"};
    case Miss::topic: return {"topiknya lain", "another topic"};
    case Miss::area: return {"wilayahnya lain", "another area"};
    case Miss::kind: return {"jenisnya lain", "another kind"};
    case Miss::channel: return {"masuk lewat kanal lain", "it came another way"};
    case Miss::time: return {"di luar waktunya", "not at its time"};
    case Miss::place: return {"titiknya di luar atau tidak ada", "its point lies outside or is missing"};
    case Miss::words: return {"katanya tidak ada", "its words are missing"};
    }
    return {};
}

} // namespace cases::rule_words
