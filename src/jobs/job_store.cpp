#include "jobs/job_store.h"

namespace jobs {

namespace {

using base::AgencyId;
using base::Time;
using db::Query;

constexpr Query<void(AgencyId, JobId, std::string, std::string, std::string, Time, Time)> insert_job{
    "jobs.insert",
    "insert into jobs (agency, id, kind, name, data, state, run_at, attempts, created_at) values (:agency, "
    ":id, :kind, :name, :data, 'waiting', :run_at, 0, :now) on conflict do nothing"};

// One that waits keeps its data and comes at the earlier time. One that runs has read its data already: its
// run_at moves on, and finish() sees that and lets it run again.
constexpr Query<void(Time, std::string, AgencyId, std::string, std::string)> merge_job{
    "jobs.merge",
    "update jobs set run_at = case when state = 'running' then case when :run_at > run_at then :run_at else "
    "run_at + 1 "
    "end when :run_at < run_at then :run_at else run_at end, data = case when state = 'running' then :data "
    "else data "
    "end where agency = :agency and kind = :kind and name = :name and state in ('waiting', 'running')"};

constexpr Query<int(AgencyId, Time)> select_due{
    "jobs.has_due",
    "select 1 from jobs where agency = :agency and state = 'waiting' and run_at <= :now limit 1"};
// A lease that ends after `latest`, when every lease given by this clock is over, was given by a clock that
// has been set back since: whoever held it would have renewed it.
constexpr Query<int(AgencyId, Time, Time)> select_any_expired{
    "jobs.has_expired", "select 1 from jobs where agency = :agency and state = 'running' and (lease_until < "
                        ":now or lease_until > :latest) limit 1"};

constexpr Query<Job(std::string, Time, AgencyId, Time)> lease_due{
    "jobs.lease",
    "update jobs set state = 'running', lease_holder = :holder, lease_until = :until, attempts = attempts "
    "+ 1 where agency = :agency and state = 'waiting' and id = (select id from jobs where agency = :agency "
    "and state = 'waiting' and run_at <= :now order by run_at, id limit 1 {for update skip locked}) "
    "returning agency, id, kind, name, data, attempts, run_at"};

constexpr Query<void(Time, AgencyId, JobId, std::string, int)> renew_lease{
    "jobs.renew",
    "update jobs set lease_until = :until where agency = :agency and id = :id and state = 'running' and "
    "lease_holder = :holder and attempts = :attempts"};

constexpr Query<Expired(AgencyId, Time, Time)> select_expired{
    "jobs.find_expired",
    "select id, kind, attempts from jobs where agency = :agency and state = 'running' and "
    "(lease_until < :now or lease_until > :latest) order by id limit 100 {for update skip locked}"};
constexpr Query<void(Time, AgencyId, JobId, Time)> update_expired{
    "jobs.release_expired",
    "update jobs set state = 'waiting', lease_holder = null, lease_until = null, run_at = case when run_at > "
    ":now then "
    ":now else run_at end where agency = :agency and id = :id and state = 'running' and (lease_until < :now "
    "or lease_until > :latest)"};
constexpr Query<void(AgencyId, JobId, Time, Time)> bury_expired_job{
    "jobs.bury_expired",
    "update jobs set state = 'dead', lease_holder = null, lease_until = null, last_problem = "
    "'its runner died' where agency = :agency and id = :id and state = 'running' and (lease_until < "
    ":now or lease_until > :latest)"};

constexpr Query<void(Time, AgencyId, Time)> update_ahead{
    "jobs.pull_in", "update jobs set run_at = :now, created_at = :now where agency = :agency and state = "
                    "'waiting' and run_at > :latest and created_at > :latest"};

constexpr Query<void(AgencyId, JobId, std::string, int, Time)> delete_done{
    "jobs.finish",
    "delete from jobs where agency = :agency and id = :id and state = 'running' and lease_holder = :holder "
    "and attempts = :attempts and run_at = :run_at"};
constexpr Query<void(AgencyId, JobId, std::string, int)> wait_again{
    "jobs.run_again",
    "update jobs set state = 'waiting', attempts = 0, lease_holder = null, lease_until = null, "
    "last_problem = null where agency = :agency and id = :id and state = 'running' and lease_holder = "
    ":holder and attempts = :attempts"};
constexpr Query<void(Time, std::string, AgencyId, JobId, std::string, int)> wait_longer{
    "jobs.put_back",
    "update jobs set state = 'waiting', run_at = :run_at, last_problem = :problem, lease_holder = null, "
    "lease_until = null where agency = :agency and id = :id and state = 'running' and lease_holder = "
    ":holder and attempts = :attempts"};
constexpr Query<void(std::string, AgencyId, JobId, std::string, int, Time)> bury_job{
    "jobs.bury",
    "update jobs set state = 'dead', last_problem = :problem, lease_holder = null, lease_until = null where "
    "agency = :agency and id = :id and state = 'running' and lease_holder = :holder and attempts = "
    ":attempts and run_at = :run_at"};

constexpr Query<Counts(AgencyId)> select_counts{
    "jobs.count", "select coalesce(sum(case when state = 'waiting' then 1 else 0 end), 0), coalesce(sum(case "
                  "when state = 'running' "
                  "then 1 else 0 end), 0), coalesce(sum(case when state = 'dead' then 1 else 0 end), 0), "
                  "min(case when state = "
                  "'waiting' then run_at end) from jobs where agency = :agency"};

constexpr Query<Dead(AgencyId, JobId, int)> select_dead{
    "jobs.find_dead",
    "select id, kind, name, data, attempts, last_problem, created_at from jobs where agency = :agency "
    "and state = 'dead' and id > :after order by id limit :most"};
constexpr Query<Dead(AgencyId, JobId)> select_dead_one{
    "jobs.find_dead_one",
    "select id, kind, name, data, attempts, last_problem, created_at from jobs where agency = "
    ":agency and id = :id and state = 'dead' {for update}"};
constexpr Query<void(AgencyId, JobId)> delete_dead{
    "jobs.remove_dead", "delete from jobs where agency = :agency and id = :id and state = 'dead'"};

constexpr Query<Time(AgencyId, std::string)> select_turn{
    "jobs.find_turn", "select until_at from leases where agency = :agency and name = :name"};
constexpr Query<void(std::string, Time, AgencyId, std::string, Time, Time)> update_turn{
    "jobs.take_turn",
    "update leases set holder = :holder, until_at = :next where agency = :agency and name = :name and "
    "(until_at <= :now or until_at > :latest)"};
constexpr Query<void(AgencyId, std::string, std::string, Time)> insert_turn{
    "jobs.first_turn",
    "insert into leases (agency, name, holder, until_at) values (:agency, :name, :holder, :next) on "
    "conflict do nothing"};

std::string lease_of(std::string_view periodic) {
    return "schedule:" + std::string(periodic);
}

} // namespace

bool insert_or_merge(db::Tx& tx, AgencyId agency, JobId id, const NewJob& job, Time now) {
    // Between the two statements the other one may end, on PostgreSQL; then the next insert succeeds.
    for (;;) {
        if (tx.run(insert_job, agency, id, job.kind, job.name, job.data, job.run_at, now) == 1) return true;
        if (tx.run(merge_job, job.run_at, job.data, agency, job.kind, job.name) == 1) return false;
    }
}

bool has_due(db::Tx& tx, AgencyId agency, Time now) {
    return tx.one(select_due, agency, now).has_value();
}

bool has_expired(db::Tx& tx, AgencyId agency, Time now, Time latest) {
    return tx.one(select_any_expired, agency, now, latest).has_value();
}

std::optional<Job> lease_one(db::Tx& tx, AgencyId agency, std::string_view holder, Time now, Time until) {
    return tx.one(lease_due, holder, until, agency, now);
}

bool renew(db::Tx& tx, const Job& job, std::string_view holder, Time until) {
    return tx.run(renew_lease, until, job.agency, job.id, holder, job.attempts) == 1;
}

std::vector<Expired> find_expired(db::Tx& tx, AgencyId agency, Time now, Time latest) {
    return tx.all(select_expired, agency, now, latest);
}

void release_expired(db::Tx& tx, AgencyId agency, JobId id, Time now, Time latest) {
    tx.run(update_expired, now, agency, id, latest);
}

void bury_expired(db::Tx& tx, AgencyId agency, JobId id, Time now, Time latest) {
    tx.run(bury_expired_job, agency, id, now, latest);
}

void pull_in(db::Tx& tx, AgencyId agency, Time now, Time latest) {
    tx.run(update_ahead, now, agency, latest);
}

bool finish(db::Tx& tx, const Job& job, std::string_view holder) {
    if (tx.run(delete_done, job.agency, job.id, holder, job.attempts, job.run_at) == 1) return true;
    return tx.run(wait_again, job.agency, job.id, holder, job.attempts) == 1;
}

bool put_back(db::Tx& tx, const Job& job, std::string_view holder, Time run_at, std::string_view problem) {
    return tx.run(wait_longer, run_at, problem, job.agency, job.id, holder, job.attempts) == 1;
}

bool bury(db::Tx& tx, const Job& job, std::string_view holder, std::string_view problem) {
    if (tx.run(bury_job, problem, job.agency, job.id, holder, job.attempts, job.run_at) == 1) return true;
    return tx.run(wait_again, job.agency, job.id, holder, job.attempts) == 1;
}

Counts count(db::Tx& tx, AgencyId agency) {
    return tx.one(select_counts, agency).value_or(Counts{});
}

std::vector<Dead> find_dead(db::Tx& tx, AgencyId agency, JobId after, int most) {
    return tx.all(select_dead, agency, after, most);
}

std::optional<Dead> find_dead_one(db::Tx& tx, AgencyId agency, JobId id) {
    return tx.one(select_dead_one, agency, id);
}

void remove_dead(db::Tx& tx, AgencyId agency, JobId id) {
    tx.run(delete_dead, agency, id);
}

Time find_next_turn(db::Tx& tx, AgencyId agency, std::string_view name) {
    return tx.one(select_turn, agency, lease_of(name)).value_or(Time{});
}

bool take_turn(db::Tx& tx, AgencyId agency, std::string_view name, std::string_view holder, Time now,
               Time next, Time latest) {
    if (tx.run(update_turn, holder, next, agency, lease_of(name), now, latest) == 1) return true;
    return tx.run(insert_turn, agency, lease_of(name), holder, next) == 1;
}

} // namespace jobs
