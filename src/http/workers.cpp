#include "http/workers.h"

namespace http {

Workers::Workers(std::size_t max_queued) : max_queued_(max_queued) {}
Workers::~Workers() {
    stop();
}

void Workers::start(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

bool Workers::submit(const Address& line, Job& job) {
    {
        std::lock_guard lock(mutex_);
        // A job that an idle worker is about to take does not wait and needs no place in the queue.
        if (stopping_ || queued_ >= max_queued_ + idle_) return false;
        ++queued_;
        auto known = by_line_.find(line.bytes);
        if (known == by_line_.end())
            known =
                by_line_.emplace(line.bytes, turns_.insert(turns_.end(), {.line = line, .jobs = {}})).first;
        known->second->jobs.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

std::size_t Workers::queued() const {
    std::lock_guard lock(mutex_);
    return queued_;
}

Workers::Job Workers::next() {
    Turn& turn = turns_.front();
    Job job = std::move(turn.jobs.front());
    turn.jobs.pop_front();
    --queued_;
    if (turn.jobs.empty()) {
        by_line_.erase(turn.line.bytes);
        turns_.pop_front();
    } else {
        turns_.splice(turns_.end(), turns_, turns_.begin());
    }
    return job;
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        changed_.wait(lock, [&] { return stopping_ || queued_ > 0; });
        --idle_;
        if (stopping_) return;
        Job job = next();
        lock.unlock();
        job(Call::run);
        job = nullptr;
        lock.lock();
    }
}

void Workers::stop() {
    std::vector<Job> waiting;
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
        while (queued_ > 0)
            waiting.push_back(next());
    }
    changed_.notify_all();
    for (Job& job : waiting)
        job(Call::discard);
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

} // namespace http
