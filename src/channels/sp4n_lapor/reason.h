// Why a line or a file was refused, in words that say what to do. Never fails.
#pragma once
#include "base/language.h"

namespace channels::sp4n_lapor {

/// `problem` and `field` as problems name them.
[[nodiscard]] base::Text reason_of(std::string_view problem, std::string_view field);

} // namespace channels::sp4n_lapor
