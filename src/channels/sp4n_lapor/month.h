// A calendar month of an agency's zone: what recaps and exports are about.
#pragma once
#include "base/time.h"

namespace channels::sp4n_lapor {

struct Month {
    std::chrono::year_month month{};
    base::Time from{};
    base::Time until{}; ///< first moment of the next one
    bool operator==(const Month&) const = default;
};

/// "2026-10"; field.invalid "month".
[[nodiscard]] base::Result<Month> month_from(std::string_view text, base::Zone zone);
[[nodiscard]] Month month_of(base::Time time, base::Zone zone);
[[nodiscard]] Month before(const Month& month, int months, base::Zone zone);
[[nodiscard]] std::string to_string(const Month& month); ///< "2026-10"
/// Its first day.
[[nodiscard]] base::Day first_day(const Month& month);

} // namespace channels::sp4n_lapor
