// All SQL of what people decided about cases.
#pragma once
#include "cases/learning.h"

namespace db {
class Tx;
}

namespace cases {

struct ToLearn {
    CaseId id;
    bool is_decided = false;
    bool is_archived = false;
    std::string text; ///< empty where nobody decided
    Kind kind = Kind::complaint;
    std::optional<std::string> topic;
    std::optional<OfficeId> office;
    base::Time received_at{};
};
/// All cases below an id, decided or not, the newest first.
[[nodiscard]] std::vector<ToLearn> find_to_learn(db::Tx& tx, base::AgencyId agency, CaseId before, int most);

} // namespace cases
