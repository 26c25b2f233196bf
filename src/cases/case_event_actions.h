// Writing what happened to a case into the events of its agency, in the caller's unit of work.
#pragma once
#include "base/json.h"
#include "cases/actor.h"
#include "cases/event.h"

namespace db {
class Tx;
}

namespace cases {

void append_event(db::Tx& tx, base::IdSource& ids, const Case& after, const Event& event);

enum class ReadBy { staff, everybody };
/// A fact beside its life: a rating, a doubt. It changes neither the row nor the clocks.
void append_fact(db::Tx& tx, base::IdSource& ids, const Case& c, std::string_view kind, const Actor& by,
                 base::Time at, ReadBy read_by, base::json::Object data);

} // namespace cases
