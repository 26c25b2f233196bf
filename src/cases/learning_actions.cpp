#include "cases/learning_actions.h"

#include "cases/learning_store.h"

#include <algorithm>

namespace cases {

std::vector<DecidedCase> decided_cases(db::Tx& tx, base::AgencyId agency) {
    auto out = find_decided(tx, agency, most_decided_cases);
    std::ranges::reverse(out);
    return out;
}

} // namespace cases
