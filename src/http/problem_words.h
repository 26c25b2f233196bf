// What people read when something went wrong, by problem code: Indonesian first, calm, and what to do next.
// A code without words of its own gets those of its kind.
#pragma once
#include "base/language.h"
#include "base/problem.h"

#include <string_view>

namespace http {

[[nodiscard]] base::Text problem_words(std::string_view code, base::Kind kind) noexcept;

/// Of the plain error page, used until the server is given a drawn one.
inline constexpr base::Text error_title{"Mohon maaf, ada kendala", "Sorry, something went wrong"};
inline constexpr base::Text help_words{"Bila perlu bantuan, sebutkan kode ini kepada kami:",
                                       "If you need help, tell us this code:"};
inline constexpr base::Text home_words{"Ke halaman depan", "To the front page"};

} // namespace http
