// Chance from the operating system, by libsodium.
#pragma once
#include "base/random.h"

namespace app {

[[nodiscard]] base::Random system_random();

} // namespace app
