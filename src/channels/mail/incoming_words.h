// What is written below the words of a mail for those who read them at the desk.
#pragma once
#include "base/language.h"

namespace channels::mail::words {

inline constexpr base::Text attached{"[Lampiran di kotak surel: {}]", "[Attached, in the mailbox: {}]"};
inline constexpr base::Text unnamed{"tanpa nama", "unnamed"};
inline constexpr base::Text cut{"[Terpotong. Surel lengkapnya ada di kotak surel.]",
                                "[Cut. The whole mail is in the mailbox.]"};

} // namespace channels::mail::words
