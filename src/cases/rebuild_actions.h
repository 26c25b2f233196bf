// Walks an agency's cases, items and events in short reads and says what does not agree. Changes nothing and
// may run beside a server at work.
#pragma once
#include "base/id.h"

#include <functional>
#include <string>
#include <vector>

namespace db {
class Database;
}

namespace cases {

struct Checked {
    std::int64_t cases = 0;
    std::int64_t events = 0; ///< numbered ones
    std::int64_t items = 0;
    std::int64_t wrong = 0;
};

/// What is wrong, as a line: "TGP-7K3M-9QXT: state, office" or "position 17 is missing".
using Tell = std::function<void(const std::string& line)>;

[[nodiscard]] Checked check_rebuild(db::Database& database, base::AgencyId agency, const Tell& told);

} // namespace cases
