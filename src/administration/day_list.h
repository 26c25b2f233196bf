// Own days as a spreadsheet holds them: day,name,state with "tutup" or "buka". Nothing of a wrong file is
// taken: `import.line` with the field "baris 7". Pure.
#pragma once
#include "agency/own_day.h"

#include <string_view>
#include <vector>

namespace administration {

[[nodiscard]] base::Result<std::vector<agency::OwnDay>> read_day_list(std::string_view csv);

} // namespace administration
