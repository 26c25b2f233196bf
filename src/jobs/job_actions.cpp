#include "jobs/job_actions.h"

#include "jobs/job_store.h"

namespace jobs {

Queued enqueue(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const NewJob& job, base::Time now) {
    const bool is_fresh = insert_or_merge(tx, agency, ids.next<JobId>(), job, now);
    if (job.run_at <= now) tx.signal(queued);
    return is_fresh ? Queued::fresh : Queued::known;
}

Counts counts(db::Tx& tx, base::AgencyId agency) {
    return count(tx, agency);
}

std::vector<Dead> dead_letters(db::Tx& tx, base::AgencyId agency, JobId after, int most) {
    return find_dead(tx, agency, after, most);
}

base::Result<void> retry(db::Tx& tx, base::AgencyId agency, JobId id, base::Time now) {
    const auto dead = find_dead_one(tx, agency, id);
    if (!dead) return base::fail(base::Kind::not_found, "job.not_found");
    // Under the same id again; one of the same name that waits by now takes its place.
    remove_dead(tx, agency, id);
    (void)insert_or_merge(tx, agency, id,
                          {.kind = dead->kind, .name = dead->name, .data = dead->data, .run_at = now},
                          dead->created_at);
    tx.signal(queued);
    return {};
}

base::Result<void> discard(db::Tx& tx, base::AgencyId agency, JobId id) {
    if (!find_dead_one(tx, agency, id)) return base::fail(base::Kind::not_found, "job.not_found");
    remove_dead(tx, agency, id);
    return {};
}

} // namespace jobs
