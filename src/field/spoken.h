// Distances as people say them.
#pragma once
#include "base/language.h"

#include <string>

namespace field {

/// "350 m" below a kilometre, then "1,8 km", from ten on "12 km".
[[nodiscard]] std::string spoken_distance(double km, base::Language language);

} // namespace field
