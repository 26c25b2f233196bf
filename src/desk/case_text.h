// Words of the case page as strings.
#pragma once
#include "base/language.h"

#include <string>

namespace desk {

[[nodiscard]] inline std::string spoken(base::Text text, base::Language language) {
    return std::string(text.in(language));
}

} // namespace desk
