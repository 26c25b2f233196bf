#include "field/spoken.h"

#include "base/filled.h"
#include "field/field_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace field {

std::string spoken_distance(double km, base::Language language) {
    const auto metres = std::lround(km * 100) * 10; // nobody walks by single metres
    if (metres < 1000) return filled(words::metres, language, {std::to_string(metres)});
    auto number = km < 9.95 ? fmt::format("{:.1f}", km) : std::to_string(std::lround(km));
    if (language == base::Language::id) std::ranges::replace(number, '.', ',');
    return filled(words::kilometres, language, {number});
}

} // namespace field
