#include "deadlines/ical.h"

#include "base/text.h"

#include <algorithm>
#include <libical/ical.h>
#include <memory>
#include <mutex>
#include <tuple>

namespace deadlines {
namespace {

using std::chrono::days;

constexpr std::size_t longest_summary = 120, longest_source = 200;

struct Free {
    void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

/// The library would end the program on the first thing that it finds wrong.
void be_lenient() {
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
}

std::unexpected<base::Problem> wrong(int number, const char* why) {
    return base::fail_field("VEVENT " + std::to_string(number), "import.line", why);
}

base::Result<base::Day> day_of(const icaltimetype& time, int number) {
    if (icaltime_is_null_time(time) || !icaltime_is_date(time) || !icaltime_is_valid_time(time))
        return wrong(number, "an all-day event is expected");
    const std::chrono::year_month_day day{std::chrono::year{time.year},
                                          std::chrono::month{static_cast<unsigned>(time.month)},
                                          std::chrono::day{static_cast<unsigned>(time.day)}};
    if (!day.ok() || time.year < 1900 || time.year > 2199) return wrong(number, "the date is no day");
    return base::Day{day};
}

HolidayKind kind_of(icalcomponent* event, std::string_view name, HolidayKind standard) {
    for (auto* each = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); each;
         each = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY))
        if (const char* text = icalproperty_get_categories(each))
            for (std::string_view category : base::split(text, ','))
                if (auto kind = base::from_code<HolidayKind>(base::lower_ascii(base::trim(category))))
                    return *kind;
    return base::lower_ascii(name).starts_with("cuti bersama") ? HolidayKind::collective_leave : standard;
}

base::Result<std::string> text_of(const char* text, std::size_t most, int number) {
    auto clean = base::clean(text ? text : "", most, {});
    if (!clean) return wrong(number, "a text is too long or cannot be read");
    std::ranges::replace(*clean, '\n', ' ');
    return clean;
}

base::Result<void> read_event(icalcomponent* event, int number, HolidayKind standard, std::string_view source,
                              std::vector<Holiday>& out) {
    if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) return {};
    if (icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) ||
        icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY))
        return wrong(number, "an event that repeats: a decree names each day");
    auto first = day_of(icalcomponent_get_dtstart(event), number);
    if (!first) return base::pass(first);
    base::Day end = *first + days{1};
    if (icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
        auto behind = day_of(icalcomponent_get_dtend(event), number);
        if (!behind) return base::pass(behind);
        end = std::max(*behind, end); // some calendars let an event of one day end on it
    }
    if (end - *first > days{max_ical_days}) return wrong(number, "an event of more than 31 days");
    auto name = text_of(icalcomponent_get_summary(event), longest_summary, number);
    auto from = text_of(icalcomponent_get_description(event), longest_source, number);
    if (!name) return base::pass(name);
    if (name->empty()) return wrong(number, "the event has no name");
    // A long description is no source, and none is needed.
    if (!from || from->empty()) from = std::string(source);
    const HolidayKind kind = kind_of(event, *name, standard);
    for (base::Day day = *first; day < end; day += days{1})
        out.push_back({day, kind, *name, *from});
    return {};
}

} // namespace

base::Result<std::vector<Holiday>> parse_ical(std::string_view bytes, HolidayKind standard,
                                              std::string_view source) {
    if (bytes.size() > max_ical) return base::fail(base::Kind::too_large, "item.too_large");
    if (!base::is_utf8(bytes) || bytes.contains('\0'))
        return base::fail_field("VCALENDAR", "import.line", "not UTF-8 text");
    be_lenient();
    const Component root(icalparser_parse_string(std::string(bytes).c_str()));
    if (!root) return base::fail_field("VCALENDAR", "import.line", "no calendar in it");
    std::vector<Holiday> out;
    int number = 0;
    auto read_all = [&](icalcomponent* calendar) -> base::Result<void> {
        for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
             event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
            if (++number > max_ical_events) return wrong(number, "too many events");
            if (auto read = read_event(event, number, standard, source, out); !read) return read;
        }
        return {};
    };
    // Several calendars in one text stand below a root of the library's own.
    if (auto read = read_all(root.get()); !read) return base::pass(read);
    if (icalcomponent_isa(root.get()) != ICAL_VCALENDAR_COMPONENT)
        for (auto* each = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT); each;
             each = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
            if (auto read = read_all(each); !read) return base::pass(read);
    if (number == 0) return base::fail_field("VCALENDAR", "import.line", "no event in it");
    auto key = [](const Holiday& each) { return std::tuple(each.day, each.kind); };
    std::ranges::sort(
        out, {}, [](const Holiday& each) { return std::tuple(each.day, each.kind, each.name, each.source); });
    const auto repeated = std::ranges::unique(out, {}, key);
    out.erase(repeated.begin(), repeated.end());
    return out;
}

std::string to_ical(std::span<const Holiday> all, std::string_view name, base::Time made_at) {
    be_lenient();
    const Component calendar(icalcomponent_new_vcalendar());
    auto add = [](icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); };
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//Tanggap//Hari libur//ID"));
    auto* named = icalproperty_new_x(std::string(name).c_str());
    icalproperty_set_x_name(named, "X-WR-CALNAME");
    add(calendar.get(), named);
    const icaltimetype stamp = icaltime_from_timet_with_zone(
        std::chrono::floor<std::chrono::seconds>(made_at).time_since_epoch().count(), 0,
        icaltimezone_get_utc_timezone());
    auto date = [](base::Day day) {
        std::string plain = base::to_iso(day);
        std::erase(plain, '-');
        return icaltime_from_string(plain.c_str());
    };
    for (const Holiday& each : all) {
        icalcomponent* event = icalcomponent_new_vevent();
        const std::string kind(base::code_of(each.kind));
        add(event, icalproperty_new_uid((base::to_iso(each.day) + "-" + kind + "@tanggap").c_str()));
        add(event, icalproperty_new_dtstamp(stamp));
        add(event, icalproperty_new_dtstart(date(each.day)));
        add(event, icalproperty_new_dtend(date(each.day + days{1})));
        add(event, icalproperty_new_summary(each.name.c_str()));
        if (!each.source.empty()) add(event, icalproperty_new_description(each.source.c_str()));
        add(event, icalproperty_new_categories(kind.c_str()));
        add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        icalcomponent_add_component(calendar.get(), event);
    }
    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                           &std::free);
    return text ? std::string(text.get()) : std::string();
}

} // namespace deadlines
