#include "transparency/period.h"

#include "base/spoken_time.h"
#include "transparency/figures_words.h"

#include <charconv>

namespace transparency {
namespace {

using namespace std::chrono;

base::Result<int> number(std::string_view text, int least, int most, std::string_view field) {
    int out = 0;
    auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (wrong != std::errc{} || end != text.data() + text.size() || out < least || out > most)
        return base::fail_field(std::string(field));
    return out;
}

base::Day first_of(int y, unsigned m) {
    return sys_days{year{y} / month{m} / day{1}};
}

} // namespace

base::Result<Period> read_period(std::string_view kind, std::string_view year_text,
                                 std::string_view month_text) {
    Period out;
    if (year_text.empty()) {
        if (!month_text.empty()) return base::fail_field("tahun", "field.missing");
        if (kind.empty()) return out;
        auto read = base::from_code<PeriodKind>(kind, "periode");
        if (!read || *read == PeriodKind::year || *read == PeriodKind::month)
            return base::fail_field("periode");
        out.kind = *read;
        return out;
    }
    auto year = number(year_text, 2000, 2199, "tahun");
    if (!year) return base::pass(year);
    out.kind = PeriodKind::year;
    out.year = *year;
    if (month_text.empty()) return out;
    auto month = number(month_text, 1, 12, "bulan");
    if (!month) return base::pass(month);
    out.kind = PeriodKind::month;
    out.month = static_cast<unsigned>(*month);
    return out;
}

cases::Span span_of(const Period& period, base::Time now, base::Zone zone) {
    const base::Time end = base::end_of_day(base::local_day(now, zone), zone) + base::Duration(1);
    auto start = [&](base::Day day) { return base::at_local(day, base::Duration{}, zone); };
    switch (period.kind) {
    case PeriodKind::last_12_months: {
        const year_month_day today{base::local_day(now, zone)};
        const year_month first = year_month{today.year(), today.month()} - months{11};
        return {start(sys_days{first / day{1}}), end, /*is_until_now=*/true};
    }
    case PeriodKind::last_30_days: return {start(base::local_day(now, zone) - days{29}), end};
    case PeriodKind::all:
        return {start(sys_days{year{1970} / month{1} / day{1}}), end, /*is_until_now=*/true};
    case PeriodKind::year: return {start(first_of(period.year, 1)), start(first_of(period.year + 1, 1))};
    case PeriodKind::month: {
        const year_month next = year_month{year{period.year}, month{period.month}} + months{1};
        return {start(first_of(period.year, period.month)), start(sys_days{next / day{1}})};
    }
    }
    return {};
}

std::string name_of(const Period& period, base::Language l) {
    switch (period.kind) {
    case PeriodKind::last_12_months: return std::string(words::last_12_months.in(l));
    case PeriodKind::last_30_days: return std::string(words::last_30_days.in(l));
    case PeriodKind::all: return std::string(words::all_time.in(l));
    case PeriodKind::year: return std::to_string(period.year);
    case PeriodKind::month: return base::spoken_month(first_of(period.year, period.month), l);
    }
    return {};
}

std::string query_of(const Period& period) {
    switch (period.kind) {
    case PeriodKind::last_12_months:
    case PeriodKind::last_30_days:
    case PeriodKind::all: return "periode=" + std::string(base::code_of(period.kind));
    case PeriodKind::year: return "tahun=" + std::to_string(period.year);
    case PeriodKind::month:
        return "tahun=" + std::to_string(period.year) + "&bulan=" + std::to_string(period.month);
    }
    return {};
}

} // namespace transparency
