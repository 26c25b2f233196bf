// Visible text of what is listened to.
#pragma once
#include "base/language.h"

namespace desk::listening_words {

using base::Text;

inline constexpr Text title{"Simakan", "Listening"};
inline constexpr Text lede{
    "Berita dan kiriman dari umpan yang disimak instansi. Ini bukan laporan: tidak ada tenggat, dan tidak "
    "ada yang dijawab.",
    "News and posts of the feeds that the agency listens to. These are no cases: nothing is "
    "due and nobody is answered."};
inline constexpr Text none_title{"Belum ada yang tersimak", "Nothing heard yet"};
inline constexpr Text none_text{"Begitu umpan yang disambungkan memuat berita, berita itu muncul di sini.",
                                "News of a connected feed appear here as soon as they come."};
inline constexpr Text by_feed{"Saring menurut umpan", "Filter by feed"};
inline constexpr Text all{"Semua umpan", "All feeds"};
inline constexpr Text edited{"Disunting", "Edited"};
inline constexpr Text whole{"Baca isinya", "Read it"};
inline constexpr Text older{"Tampilkan yang lebih lama", "Show older ones"};
inline constexpr Text list{"Yang tersimak, terbaru di atas", "What was heard, newest first"};
inline constexpr Text untitled{"Tanpa judul", "Untitled"};

} // namespace desk::listening_words
