// account connect: what a network asks for is given on the command line, and whether it works is tried.
#pragma once
#include "app/command.h"

#include <cstdint>

namespace app {

/// Adds "connect" to the command `account`; what is given back runs it.
[[nodiscard]] Run add_connect(CLI::App& account, std::shared_ptr<Settings> flags,
                              std::shared_ptr<std::int64_t> agency);

} // namespace app
