// Small helpers for sentences of the case page.
#pragma once
#include "base/language.h"

#include <initializer_list>
#include <string>

namespace desk {

/// The text with each {} replaced in order.
[[nodiscard]] inline std::string sentence(base::Text text, base::Language language,
                                          std::initializer_list<std::string_view> with) {
    std::string out(text.in(language));
    std::size_t from = 0;
    for (std::string_view each : with) {
        const auto at = out.find("{}", from);
        if (at == std::string::npos) break;
        out.replace(at, 2, each);
        from = at + each.size();
    }
    return out;
}

[[nodiscard]] inline std::string spoken(base::Text text, base::Language language) {
    return std::string(text.in(language));
}

} // namespace desk
