// SQL of the other agencies. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"

namespace agency::store {

struct OtherRow {
    base::AgencyId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OtherRow, (), (id, name))
[[nodiscard]] std::vector<OtherRow> others(db::Tx& tx, base::AgencyId agency);

} // namespace agency::store
