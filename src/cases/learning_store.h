// All SQL of what people decided about cases.
#pragma once
#include "cases/learning.h"

namespace db {
class Tx;
}

namespace cases {

/// The newest ones, the newest first.
[[nodiscard]] std::vector<DecidedCase> find_decided(db::Tx& tx, base::AgencyId agency, int most);

} // namespace cases
