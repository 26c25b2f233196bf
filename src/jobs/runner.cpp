#include "jobs/runner.h"

#include "jobs/work.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <thread>

namespace jobs {

namespace {

void sleep(const std::stop_token& stop, std::chrono::milliseconds most) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, most, [] { return false; });
}

} // namespace

struct Runner::Threads {
    std::mutex mutex;
    std::condition_variable_any rung;
    std::int64_t rings = 0; ///< so that a ring between looking and waiting is not missed
    std::vector<std::jthread> all;
    std::shared_ptr<void> listening; // last: it rings while it lives

    void ring() {
        {
            const std::lock_guard lock(mutex);
            ++rings;
        }
        rung.notify_all();
    }
    [[nodiscard]] std::int64_t rings_so_far() {
        const std::lock_guard lock(mutex);
        return rings;
    }
    void wait(const std::stop_token& stop, std::int64_t seen, std::chrono::milliseconds most) {
        std::unique_lock lock(mutex);
        rung.wait_for(lock, stop, most, [&] { return rings != seen; });
    }
};

Runner::Runner(Parts parts)
    : work_(std::make_unique<Work>(std::move(parts))), threads_(std::make_unique<Threads>()) {}

Runner::~Runner() {
    stop();
}

int Runner::run_due(base::Time now) {
    int total = 0;
    for (int count = 1; count > 0; total += count) {
        count = 0;
        for (const auto agency : work_->parts().agencies()) {
            work_->pick_up_expired(agency, now);
            count += work_->run_schedule(agency, now);
            while (work_->run_one(agency, now))
                ++count;
        }
    }
    return total;
}

int Runner::run_due() {
    return run_due(work_->parts().now());
}

void Runner::start() {
    const Parts& parts = work_->parts();
    threads_->listening =
        parts.database.listen(std::string(queued), [threads = threads_.get()] { threads->ring(); });
    for (int i = 0; i < parts.threads; ++i)
        threads_->all.emplace_back([this](const std::stop_token& stop) { run_jobs(stop); });
    threads_->all.emplace_back([this](const std::stop_token& stop) { run_schedule(stop); });
    threads_->all.emplace_back([this](const std::stop_token& stop) { keep_leases(stop); });
}

void Runner::stop() {
    threads_->listening.reset();
    // The last thread renews the leases of those that still finish.
    for (std::size_t i = 0; i + 1 < threads_->all.size(); ++i)
        threads_->all[i].request_stop();
    for (auto& thread : threads_->all) {
        thread.request_stop();
        thread.join();
    }
    threads_->all.clear();
}

void Runner::run_jobs(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto seen = threads_->rings_so_far();
        bool anything = false;
        for (const auto agency : agencies_or_none()) {
            if (stop.stop_requested()) return;
            anything |= tried([&] { return work_->run_one(agency, work_->parts().now()); });
        }
        if (!anything) threads_->wait(stop, seen, work_->parts().poll);
    }
}

void Runner::run_schedule(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        for (const auto agency : agencies_or_none()) {
            if (stop.stop_requested()) return;
            tried([&] {
                work_->pick_up_expired(agency, work_->parts().now());
                return work_->run_schedule(agency, work_->parts().now()) > 0;
            });
        }
        sleep(stop, work_->parts().poll);
    }
}

void Runner::keep_leases(const std::stop_token& stop) {
    base::Duration shortest = std::chrono::minutes(1);
    for (const Handler& handler : work_->parts().handlers)
        shortest = std::min(shortest, handler.lease);
    while (!stop.stop_requested()) {
        tried([&] {
            work_->renew_leases();
            return true;
        });
        sleep(stop, shortest / 3);
    }
}

std::vector<base::AgencyId> Runner::agencies_or_none() {
    std::vector<base::AgencyId> agencies;
    tried([&] {
        agencies = work_->parts().agencies();
        return true;
    });
    return agencies;
}

bool Runner::tried(const std::function<bool()>& work) {
    try {
        return work();
    } catch (const std::exception& error) {
        spdlog::error("jobs stand still: {}", error.what());
        return false;
    }
}

} // namespace jobs
