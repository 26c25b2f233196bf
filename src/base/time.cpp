#include "base/time.h"

#include <fmt/format.h>

#include <optional>

namespace base {
namespace {

using namespace std::chrono;

/// Reads fixed-width digits; fails on anything else.
class Digits {
public:
    explicit Digits(std::string_view text) : rest_(text) {}
    std::optional<int> take(std::size_t width) {
        if (rest_.size() < width) return std::nullopt;
        int value = 0;
        for (char c : rest_.substr(0, width)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(width);
        return value;
    }
    bool skip(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    [[nodiscard]] bool done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

std::optional<Day> take_day(Digits& in) {
    auto y = in.take(4);
    if (!y || !in.skip('-')) return std::nullopt;
    auto m = in.take(2);
    if (!m || !in.skip('-')) return std::nullopt;
    auto d = in.take(2);
    if (!d || *y < 1900 || *y > 2199) return std::nullopt;
    year_month_day ymd{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!ymd.ok()) return std::nullopt;
    return sys_days{ymd};
}

std::optional<milliseconds> take_time_of_day(Digits& in) {
    auto h = in.take(2);
    if (!h || !in.skip(':')) return std::nullopt;
    auto m = in.take(2);
    if (!m || *h > 23 || *m > 59) return std::nullopt;
    milliseconds out = hours{*h} + minutes{*m};
    if (!in.skip(':')) return out;
    auto s = in.take(2);
    if (!s || *s > 59) return std::nullopt;
    out += seconds{*s};
    if (!in.skip('.')) return out;
    int scale = 100;
    bool any = false;
    while (auto digit = in.take(1)) {
        out += milliseconds{*digit * scale};
        scale /= 10;
        any = true;
    }
    return any ? std::optional(out) : std::nullopt;
}

std::optional<minutes> take_offset(Digits& in) {
    bool plus = in.skip('+');
    if (!plus && !in.skip('-')) return std::nullopt;
    auto h = in.take(2);
    in.skip(':');
    auto m = in.take(2);
    if (!h || !m || *h > 14 || *m > 59) return std::nullopt;
    minutes offset = hours{*h} + minutes{*m};
    return plus ? offset : -offset;
}

std::string iso(Time local, std::string_view suffix) {
    auto day = floor<days>(local);
    year_month_day ymd{day};
    hh_mm_ss<milliseconds> t{local - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}", int(ymd.year()), unsigned(ymd.month()),
                       unsigned(ymd.day()), t.hours().count(), t.minutes().count(), t.seconds().count(),
                       t.subseconds().count(), suffix);
}

} // namespace

Now system_now() {
    return [] { return floor<milliseconds>(system_clock::now()); };
}

hours utc_offset(Zone zone) noexcept {
    switch (zone) {
    case Zone::wib: return hours{7};
    case Zone::wita: return hours{8};
    case Zone::wit: return hours{9};
    }
    return hours{7};
}

std::string_view name(Zone zone) noexcept {
    switch (zone) {
    case Zone::wib: return "WIB";
    case Zone::wita: return "WITA";
    case Zone::wit: return "WIT";
    }
    return "WIB";
}

Result<Zone> zone_from(std::string_view text) {
    for (Zone zone : {Zone::wib, Zone::wita, Zone::wit})
        if (name(zone) == text) return zone;
    return fail_field("zone");
}

Day local_day(Time time, Zone zone) noexcept {
    return floor<days>(time + utc_offset(zone));
}

Duration local_time_of_day(Time time, Zone zone) noexcept {
    Time local = time + utc_offset(zone);
    return local - floor<days>(local);
}

Time at_local(Day day, Duration time_of_day, Zone zone) noexcept {
    return Time{day} + time_of_day - utc_offset(zone);
}

Time end_of_day(Day day, Zone zone) noexcept {
    return at_local(day, days{1} - milliseconds{1}, zone);
}

Result<Time> parse_time(std::string_view text, Zone zone) {
    Digits in(text);
    auto day = take_day(in);
    if (!day) return fail_field("time");
    if (!in.skip('T') && !in.skip(' ')) {
        if (in.done()) return at_local(*day, {}, zone);
        return fail_field("time");
    }
    auto time_of_day = take_time_of_day(in);
    if (!time_of_day) return fail_field("time");
    if (in.done()) return at_local(*day, *time_of_day, zone);
    Time read = Time{*day} + *time_of_day;
    if (in.skip('Z')) return in.done() ? Result<Time>(read) : fail_field("time");
    auto offset = take_offset(in);
    if (!offset || !in.done()) return fail_field("time");
    return read - *offset;
}

Result<Day> parse_day(std::string_view text) {
    Digits in(text);
    auto day = take_day(in);
    if (!day || !in.done()) return fail_field("date");
    return *day;
}

std::string to_iso(Time time) {
    return iso(time, "Z");
}

std::string to_iso(Time time, Zone zone) {
    return iso(time + utc_offset(zone), fmt::format("+{:02}:00", utc_offset(zone).count()));
}

std::string to_iso(Day day) {
    year_month_day ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
}

} // namespace base
