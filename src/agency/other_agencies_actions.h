// The other agencies of this installation, as one that hands a case over knows them.
#pragma once
#include "agency/other_agency.h"

#include <optional>
#include <vector>

namespace db {
class Tx;
}

namespace agency {

/// By name, without the agency itself.
[[nodiscard]] std::vector<OtherAgency> other_agencies(db::Tx& tx, base::AgencyId agency);
/// Null when there is none of that id, or it is the agency itself.
[[nodiscard]] std::optional<OtherAgency> other_agency(db::Tx& tx, base::AgencyId agency,
                                                      base::AgencyId other);

} // namespace agency
