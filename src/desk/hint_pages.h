// What reading suggests, above the form of who verifies, and the line that says how right it was lately.
#pragma once
#include "desk/command_pages.h"
#include "learning/tally.h"

namespace desk {

/// Nothing where the case has no hints.
[[nodiscard]] html::Markup hints_part(const CommandInput& input);

/// "Bulan lalu pembacaan tepat: jenis 91 % dari 812, topik 74 % dari 640."; nothing where nothing was
/// decided.
[[nodiscard]] html::Markup reading_line(const learning::MonthFigures& figures, base::Language language);

} // namespace desk
