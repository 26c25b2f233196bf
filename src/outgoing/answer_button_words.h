// What stands on the buttons under a resolved answer.
#pragma once
#include "base/language.h"

namespace outgoing::words {

inline constexpr base::Text done_button{"Sudah", "Done"};
inline constexpr base::Text not_yet_button{"Belum", "Not yet"};

} // namespace outgoing::words
