#include "channels/sp4n_lapor/export_actions.h"

#include "cases/period_actions.h"
#include "channels/sp4n_lapor/follow_up.h"
#include "channels/sp4n_lapor/import_store.h"
#include "channels/sp4n_lapor/label_actions.h"
#include "db/database.h"
#include "events/event_actions.h"

namespace channels::sp4n_lapor {

std::string follow_ups(const Services& services, const agency::Directory& directory,
                       const std::optional<Month>& month, Which which,
                       const std::function<bool(const cases::Case&)>& may_see) {
    constexpr int page = 200; ///< cases of one read
    const auto agency = directory.id();
    const base::Time from = month ? month->from : base::Time{};
    const base::Time until = month ? month->until : base::time_from_ms(std::numeric_limits<std::int64_t>::max());
    const auto mapping = services.staff.database.read([&](db::Tx& tx) { return read_mapping(tx, directory); });
    std::string out = header_line();
    cases::ReceivedKey after{};
    for (bool goes_on = true; goes_on;) {
        std::string lines;
        auto last = after;
        services.staff.database.read([&](db::Tx& tx) {
            lines.clear();
            last = after;
            auto found = cases::cases_of_period(tx, agency, from, until, after, page);
            goes_on = std::ssize(found) == page;
            for (const auto& c : found) {
                last = {c.received_at, c.id};
                const auto tracking_id = find_tracking_id(tx, agency, c.id);
                if ((which == Which::from_lapor && !tracking_id) || !may_see(c)) continue;
                const auto timeline = events::timeline(tx, agency, "case", c.id.value);
                if (auto row = follow_up_of(c, tracking_id.value_or(""), timeline, mapping.labels, directory))
                    lines += to_line(*row);
            }
        });
        after = last;
        out += lines;
    }
    return out;
}

} // namespace channels::sp4n_lapor
