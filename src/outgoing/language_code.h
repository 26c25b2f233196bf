// A language as rows and events name it: "id", "en". Unknown codes read as Indonesian.
#pragma once
#include "base/language.h"

namespace outgoing {

[[nodiscard]] constexpr std::string_view code_of(base::Language language) noexcept {
    return language == base::Language::en ? "en" : "id";
}
[[nodiscard]] constexpr base::Language language_of(std::string_view code) noexcept {
    return code == "en" ? base::Language::en : base::Language::id;
}

} // namespace outgoing
