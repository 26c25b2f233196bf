#include "channels/sp4n_lapor/recap_actions.h"

#include "base/encode.h"
#include "cases/period_actions.h"
#include "cases/visibility.h"
#include "channels/sp4n_lapor/import_store.h"
#include "channels/sp4n_lapor/workbook.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"

#include <algorithm>
#include <fstream>
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
            for (auto& c : rows) {
                last = {c.received_at, c.id};
                if (person ? !may_count(c, *person, directory) : !cases::is_known_to_public(c)) continue;
                auto tracking_id = find_tracking_id(tx, directory.id(), c.id);
                auto running = deadlines::deadlines_of(tx, directory.id(), {"case", c.id.value});
                found.push_back({std::move(c), tracking_id.value_or(""), std::move(running)});
            }
        });
        after = last;
        std::ranges::move(found, std::back_inserter(all));
    }
    return recap_of(all, directory, month, services.staff.now());
}

std::string recap_bytes(const Services& services, const agency::Directory& directory, const Recap& recap) {
    std::error_code ignored;
    std::filesystem::create_directories(services.folder, ignored);
    const auto file = services.folder / ("rekap-" + base::to_base64url(services.staff.random(12)) + ".xlsx");
    write_workbook(recap, directory.agency().name, directory.agency().zone, file);
    std::ifstream in(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::filesystem::remove(file, ignored);
    return bytes;
}

} // namespace channels::sp4n_lapor
