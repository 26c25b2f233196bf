// All SQL of jobs, and of the leases of the schedule.
#pragma once
#include "db/tx.h"
#include "jobs/job.h"

namespace jobs {

/// Inserts, or merges with one of the same name that waits or runs; gives true for a new row.
bool insert_or_merge(db::Tx& tx, base::AgencyId agency, JobId id, const NewJob& job, base::Time now);

[[nodiscard]] bool has_due(db::Tx& tx, base::AgencyId agency, base::Time now);
/// `latest`: no lease given by a right clock ends after it.
[[nodiscard]] bool has_expired(db::Tx& tx, base::AgencyId agency, base::Time now, base::Time latest);

/// The most urgent due one, leased.
[[nodiscard]] std::optional<Job> lease_one(db::Tx& tx, base::AgencyId agency, std::string_view holder,
                                           base::Time now, base::Time until);
/// False when the lease was lost.
[[nodiscard]] bool renew(db::Tx& tx, const Job& job, std::string_view holder, base::Time until);

struct Expired {
    JobId id;
    std::string kind = {};
    int attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Expired, (), (id, kind, attempts))
[[nodiscard]] std::vector<Expired> find_expired(db::Tx& tx, base::AgencyId agency, base::Time now,
                                                base::Time latest);
/// Those of a holder that died: waiting again.
void release_expired(db::Tx& tx, base::AgencyId agency, JobId id, base::Time now, base::Time latest);
void bury_expired(db::Tx& tx, base::AgencyId agency, JobId id, base::Time now, base::Time latest);

/// Those that were queued after `latest`, as only a wrong clock can have said: due now.
void pull_in(db::Tx& tx, base::AgencyId agency, base::Time now, base::Time latest);

// What became of a leased job; each gives false when the lease was lost meanwhile.
/// Gone; or waiting once more, when it was queued again while it ran.
bool finish(db::Tx& tx, const Job& job, std::string_view holder);
bool put_back(db::Tx& tx, const Job& job, std::string_view holder, base::Time run_at,
              std::string_view problem);
/// Dead; or waiting from the start, likewise.
bool bury(db::Tx& tx, const Job& job, std::string_view holder, std::string_view problem);

[[nodiscard]] Counts count(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::vector<Dead> find_dead(db::Tx& tx, base::AgencyId agency, JobId after, int most);
[[nodiscard]] std::optional<Dead> find_dead_one(db::Tx& tx, base::AgencyId agency, JobId id);
void remove_dead(db::Tx& tx, base::AgencyId agency, JobId id);

/// When the periodic of a name may run next; 0 when it never ran.
[[nodiscard]] base::Time find_next_turn(db::Tx& tx, base::AgencyId agency, std::string_view name);
/// Takes the turn that is due, or that lies after `latest` and so was given by a wrong clock: true for one
/// node only.
[[nodiscard]] bool take_turn(db::Tx& tx, base::AgencyId agency, std::string_view name,
                             std::string_view holder, base::Time now, base::Time next, base::Time latest);

} // namespace jobs
