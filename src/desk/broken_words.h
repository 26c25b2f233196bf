// What the desk says while an account is not connected.
#pragma once
#include "base/language.h"

namespace desk::broken_words {

using base::Text;

inline constexpr Text one{"Akun {} tidak tersambung sejak {}. Laporan tidak masuk dari sana.",
                          "The account {} has not been connected since {}. No cases come in from there."};
inline constexpr Text one_undated{"Akun {} tidak tersambung. Laporan tidak masuk dari sana.",
                                  "The account {} is not connected. No cases come in from there."};
inline constexpr Text others{"{} akun lain juga tidak tersambung.",
                             "{} more accounts are not connected either."};
inline constexpr Text mend{"Lihat sambungan", "See connections"};
inline constexpr Text tell{"Beri tahu pengelola Tanggap di instansi Anda.",
                           "Tell the administrator of your agency."};

} // namespace desk::broken_words
