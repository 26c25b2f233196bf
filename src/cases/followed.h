// The fact that another agency's server tells another status of a case that was handed over to it: {"status",
// "receipt", "note"}, for staff alone. It changes neither the case nor its clocks.
#pragma once
#include <string_view>

namespace cases {

inline constexpr std::string_view followed = "case.followed";

} // namespace cases
