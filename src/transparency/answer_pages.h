// What a reporter can answer on /lacak: Sudah or Belum, a question, an objection. The buttons come from the
// lifecycle.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "transparency/case_view.h"

namespace transparency {

inline constexpr int most_contest_photos = 3;

[[nodiscard]] html::Markup answer_forms(const ReporterPage& reporter, const html::Markup& photos,
                                        base::Zone zone, base::Language language);

} // namespace transparency
