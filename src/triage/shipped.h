// The files of data/lexicon inside the program. Their readers are tested with them; a broken file throws at
// first use.
#pragma once
#include <string_view>

namespace triage::shipped {

[[nodiscard]] std::string_view slang() noexcept;
[[nodiscard]] std::string_view indocollex() noexcept;
[[nodiscard]] std::string_view kinds() noexcept;
[[nodiscard]] std::string_view urgency() noexcept;
[[nodiscard]] std::string_view topics() noexcept;
[[nodiscard]] std::string_view base_model() noexcept;    ///< learnt while building: base_model.cmake
[[nodiscard]] std::string_view feeling_model() noexcept; ///< likewise

} // namespace triage::shipped
