// Work that must happen though nobody waits for it: a durable row, run at least once, never by two at a time
// under a valid lease. Handlers are shallow and idempotent.
#pragma once
#include "base/id.h"

#include <boost/describe.hpp>

#include <functional>
#include <optional>
#include <string>

namespace jobs {

using JobId = base::Id<struct JobTag>;

struct NewJob {
    std::string kind;      ///< decides the handler: "outgoing.send"
    std::string name;      ///< unique per agency and kind among what waits or runs: "reply-123"
    std::string data = {}; ///< JSON
    base::Time run_at = {};
};

struct Job {
    base::AgencyId agency;
    JobId id;
    std::string kind = {};
    std::string name = {};
    std::string data = {};
    int attempts = 0; ///< this one included
    base::Time run_at = {};
};
BOOST_DESCRIBE_STRUCT(Job, (), (agency, id, kind, name, data, attempts, run_at))

/// A dead letter: all attempts failed; waits for a person.
struct Dead {
    JobId id;
    std::string kind = {};
    std::string name = {};
    std::string data = {};
    int attempts = 0;
    std::optional<std::string> last_problem = {};
    base::Time created_at = {};
};
BOOST_DESCRIBE_STRUCT(Dead, (), (id, kind, name, data, attempts, last_problem, created_at))

struct Counts {
    std::int64_t waiting = 0;
    std::int64_t running = 0;
    std::int64_t dead = 0;
    std::optional<base::Time> oldest_due = {}; ///< of the waiting
};
BOOST_DESCRIBE_STRUCT(Counts, (), (waiting, running, dead, oldest_due))

/// How jobs of a kind are run.
struct Handler {
    std::string kind;
    /// A problem or exception means: again later.
    std::function<base::Result<void>(const Job& job)> run;
    int most_attempts = 10;
    base::Duration lease = std::chrono::minutes(1); ///< renewed while it runs
    base::Duration first_wait = std::chrono::seconds(2);
    base::Duration longest_wait = std::chrono::hours(1);
};

/// Something done every so often for each agency, by one node at a time.
struct Periodic {
    std::string name; ///< "deadlines.sweep"
    base::Duration every;
    std::function<base::Result<void>(base::AgencyId agency)> run;
};

/// Clocks of two nodes that differ by more are wrong: what lies further ahead than it could, was given by a
/// clock that has been set back since.
inline constexpr std::chrono::minutes most_skew{5};

/// The topic signalled when a job was queued (db::Database::listen).
inline constexpr std::string_view queued = "jobs.queued";

} // namespace jobs
