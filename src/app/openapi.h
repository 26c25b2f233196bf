// docs/openapi.yaml as it was when the program was built (cmake/embed_openapi.cmake).
#pragma once
#include <string_view>

namespace app {

[[nodiscard]] std::string_view openapi();

} // namespace app
