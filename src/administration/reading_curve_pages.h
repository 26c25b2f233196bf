// How sure a machine was against how often it was right, as a drawing and as the table behind it.
#pragma once
#include "base/language.h"
#include "html/markup.h"

#include <cstdint>
#include <vector>

namespace administration {

struct CurvePoint {
    double p = 0;     ///< how sure, 0 to 1
    double right = 0; ///< how often it was right
    std::int64_t rows = 0;
};
/// Fewer rows than that are drawn hollow.
inline constexpr std::int64_t fewest_of_a_point = 20;

/// Points without rows are left out; nothing where all are.
[[nodiscard]] html::Markup reliability_curve(std::string_view about, const std::vector<CurvePoint>& points,
                                             base::Language language);

/// Where the true share lies with 95 % (Wilson 1927).
struct Interval {
    double low = 0, high = 1;
};
[[nodiscard]] Interval wilson(double share, std::int64_t rows);

/// "86 %"
[[nodiscard]] std::string percent(double share);
/// "0,71" or "0.71"
[[nodiscard]] std::string decimal(double value, base::Language language);

} // namespace administration
