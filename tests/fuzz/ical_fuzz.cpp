// Calendars from outside: whatever the bytes, a list of days or the event that is wrong; and what is written
// of a list that was read is read again as the same days.
#include "deadlines/ical.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using deadlines::HolidayKind;
    auto days = deadlines::parse_ical({reinterpret_cast<const char*>(data), size}, HolidayKind::own, "uji");
    if (!days || days->empty() || days->size() > deadlines::max_ical_events) return 0;
    const auto written = deadlines::to_ical(*days, "uji", base::time_from_ms(1'790'000'000'000));
    if (written.size() > deadlines::max_ical) return 0;
    auto again = deadlines::parse_ical(written, HolidayKind::own, "uji");
    if (!again || again->size() != days->size()) std::abort();
    for (std::size_t i = 0; i < days->size(); ++i)
        if ((*again)[i].day != (*days)[i].day || (*again)[i].kind != (*days)[i].kind) std::abort();
    return 0;
}
