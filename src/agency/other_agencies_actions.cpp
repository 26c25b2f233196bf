#include "agency/other_agencies_actions.h"

#include "agency/other_agencies_store.h"

#include <algorithm>

namespace agency {

std::vector<OtherAgency> other_agencies(db::Tx& tx, base::AgencyId agency) {
    std::vector<OtherAgency> out;
    for (auto& row : store::others(tx, agency))
        out.push_back({row.id, std::move(row.name)});
    return out;
}

std::optional<OtherAgency> other_agency(db::Tx& tx, base::AgencyId agency, base::AgencyId other) {
    auto all = other_agencies(tx, agency);
    const auto found = std::ranges::find(all, other, &OtherAgency::id);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

} // namespace agency
