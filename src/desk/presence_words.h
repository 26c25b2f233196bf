// What people read about who else looks at a case.
#pragma once
#include "base/language.h"

namespace desk::words {

inline constexpr base::Text is_looking{"{} sedang melihat", "{} is looking"};
inline constexpr base::Text are_looking{"{} dan {} orang lain sedang melihat",
                                        "{} and {} others are looking"};

} // namespace desk::words
