#include "field/spoken.h"

#include "field/field_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace field {

std::string filled(base::Text text, base::Language language, std::initializer_list<std::string_view> with) {
    std::string out(text.in(language));
    std::size_t from = 0;
    for (std::string_view each : with) {
        auto at = out.find("{}", from);
        if (at == std::string::npos) break;
        out.replace(at, 2, each);
        from = at + each.size();
    }
    return out;
}

std::string spoken_distance(double km, base::Language language) {
    const auto metres = std::lround(km * 100) * 10; // nobody walks by single metres
    if (metres < 1000) return filled(words::metres, language, {std::to_string(metres)});
    auto number = km < 9.95 ? fmt::format("{:.1f}", km) : std::to_string(std::lround(km));
    if (language == base::Language::id) std::ranges::replace(number, '.', ',');
    return filled(words::kilometres, language, {number});
}

} // namespace field
