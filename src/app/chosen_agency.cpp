#include "app/chosen_agency.h"

#include "base/encode.h"

namespace app {

base::Result<base::AgencyId> agency_of(House& house, std::int64_t wanted) {
    auto all = house.directories.agencies();
    if (wanted == 0 && all.size() == 1) return all.front();
    for (auto id : all)
        if (id.value == wanted) return id;
    return base::fail(base::Kind::not_found, "agency.unknown",
                      all.empty() ? "there is no agency yet: tanggap setup makes one"
                                  : "name one of the agencies with --agency");
}

std::string new_password(House& house) {
    return base::to_base64url(house.random(15));
}

} // namespace app
