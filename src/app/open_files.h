// How many files and sockets the process may have open: each connection is one, each upload another.
#pragma once
#include <cstddef>

namespace app {

/// Raises the soft limit to the hard one, and gives it.
[[nodiscard]] std::size_t raise_open_files();

/// As many of `wanted` connections as fit, when each may also hold a file and the house needs some itself.
[[nodiscard]] std::size_t connections_within(std::size_t open_files, std::size_t wanted,
                                             std::size_t uploads) noexcept;

} // namespace app
