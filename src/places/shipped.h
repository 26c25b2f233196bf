// The files of data/gazetteer inside the program. Their readers are tested with them, so nothing here can
// fail in a build that passed its tests; a broken file throws at first use.
#pragma once
#include <string_view>

namespace places::shipped {

[[nodiscard]] std::string_view areas() noexcept;
[[nodiscard]] std::string_view outlines() noexcept;
[[nodiscard]] std::string_view aliases() noexcept;
[[nodiscard]] std::string_view ordinary() noexcept;

} // namespace places::shipped
