#include "deadlines/counted.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace deadlines {
namespace {

using std::chrono::days;

constexpr int longest = 40'000; ///< days; more than a century is no deadline

/// The number at the start of `text`, which is cut off; empty when there is none.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || number < 0 || number > longest) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}

/// Of a name, without what divides entries.
std::string plain(std::string_view name) {
    std::string out(name);
    std::ranges::replace(out, ';', ',');
    return out;
}

std::string week_of(const agency::OfficeHours& hours) {
    std::vector<std::string> each;
    for (const auto& day : hours.days)
        each.push_back(agency::to_text(day));
    return base::join(each, "|");
}

std::vector<agency::OpenInterval> intervals(std::string_view text) {
    auto read = agency::parse_intervals(text, {});
    return read ? std::move(*read) : std::vector<agency::OpenInterval>{};
}

/// Takes over one entry: "h2", "o10:Hari jadi kota", "?2028", "t07.30-16.00|...".
void put(std::string_view entry, base::Day first, const Calendar& now, CalendarParts& parts,
         std::optional<agency::OfficeHours>& week) {
    if (entry.empty()) return;
    const char kind = entry.front();
    entry.remove_prefix(1);
    if (kind == 't') {
        const auto texts = base::split(entry, '|');
        week.emplace();
        for (std::size_t i = 0; i < std::min(texts.size(), week->days.size()); ++i)
            week->days[i] = intervals(texts[i]);
        return;
    }
    const auto number = take_number(entry);
    if (!number) return;
    if (kind == '?') {
        std::erase(*parts.years, *number);
        return;
    }
    const base::Day day = first + days{*number};
    const std::string_view rest = entry.starts_with(':') ? entry.substr(1) : entry;
    const Holiday* known = now.holiday(day);
    auto holiday = [&](HolidayKind is) {
        const bool is_same = known && known->kind == is;
        parts.holidays.push_back({day, is, rest.empty() && is_same ? known->name : std::string(rest),
                                  is_same ? known->source : std::string()});
    };
    switch (kind) {
    case 'h': holiday(HolidayKind::national); break;
    case 'c': holiday(HolidayKind::collective_leave); break;
    case 'o': holiday(HolidayKind::own); break;
    case 'w': parts.worked.push_back(day); break;
    case 'x': parts.special.push_back({day, intervals(rest)}); break;
    default: break;
    }
}

} // namespace

std::string counted_with(const Calendar& calendar, Mode mode, base::Day first, base::Day last) {
    if (mode == Mode::calendar_hours) return {};
    std::string out = std::to_string((last - first).count());
    auto add = [&](char kind, base::Day day, std::string_view text) {
        out += ';';
        out += kind;
        out += std::to_string((day - first).count());
        if (!text.empty()) out += ":" + plain(text);
    };
    const CalendarParts& parts = calendar.parts();
    for (auto each = std::ranges::lower_bound(parts.holidays, first, {}, &Holiday::day);
         each != parts.holidays.end() && each->day <= last; ++each) {
        switch (each->kind) {
        case HolidayKind::national: add('h', each->day, {}); break;
        case HolidayKind::collective_leave: add('c', each->day, {}); break;
        case HolidayKind::own: add('o', each->day, each->name); break;
        }
    }
    for (auto day = std::ranges::lower_bound(parts.worked, first); day != parts.worked.end() && *day <= last;
         ++day)
        add('w', *day, {});
    for (int year = year_of(first); year <= year_of(last); ++year)
        if (!std::ranges::binary_search(*parts.years, year)) out += ";?" + std::to_string(year);
    if (mode != Mode::office_hours) return out;
    for (auto each = std::ranges::lower_bound(parts.special, first, {}, &DayHours::day);
         each != parts.special.end() && each->day <= last; ++each)
        add('x', each->day, agency::to_text(each->open));
    return out + ";t" + week_of(parts.hours);
}

std::optional<base::Day> counted_until(std::string_view counted, base::Day first) {
    const auto number = take_number(counted);
    return number ? std::optional(first + days{*number}) : std::nullopt;
}

Calendar as_counted(std::string_view counted, base::Day first, const Calendar& calendar) {
    const auto last = counted_until(counted, first);
    if (!last) return calendar;
    CalendarParts parts = calendar.parts();
    auto is_told = [&](base::Day day) { return first <= day && day <= *last; };
    std::erase_if(parts.holidays, [&](const Holiday& each) { return is_told(each.day); });
    std::erase_if(parts.worked, is_told);
    std::erase_if(parts.special, [&](const DayHours& each) { return is_told(each.day); });
    // What the calendar forgot stands there when it was counted with.
    for (int year = year_of(first); year <= year_of(*last); ++year)
        if (!std::ranges::binary_search(*parts.years, year))
            parts.years->insert(std::ranges::upper_bound(*parts.years, year), year);
    // Leave that is worked now may have been off: it is told of one by one.
    parts.leave = CollectiveLeave::is_off;
    std::optional<agency::OfficeHours> week;
    for (std::string_view entry : base::split(counted, ';'))
        put(entry, first, calendar, parts, week);
    if (week && *week != parts.hours)
        for (base::Day day = first; day <= *last; day += days{1}) {
            const auto is_day = [&](const auto& each) { return each.day == day; };
            const bool is_worked = std::ranges::find(parts.worked, day) != parts.worked.end();
            if (std::ranges::any_of(parts.special, is_day) ||
                (!is_worked && std::ranges::any_of(parts.holidays, is_day)))
                continue;
            parts.special.push_back({day, week->days[std::chrono::weekday(day).iso_encoding() - 1]});
        }
    return Calendar(std::move(parts));
}

} // namespace deadlines
