#include "channels/sp4n_lapor/month.h"

#include <fmt/format.h>

namespace channels::sp4n_lapor {
namespace {

using namespace std::chrono;

Month make(year_month month, base::Zone zone) {
    auto start = [&](year_month of) { return base::at_local(sys_days{of / day{1}}, {}, zone); };
    return {month, start(month), start(month + months{1})};
}

} // namespace

base::Result<Month> month_from(std::string_view text, base::Zone zone) {
    auto first = base::parse_day(std::string(text) + "-01");
    if (text.size() != 7 || !first) return base::fail_field("month");
    const year_month_day day{*first};
    return make(day.year() / day.month(), zone);
}

Month month_of(base::Time time, base::Zone zone) {
    const year_month_day day{base::local_day(time, zone)};
    return make(day.year() / day.month(), zone);
}

Month before(const Month& month, int count, base::Zone zone) {
    return make(month.month - months{count}, zone);
}

std::string to_string(const Month& month) {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.month.year()),
                       static_cast<unsigned>(month.month.month()));
}

base::Day first_day(const Month& month) {
    return sys_days{month.month / day{1}};
}

} // namespace channels::sp4n_lapor
