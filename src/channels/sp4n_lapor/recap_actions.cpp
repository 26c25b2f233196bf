#include "channels/sp4n_lapor/recap_actions.h"

#include "base/encode.h"
#include "cases/beside_actions.h"
#include "cases/period_actions.h"
#include "cases/visibility.h"
#include "channels/sp4n_lapor/import_store.h"
#include "db/database.h"

#include <algorithm>
#include <iterator>

namespace channels::sp4n_lapor {
namespace {

using staff::Role;
constexpr cases::RoleSet counting{Role::coordinator, Role::head, Role::auditor, Role::administrator};

} // namespace

bool may_count(const cases::Case& c, const staff::Principal& person, const agency::Directory& directory) {
    if (!cases::is_known_to_public(c)) return false;
    return cases::actor_for(c, person.staff, person.roles, directory.offices()).roles.meets(counting);
}

bool may_recap(const staff::Principal& person) {
    return std::ranges::any_of(person.roles, [](const auto& held) { return counting.has(held.role); });
}

Recap read_recap(const Services& services, const agency::Directory& directory, const Month& month,
                 const staff::Principal* person) {
    constexpr int page = 500; ///< cases of one read
    std::vector<RecapCase> all;
    cases::ReceivedKey after{};
    for (bool goes_on = true; goes_on;) {
        std::vector<RecapCase> found;
        auto last = after;
        services.staff.database.read([&](db::Tx& tx) {
            found.clear();
            last = after;
            auto rows = cases::cases_of_period(tx, directory.id(), month.from, month.until, after, page);
            goes_on = std::ssize(rows) == page;
            auto clocks = cases::clocks_of(tx, rows);
            for (auto& c : rows) {
                last = {c.received_at, c.id};
                if (person ? !may_count(c, *person, directory) : !cases::is_known_to_public(c)) continue;
                auto tracking_id = find_tracking_id(tx, directory.id(), c.id);
                auto running = std::move(clocks[c.id]);
                found.push_back({std::move(c), tracking_id.value_or(""), std::move(running)});
            }
        });
        after = last;
        std::ranges::move(found, std::back_inserter(all));
    }
    return recap_of(all, directory, month, services.staff.now());
}

std::filesystem::path scratch_file(const Services& services) {
    std::error_code ignored; // what cannot be made cannot be written either, and then says so
    std::filesystem::create_directories(services.folder, ignored);
    return services.folder / ("rekap-" + base::to_base64url(services.staff.random(12)) + ".xlsx");
}

} // namespace channels::sp4n_lapor
