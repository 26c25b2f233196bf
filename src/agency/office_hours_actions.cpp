#include "agency/office_hours_actions.h"

#include "agency/note_actions.h"
#include "agency/office_hours_store.h"

namespace agency {

OfficeHours office_hours_of(db::Tx& tx, base::AgencyId agency) {
    const auto rows = store::office_hours(tx, agency);
    if (rows.empty()) return usual_office_hours();
    OfficeHours out;
    for (const auto& row : rows) {
        if (row.weekday < 1 || row.weekday > 7) continue;
        // What was checked when it was written reads again.
        if (auto day = parse_intervals(row.hours, "hours"))
            out.days[static_cast<std::size_t>(row.weekday - 1)] = std::move(*day);
    }
    return out;
}

void change_office_hours(db::Tx& tx, const Change& change, base::AgencyId agency, const OfficeHours& hours) {
    base::json::Array days;
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
        const std::string text = to_text(hours.days[day]);
        store::put_office_hours(tx, agency, {static_cast<int>(day + 1), text});
        days.emplace_back(text);
    }
    note(tx, change, agency, {.kind = "agency.office_hours_changed", .data = {{"days", std::move(days)}}});
}

} // namespace agency
