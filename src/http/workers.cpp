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

bool Workers::submit(Job& job) {
    {
        std::lock_guard lock(mutex_);
        // A job that an idle worker is about to take does not wait and needs no place in the queue.
        if (stopping_ || queue_.size() >= max_queued_ + idle_) return false;
        queue_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

std::size_t Workers::queued() const {
    std::lock_guard lock(mutex_);
    return queue_.size();
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        changed_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
        --idle_;
        if (stopping_) return;
        Job job = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        job(Call::run);
        job = nullptr;
        lock.lock();
    }
}

void Workers::stop() {
    std::deque<Job> waiting;
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
        waiting.swap(queue_);
    }
    changed_.notify_all();
    for (Job& job : waiting)
        job(Call::discard);
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

} // namespace http
