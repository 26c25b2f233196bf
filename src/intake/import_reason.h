// From the problem of a line to why it was rejected, in words. Pure; knows something to say of every problem.
#pragma once
#include "base/language.h"
#include "base/problem.h"

namespace intake {

[[nodiscard]] base::Text import_reason(const base::Problem& problem) noexcept;

} // namespace intake
