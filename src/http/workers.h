// A pool of threads with a bounded queue: the only place where handlers run. Those who wait are served in
// turns, one request of each line (address) after the other, so that many requests of one keep only that one
// waiting. A full queue is said at once, so that the edge can answer 503 instead of growing.
#pragma once
#include "http/address.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class Workers {
public:
    enum class Call { run, discard };
    using Job = std::move_only_function<void(Call)>; ///< called once, with discard when the pool stops before
                                                     ///< its turn

    explicit Workers(std::size_t max_queued);
    ~Workers();

    void start(std::size_t threads);
    /// False when the queue is full or the pool stops; the job is untouched then.
    [[nodiscard]] bool submit(const Address& line, Job& job);
    [[nodiscard]] std::size_t queued() const;
    /// Discards what waits, lets running jobs end.
    void stop();

private:
    void work();
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t max_queued_;
    std::size_t idle_ = 0;
    bool stopping_ = false;
    struct Turn {
        Address line;
        std::deque<Job> jobs; ///< never empty
    };
    Job next();
    std::size_t queued_ = 0;
    std::list<Turn> turns_; ///< whose turn comes next stands first
    std::map<std::array<std::uint8_t, 16>, std::list<Turn>::iterator> by_line_;
    std::vector<std::thread> threads_;
};

} // namespace http
