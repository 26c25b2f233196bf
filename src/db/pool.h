// Connections lent to one thread at a time, made when first needed, at most `size`. Thread-safe; throws
// Unavailable when none comes back in time.
#pragma once
#include "db/connection.h"

#include <condition_variable>
#include <functional>

namespace db {

class Pool {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    Pool(int size, std::chrono::milliseconds patience, Make make)
        : make_(std::move(make)), patience_(patience), left_(size < 1 ? 1 : size) {}

    class Lent {
    public:
        Lent(Pool& pool, std::unique_ptr<Connection> connection, std::int64_t generation)
            : pool_(pool), connection_(std::move(connection)), generation_(generation) {}
        Lent(const Lent&) = delete;
        Lent& operator=(const Lent&) = delete;
        ~Lent() { pool_.take_back(std::move(connection_), generation_); }
        Connection& operator*() { return *connection_; }
        Connection* operator->() { return connection_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
        std::int64_t generation_;
    };

    [[nodiscard]] Lent lend();
    /// The idle ones and those out now are not used again: the server was away.
    void renew();

private:
    void take_back(std::unique_ptr<Connection> connection, std::int64_t generation) noexcept;

    Make make_;
    std::chrono::milliseconds patience_;
    std::mutex mutex_;
    std::condition_variable back_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int left_; ///< how many more may be lent
    std::int64_t generation_ = 0;
};

} // namespace db
