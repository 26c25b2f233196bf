// docs/guide/alur.md and alur.svg: the table of the lifecycle in the words of the screens, for staff. Pure.
#pragma once
#include <string>

namespace desk {

[[nodiscard]] std::string lifecycle_guide();
[[nodiscard]] std::string lifecycle_guide_drawing();

} // namespace desk
