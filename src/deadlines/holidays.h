// Days off as a file that people edit: `date,kind,name,source`. A wrong line is `import.line` with the field
// "line 7"; nothing of a wrong file is taken.
#pragma once
#include "base/codes.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace deadlines {

enum class HolidayKind { national, collective_leave, own };

struct Holiday {
    base::Day day;
    HolidayKind kind = HolidayKind::national;
    std::string name;
    std::string source; ///< the decree that says so
    bool operator==(const Holiday&) const = default;
};

inline constexpr std::size_t max_holiday_lines = 20'000;

/// Comma-separated with a header line; quotes as in RFC 4180; lines starting with # and empty ones are
/// skipped. The same day may stand there once for each kind.
[[nodiscard]] base::Result<std::vector<Holiday>> parse_holidays(std::string_view csv);

/// data/holidays/holidays.csv, built into the program.
[[nodiscard]] const std::vector<Holiday>& shipped_holidays();

} // namespace deadlines

template <> inline constexpr auto base::codes<deadlines::HolidayKind> =
    std::to_array<base::Coded<deadlines::HolidayKind>>({
        {deadlines::HolidayKind::national, "libur_nasional"},
        {deadlines::HolidayKind::collective_leave, "cuti_bersama"},
        {deadlines::HolidayKind::own, "libur_sendiri"},
    });
