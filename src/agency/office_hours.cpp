#include "agency/office_hours.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace agency {
namespace {

using std::chrono::minutes;

constexpr int days_ahead = 60;

const std::vector<OpenInterval>& of_day(const OfficeHours& hours, base::Day day) {
    return hours.days[std::chrono::weekday(day).iso_encoding() - 1];
}

/// "07.30", "7:30", "24.00"
std::optional<minutes> parse_minutes(std::string_view text) {
    const std::size_t at = text.find_first_of(".:");
    if (at == std::string_view::npos || at == 0 || at > 2 || text.size() != at + 3) return std::nullopt;
    int hour = 0;
    int minute = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == at) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        int& number = i < at ? hour : minute;
        number = number * 10 + (text[i] - '0');
    }
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
    return minutes(hour * 60 + minute);
}

} // namespace

OfficeHours usual_office_hours() {
    OfficeHours out;
    for (std::size_t day = 0; day < 4; ++day)
        out.days[day] = {{minutes(7 * 60 + 30), minutes(16 * 60)}};
    out.days[4] = {{minutes(7 * 60 + 30), minutes(16 * 60 + 30)}};
    return out;
}

base::Result<std::vector<OpenInterval>> parse_intervals(std::string_view text, std::string_view field) {
    std::vector<OpenInterval> out;
    if (base::trim(text).empty()) return out;
    for (std::string_view part : base::split(text, ',')) {
        part = base::trim(part);
        const std::size_t dash = part.find('-');
        if (dash == std::string_view::npos) return base::fail_field(std::string(field));
        auto opens = parse_minutes(base::trim(part.substr(0, dash)));
        auto closes = parse_minutes(base::trim(part.substr(dash + 1)));
        if (!opens || !closes || *opens >= *closes || out.size() == max_intervals ||
            (!out.empty() && out.back().closes > *opens))
            return base::fail_field(std::string(field));
        out.push_back({*opens, *closes});
    }
    return out;
}

std::string to_text(const std::vector<OpenInterval>& intervals) {
    std::vector<std::string> out;
    out.reserve(intervals.size());
    for (const auto& each : intervals)
        out.push_back(fmt::format("{:02}.{:02}-{:02}.{:02}", each.opens.count() / 60, each.opens.count() % 60,
                                  each.closes.count() / 60, each.closes.count() % 60));
    return base::join(out, ", ");
}

bool is_open(const OfficeHours& hours, base::Zone zone, const IsDayOff& is_day_off, base::Time now) {
    return next_open(hours, zone, is_day_off, now) == now;
}

std::optional<base::Time> next_open(const OfficeHours& hours, base::Zone zone, const IsDayOff& is_day_off,
                                    base::Time now) {
    const base::Day today = base::local_day(now, zone);
    for (int ahead = 0; ahead <= days_ahead; ++ahead) {
        const base::Day day = today + std::chrono::days(ahead);
        if (is_day_off(day)) continue;
        for (const auto& each : of_day(hours, day))
            if (now < base::at_local(day, each.closes, zone))
                return std::max(now, base::at_local(day, each.opens, zone));
    }
    return std::nullopt;
}

} // namespace agency
