#include "deadlines/clock.h"

#include "base/text.h"

#include <algorithm>

namespace deadlines {
namespace {

/// Longer than any deadline; keeps a typing error from counting days for minutes.
constexpr auto longest_pause = std::chrono::days{3'660};

base::Result<base::Zone> read_zone(std::string_view text) {
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return base::zone_from(upper);
}

base::Result<base::Time> read_time(std::string_view text, base::Zone zone, const char* field) {
    auto time = base::parse_time(base::trim(text), zone);
    if (!time) return base::fail_field(field, "field.invalid", "an ISO 8601 time is expected");
    return time;
}

using Events = std::map<std::string, base::Time, std::less<>>;

base::Result<Events> read_events(const ClockArgs& args, base::Zone zone, const Profile& profile) {
    Events out;
    for (const std::string& text : args.at) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos)
            return base::fail_field("at", "field.invalid", "EVENT=TIME is expected");
        std::string event(base::trim(std::string_view(text).substr(0, equals)));
        auto time = read_time(std::string_view(text).substr(equals + 1), zone, "at");
        if (!time) return base::pass(time);
        if (std::ranges::find(profile.deadlines, event, &Spec::starts_on) == profile.deadlines.end())
            return base::fail_field("at", "field.invalid", "no deadline of the profile starts on " + event);
        if (!out.emplace(std::move(event), *time).second)
            return base::fail_field("at", "field.invalid", "an event is given twice");
    }
    return out;
}

base::Result<std::vector<Pause>> read_pauses(const ClockArgs& args, base::Zone zone) {
    std::vector<Pause> out;
    for (const std::string& text : args.pause) {
        const std::size_t slash = text.find('/');
        if (slash == std::string::npos)
            return base::fail_field("pause", "field.invalid", "FROM/UNTIL is expected");
        auto from = read_time(std::string_view(text).substr(0, slash), zone, "pause");
        if (!from) return base::pass(from);
        auto until = read_time(std::string_view(text).substr(slash + 1), zone, "pause");
        if (!until) return base::pass(until);
        if (*until < *from)
            return base::fail_field("pause", "field.invalid", "a pause ends before it begins");
        if (*until - *from > longest_pause)
            return base::fail_field("pause", "field.invalid", "a pause is longer than ten years");
        out.push_back({*from, *until});
    }
    return out;
}

base::Result<void> read_extensions(const ClockArgs& args, const Profile& profile) {
    for (const std::string& name : args.extend)
        if (const Spec* spec = profile.find(name); !spec || !spec->extension)
            return base::fail_field("extend", "field.invalid",
                                    "no deadline of the profile can be extended by it");
    return {};
}

/// What differs from the national calendar and the usual hours.
base::Result<CalendarParts> read_calendar(const ClockArgs& args, base::Zone zone,
                                          const std::vector<Holiday>& holidays) {
    CalendarParts out;
    out.zone = zone;
    out.holidays = holidays;
    for (const std::string& text : args.hours) {
        const std::size_t equals = text.find('=');
        if (equals != 1 || text[0] < '1' || text[0] > '7')
            return base::fail_field("hours", "field.invalid", "WEEKDAY=HOURS is expected, 1 is Monday");
        auto open = agency::parse_intervals(std::string_view(text).substr(2), "hours");
        if (!open) return base::pass(open);
        out.hours.days[static_cast<std::size_t>(text[0] - '1')] = std::move(*open);
    }
    for (const std::string& text : args.days) {
        const std::size_t equals = std::min(text.find('='), text.size());
        auto day = base::parse_day(base::trim(std::string_view(text).substr(0, equals)));
        if (!day || equals == text.size())
            return base::fail_field("day", "field.invalid", "DAY=tutup or DAY=HOURS is expected");
        const std::string_view is = base::trim(std::string_view(text).substr(equals + 1));
        if (is == "tutup") {
            out.holidays.push_back({*day, HolidayKind::own, "tutup", {}});
            continue;
        }
        auto open = agency::parse_intervals(is, "day");
        if (!open || open->empty()) return base::fail_field("day");
        out.worked.push_back(*day);
        out.special.push_back({*day, std::move(*open)});
    }
    return out;
}

} // namespace

base::Result<ClockReport> clock(const ClockArgs& args, const Profiles& profiles,
                                const std::vector<Holiday>& holidays) {
    auto zone = read_zone(args.zone);
    if (!zone) return base::fail_field("zone", "field.invalid", "WIB, WITA or WIT is expected");
    auto start = read_time(args.start, *zone, "start");
    if (!start) return base::pass(start);
    auto profile = profiles.in_force(args.profile, base::local_day(*start, *zone));
    if (!profile) return base::pass(profile);
    auto events = read_events(args, *zone, **profile);
    if (!events) return base::pass(events);
    auto pauses = read_pauses(args, *zone);
    if (!pauses) return base::pass(pauses);

    if (auto ok = read_extensions(args, **profile); !ok) return base::pass(ok);
    auto parts = read_calendar(args, *zone, holidays);
    if (!parts) return base::pass(parts);
    const Calendar calendar(std::move(*parts));
    ClockReport out{(*profile)->id, (*profile)->version, *zone, *start, {}};
    for (const Spec& spec : (*profile)->deadlines) {
        const auto given = events->find(spec.starts_on);
        ClockLine line;
        line.name = spec.name;
        line.mode = spec.mode;
        line.starts_on = spec.starts_on;
        line.start = given == events->end() ? *start : given->second;
        // The start of the whole is when it was received.
        line.is_assumed = given == events->end() && spec.starts_on != "received";
        line.why =
            explain(**profile, spec, line.start, calendar, args.class_code, *pauses, line.start,
                    std::ranges::find(args.extend, spec.name) == args.extend.end() ? Extension::none
                                                                                   : Extension::granted);
        line.due = line.why.due;
        out.deadlines.push_back(std::move(line));
    }
    return out;
}

std::string to_json(const ClockReport& report) {
    const auto iso = [&](base::Time time) { return base::to_iso(time, report.zone); };
    base::json::Array lines;
    for (const ClockLine& line : report.deadlines)
        lines.push_back(base::json::Object{{"name", line.name},
                                           {"mode", base::code_of(line.mode)},
                                           {"starts_on", line.starts_on},
                                           {"start", iso(line.start)},
                                           {"assumed", line.is_assumed},
                                           {"due", iso(line.due.at)},
                                           {"provisional", line.due.is_provisional}});
    return boost::json::serialize(base::json::Object{{"profile", report.profile},
                                                     {"version", report.version},
                                                     {"zone", base::name(report.zone)},
                                                     {"start", iso(report.start)},
                                                     {"deadlines", std::move(lines)}});
}

} // namespace deadlines
