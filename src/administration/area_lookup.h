// An area as an administrator names it, inside the agency's regions: its code, or its name, "Tebet Barat" or
// "Tebet, Jakarta Selatan". Refusals: `area.unknown`, `area.unclear`, with the field "area".
#pragma once
#include "base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace administration {

[[nodiscard]] base::Result<std::string> find_area(std::string_view text,
                                                  std::span<const std::string> regions);

} // namespace administration
