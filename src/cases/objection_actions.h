// Whether a case waits for the answer to an objection, read from its events.
#pragma once
#include "cases/objection.h"

namespace db {
class Tx;
}

namespace cases {

/// Asks the database only for the few cases that can have one.
[[nodiscard]] std::optional<Objection> open_objection(db::Tx& tx, const Case& c);

} // namespace cases
