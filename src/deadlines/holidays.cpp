#include "deadlines/holidays.h"

#include "base/text.h"

#include <set>

namespace deadlines {
namespace {

constexpr std::size_t max_name = 200;

base::Result<std::vector<std::string>> columns_of(std::string_view line) {
    std::vector<std::string> columns(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
            if (c != '"') {
                columns.back() += c;
            } else if (i + 1 < line.size() && line[i + 1] == '"') {
                columns.back() += '"';
                ++i;
            } else {
                quoted = false;
                if (i + 1 < line.size() && line[i + 1] != ',')
                    return base::fail_field({}, {}, "text after a closing quote");
            }
        } else if (c == ',') {
            columns.emplace_back();
        } else if (c == '"' && columns.back().empty()) {
            quoted = true;
        } else {
            columns.back() += c;
        }
    }
    if (quoted) return base::fail_field({}, {}, "a quote is not closed");
    return columns;
}

base::Result<Holiday> holiday_of(std::string_view line) {
    auto columns = columns_of(line);
    if (!columns) return base::pass(columns);
    if (columns->size() != 4)
        return base::fail_field({}, {}, "four columns are expected: date,kind,name,source");
    auto day = base::parse_day((*columns)[0]);
    if (!day) return base::fail_field({}, {}, "the date is not a day like 2026-03-21");
    auto kind = base::from_code<HolidayKind>((*columns)[1]);
    if (!kind)
        return base::fail_field({}, {}, "the kind is none of libur_nasional, cuti_bersama, libur_sendiri");
    auto name = base::clean((*columns)[2], max_name, "name");
    auto source = base::clean((*columns)[3], max_name, "source");
    if (!name || name->empty()) return base::fail_field({}, {}, "the name is missing or cannot be read");
    if (!source) return base::fail_field({}, {}, "the source cannot be read");
    return Holiday{*day, *kind, std::move(*name), std::move(*source)};
}

std::unexpected<base::Problem> wrong_line(std::size_t number, std::string detail) {
    return base::fail_field("line " + std::to_string(number), "import.line", std::move(detail));
}

} // namespace

base::Result<std::vector<Holiday>> parse_holidays(std::string_view csv) {
    if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
    std::vector<Holiday> out;
    std::set<std::pair<base::Day, HolidayKind>> seen;
    std::size_t number = 0;
    bool has_header = false;
    while (!csv.empty()) {
        if (++number > max_holiday_lines) return wrong_line(number, "too many lines");
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        std::string_view line = base::trim(csv.substr(0, end));
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (line.empty() || line.starts_with('#')) continue;
        if (!has_header) {
            if (line != "date,kind,name,source")
                return wrong_line(number, "the header date,kind,name,source is expected");
            has_header = true;
            continue;
        }
        auto holiday = holiday_of(line);
        if (!holiday) return wrong_line(number, std::move(holiday.error().detail));
        if (!seen.emplace(holiday->day, holiday->kind).second)
            return wrong_line(number, "the day stands there already with this kind");
        out.push_back(std::move(*holiday));
    }
    if (!has_header) return wrong_line(number + 1, "the header date,kind,name,source is expected");
    return out;
}

} // namespace deadlines
