// The agency, offices, topics, rules, accounts and staff of a scenario.
#pragma once
#include "app/house.h"
#include "app/scenario.h"
#include "base/json.h"
#include "staff/principal.h"

namespace app {

struct SeededPerson {
    staff::StaffId id;
    std::vector<staff::HeldRole> roles;
};

struct SeededAgency {
    base::AgencyId id;
    agency::DirectoryPtr directory;
    std::map<std::string, agency::OfficeId, std::less<>> offices;   ///< by key
    std::map<std::string, agency::AccountId, std::less<>> accounts; ///< by key
    std::vector<SeededPerson> people;
    base::json::Object printed; ///< agency, staff, accounts with their tokens
};

[[nodiscard]] base::Result<base::Zone> zone_of(std::span<const ScenarioFile> files);
[[nodiscard]] base::Result<SeededAgency> seed_agency(House& house, std::span<const ScenarioFile> files);

} // namespace app
