// On /lacak: 1 to 5 and words after a case is closed, changing them, and taking back the consent to be
// quoted.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "transparency/case_view.h"

namespace transparency {

[[nodiscard]] html::Markup rating_section(const ReporterPage& reporter, base::Language language);

} // namespace transparency
