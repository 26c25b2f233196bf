// Gives the events of an agency their gapless positions after they were committed. Any number of nodes may
// try: the lease decides who does, and its row, locked while numbering, makes it right even when clocks
// disagree.
#pragma once
#include "base/id.h"
#include "base/time.h"
#include "db/database.h"

namespace events {

class Sequencer {
public:
    /// `holder` names this node; a lease not renewed for `lease` falls to another.
    Sequencer(db::Database& database, base::Now now, std::string holder,
              base::Duration lease = std::chrono::seconds(5))
        : database_(database), now_(std::move(now)), holder_(std::move(holder)), lease_(lease) {}

    /// Numbers what is visible, oldest id first, at most `most`; gives how many. 0 also when another node has
    /// the lease.
    int number(base::AgencyId agency, int most = 1000);

private:
    db::Database& database_;
    base::Now now_;
    std::string holder_;
    base::Duration lease_;
};

} // namespace events
