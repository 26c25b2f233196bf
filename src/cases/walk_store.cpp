#include "cases/walk_store.h"

#include "db/tx.h"

namespace cases {

void begin_walking(db::Tx& tx) {
    if (tx.engine() == db::Engine::postgres)
        tx.script("set local plan_cache_mode = force_generic_plan; set local enable_sort = off");
}

void end_walking(db::Tx& tx) {
    if (tx.engine() == db::Engine::postgres)
        tx.script("set local plan_cache_mode = auto; set local enable_sort = on");
}

} // namespace cases
