#include "base/spoken_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace base {
namespace {

constexpr std::array<Text, 7> weekdays{{{"Minggu", "Sunday"},
                                        {"Senin", "Monday"},
                                        {"Selasa", "Tuesday"},
                                        {"Rabu", "Wednesday"},
                                        {"Kamis", "Thursday"},
                                        {"Jumat", "Friday"},
                                        {"Sabtu", "Saturday"}}};
constexpr std::array<Text, 12> months{{{"Januari", "January"},
                                       {"Februari", "February"},
                                       {"Maret", "March"},
                                       {"April", "April"},
                                       {"Mei", "May"},
                                       {"Juni", "June"},
                                       {"Juli", "July"},
                                       {"Agustus", "August"},
                                       {"September", "September"},
                                       {"Oktober", "October"},
                                       {"November", "November"},
                                       {"Desember", "December"}}};

std::string_view month_of(Day day, Language language) {
    std::chrono::year_month_day ymd{day};
    return months[unsigned(ymd.month()) - 1].in(language);
}

std::string clock_of(Time time, Zone zone) {
    auto minutes = std::chrono::floor<std::chrono::minutes>(local_time_of_day(time, zone)).count();
    return fmt::format("{:02}.{:02} {}", minutes / 60, minutes % 60, name(zone));
}

} // namespace

std::string spoken_day(Day day, Language language) {
    std::chrono::year_month_day ymd{day};
    return fmt::format("{}, {} {} {}", weekdays[std::chrono::weekday{day}.c_encoding()].in(language),
                       unsigned(ymd.day()), month_of(day, language), int(ymd.year()));
}

std::string short_day(Day day, Language language) {
    std::chrono::year_month_day ymd{day};
    return fmt::format("{} {}", unsigned(ymd.day()), month_of(day, language));
}

std::string spoken_month(Day day, Language language) {
    std::chrono::year_month_day ymd{day};
    return fmt::format("{} {}", month_of(day, language), int(ymd.year()));
}

std::string spoken_time(Time time, Zone zone, Language language) {
    return fmt::format("{} {} {}", spoken_day(local_day(time, zone), language),
                       language == Language::en ? "at" : "pukul", clock_of(time, zone));
}

std::string short_time(Time time, Zone zone, Language language) {
    return short_day(local_day(time, zone), language) + " " + clock_of(time, zone);
}

std::string spoken_span(Duration span, Language language) {
    auto minutes = std::max<std::int64_t>(std::chrono::floor<std::chrono::minutes>(span).count(), 0);
    auto days = minutes / 1440, hours = minutes / 60 % 24;
    bool en = language == Language::en;
    auto unit = [&](std::int64_t n, std::string_view id, std::string_view one, std::string_view many) {
        return fmt::format("{} {}", n, en ? (n == 1 ? one : many) : id);
    };
    if (days > 0 && hours > 0)
        return unit(days, "hari", "day", "days") + " " + unit(hours, "jam", "hour", "hours");
    if (days > 0) return unit(days, "hari", "day", "days");
    if (hours > 0) return unit(hours, "jam", "hour", "hours");
    return unit(minutes, "menit", "minute", "minutes");
}

} // namespace base
