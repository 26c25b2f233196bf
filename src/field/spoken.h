// Sentences with their slots filled, and distances as people say them.
#pragma once
#include "base/language.h"

#include <initializer_list>
#include <string>

namespace field {

/// The text with each {} replaced in order.
[[nodiscard]] std::string filled(base::Text text, base::Language language,
                                 std::initializer_list<std::string_view> with);

/// "350 m" below a kilometre, then "1,8 km", from ten on "12 km".
[[nodiscard]] std::string spoken_distance(double km, base::Language language);

} // namespace field
