// Writing what happened to a case into the events of its agency, in the caller's unit of work.
#pragma once
#include "cases/event.h"

namespace db {
class Tx;
}

namespace cases {

void append_event(db::Tx& tx, base::IdSource& ids, const Case& after, const Event& event);

} // namespace cases
