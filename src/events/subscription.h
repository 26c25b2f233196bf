// Durable subscriptions: each subscriber has its own cursor and sees every event once and in order, as far as
// its effects are rows of the same unit of work; effects outside happen at least once.
#pragma once
#include "db/database.h"
#include "events/event.h"

namespace events {

struct Subscriber {
    std::string name; ///< names the cursor: never changed once in use
    /// Runs in the unit of work that moves the cursor. A problem or exception leaves the cursor where it was;
    /// the event comes again, and those behind it wait.
    std::function<base::Result<void>(db::Tx& tx, base::AgencyId agency, const Stored& event)> handle;
    /// Kinds of events that concern it; empty: all. Others are passed over without being read.
    std::function<bool(std::string_view kind)> follows = {};
};

/// Hands on what is numbered, at most `most` in one unit of work; gives how many. Nodes take turns at the
/// cursor's row.
[[nodiscard]] base::Result<int> deliver(db::Database& database, base::AgencyId agency,
                                        const Subscriber& subscriber, int most = 100);

} // namespace events
