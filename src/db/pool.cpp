#include "db/pool.h"

namespace db {

Pool::Lent Pool::lend() {
    std::unique_ptr<Connection> connection;
    std::int64_t generation = 0;
    {
        std::unique_lock lock(mutex_);
        if (!back_.wait_for(lock, patience_, [this] { return left_ > 0; }))
            throw Unavailable("no connection to the database is free");
        --left_;
        generation = generation_;
        if (!idle_.empty()) {
            connection = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    try {
        if (!connection) connection = make_();
    } catch (...) {
        take_back(nullptr, generation);
        throw;
    }
    return {*this, std::move(connection), generation};
}

void Pool::renew() {
    std::vector<std::unique_ptr<Connection>> old;
    const std::lock_guard lock(mutex_);
    ++generation_;
    old.swap(idle_);
}

void Pool::take_back(std::unique_ptr<Connection> connection, std::int64_t generation) noexcept {
    bool good = false;
    if (connection) {
        connection->roll_back();
        good = !connection->is_lost();
    }
    {
        const std::lock_guard lock(mutex_);
        if (good && generation == generation_) idle_.push_back(std::move(connection));
        ++left_;
    }
    back_.notify_one();
}

} // namespace db
