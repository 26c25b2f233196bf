#include "jobs/work.h"

#include "jobs/backoff.h"
#include "jobs/job_store.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace jobs {

namespace {

/// Until the handler is known, and for kinds that nobody handles here.
constexpr base::Duration first_lease = std::chrono::minutes(1);

template <class F> base::Result<void> guarded(F&& work) {
    try {
        return work();
    } catch (const std::exception& error) {
        return base::fail(base::Kind::broken, "job.broken", error.what());
    }
}

std::string said(const base::Problem& problem) {
    return problem.code + (problem.detail.empty() ? "" : ": " + problem.detail);
}

} // namespace

Work::Work(Runner::Parts parts) : parts_(std::move(parts)) {}

const Handler* Work::handler_of(std::string_view kind) const {
    const auto found = std::ranges::find(parts_.handlers, kind, &Handler::kind);
    return found == parts_.handlers.end() ? nullptr : &*found;
}

void Work::pick_up_expired(base::AgencyId agency, base::Time now) {
    const auto looked = looked_at_.find(agency);
    if (looked == looked_at_.end() || now < looked->second - most_skew)
        parts_.database.write([&](db::Tx& tx) { pull_in(tx, agency, now, now + most_skew); });
    looked_at_[agency] = now;
    base::Duration longest = first_lease;
    for (const Handler& handler : parts_.handlers)
        longest = std::max(longest, handler.lease);
    const base::Time latest = now + longest + most_skew;
    if (!parts_.database.read([&](db::Tx& tx) { return has_expired(tx, agency, now, latest); })) return;
    renew_leases(); // what runs here keeps running, though the time was set
    parts_.database.write([&](db::Tx& tx) {
        for (const Expired& job : find_expired(tx, agency, now, latest)) {
            const Handler* handler = handler_of(job.kind);
            // One that takes its process down each time must not do so for ever.
            if (handler && job.attempts >= handler->most_attempts)
                bury_expired(tx, agency, job.id, now, latest);
            else
                release_expired(tx, agency, job.id, now, latest);
        }
    });
}

std::optional<Job> Work::take(base::AgencyId agency, base::Time now) {
    if (!parts_.database.read([&](db::Tx& tx) { return has_due(tx, agency, now); })) return std::nullopt;
    return parts_.database.write([&](db::Tx& tx) {
        auto job = lease_one(tx, agency, parts_.holder, now, now + first_lease);
        if (!job) return job;
        if (const Handler* handler = handler_of(job->kind); handler && handler->lease != first_lease)
            (void)renew(tx, *job, parts_.holder, now + handler->lease);
        return job;
    });
}

bool Work::run_one(base::AgencyId agency, base::Time now) {
    const auto job = take(agency, now);
    if (!job) return false;
    run(*job);
    return true;
}

void Work::run(const Job& job) {
    const Handler* handler = handler_of(job.kind);
    if (!handler) {
        settle(job, nullptr, base::fail(base::Kind::broken, "job.unknown_kind", job.kind));
        return;
    }
    std::list<Running> mine{{job, handler->lease}};
    const auto at = mine.begin();
    {
        const std::lock_guard lock(mutex_);
        running_.splice(running_.end(), mine);
    }
    const auto outcome = guarded([&] { return handler->run(job); });
    {
        const std::lock_guard lock(mutex_);
        running_.erase(at);
    }
    settle(job, handler, outcome);
}

void Work::settle(const Job& job, const Handler* handler, const base::Result<void>& outcome) {
    const Handler usual{.kind = job.kind, .run = {}};
    const Handler& rules = handler ? *handler : usual;
    const double chance = outcome ? 0 : chance_from(parts_.random(8));
    const auto wait = wait_after(job.attempts, rules.first_wait, rules.longest_wait, chance);
    const bool is_last = job.attempts >= rules.most_attempts;
    const base::Time now = parts_.now();
    const bool kept = parts_.database.write([&](db::Tx& tx) {
        if (outcome) return finish(tx, job, parts_.holder);
        if (is_last) return bury(tx, job, parts_.holder, said(outcome.error()));
        return put_back(tx, job, parts_.holder, now + wait, said(outcome.error()));
    });
    if (!outcome)
        spdlog::warn("job {} {} of agency {} failed, attempt {}{}: {}", job.kind, job.id.value,
                     job.agency.value, job.attempts, is_last ? ", now dead" : "", said(outcome.error()));
    if (!kept)
        spdlog::warn("job {} {} of agency {} outlived its lease", job.kind, job.id.value, job.agency.value);
}

int Work::run_schedule(base::AgencyId agency, base::Time now) {
    int count = 0;
    for (const Periodic& periodic : parts_.schedule) {
        const base::Time latest = now + periodic.every + most_skew;
        const auto next =
            parts_.database.read([&](db::Tx& tx) { return find_next_turn(tx, agency, periodic.name); });
        if (next > now && next <= latest) continue;
        const bool is_mine = parts_.database.write([&](db::Tx& tx) {
            return take_turn(tx, agency, periodic.name, parts_.holder, now, now + periodic.every, latest);
        });
        if (!is_mine) continue;
        ++count;
        const auto outcome = guarded([&] { return periodic.run(agency); });
        if (!outcome)
            spdlog::warn("{} of agency {} failed: {}", periodic.name, agency.value, said(outcome.error()));
    }
    return count;
}

void Work::renew_leases() {
    std::vector<Running> now_running;
    {
        const std::lock_guard lock(mutex_);
        now_running.assign(running_.begin(), running_.end());
    }
    if (now_running.empty()) return;
    const base::Time now = parts_.now();
    parts_.database.write([&](db::Tx& tx) {
        for (const Running& each : now_running)
            (void)renew(tx, each.job, parts_.holder, now + each.lease);
    });
}

} // namespace jobs
