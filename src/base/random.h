// Chance from the operating system, handed in where it is needed so that tests decide it.
#pragma once
#include <cstddef>
#include <functional>
#include <string>

namespace base {

/// `count` unpredictable bytes.
using Random = std::function<std::string(std::size_t count)>;

} // namespace base
