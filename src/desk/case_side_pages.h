// Beside a case: where it is and who handles it, the sealed reporter, why it came to this office.
#pragma once
#include "desk/case_view.h"
#include "html/markup.h"
#include "html/url.h"

namespace desk {

[[nodiscard]] html::Markup place_card(const CaseView& view, const agency::Directory& directory,
                                      std::string_view csrf, base::Language language);
[[nodiscard]] html::Markup why_here_card(const CaseView& view, const agency::Directory& directory,
                                         base::Language language);

/// "Jl. Melati, Tebet Barat, Tebet, Jakarta Selatan"; empty when no place is known.
[[nodiscard]] std::string place_words(const cases::Case& c);
/// "aturan 14: jalan berlubang di Jakarta Selatan, ke Suku Dinas", or why there is none.
[[nodiscard]] std::string route_words(const cases::Route& route, const agency::Directory& directory,
                                      base::Language language);

} // namespace desk
