// How long a failed job waits: doubling from the first wait to the longest, half of it by chance, so that
// what failed together does not come back together.
#pragma once
#include "base/time.h"

namespace jobs {

/// `attempts` made so far (1 or more); `chance` in [0, 1).
[[nodiscard]] base::Duration wait_after(int attempts, base::Duration first, base::Duration longest,
                                        double chance);

/// [0, 1) from random bytes (eight are used).
[[nodiscard]] double chance_from(std::string_view bytes);

} // namespace jobs
