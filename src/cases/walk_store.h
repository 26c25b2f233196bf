// How lists are planned.
#pragma once

namespace db {
class Tx;
}

namespace cases {

void begin_walking(db::Tx& tx);
void end_walking(db::Tx& tx);

/// What `list` asks walks along the index that each statement was written for, with one plan for all values.
/// Left to itself, PostgreSQL thinks that next to no case fits, and reads and sorts all of them instead: its
/// sorting is switched off meanwhile. SQLite plans so anyway.
template <class List> auto walking(db::Tx& tx, List list) {
    begin_walking(tx);
    auto found = list();
    end_walking(tx);
    return found;
}

} // namespace cases
