// Token bucket per key (an address, a login, a token): a burst, then a steady rate. Thread-safe, bounded
// memory: the keys longest unused are forgotten first. Refusal is `limit.reached` with the time to wait.
#pragma once
#include "base/result.h"
#include "base/time.h"

#include <chrono>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace http {

struct Rate {
    double burst = 10;              ///< tokens of a full bucket
    base::Duration per_token{1000}; ///< time in which one token comes back
    std::size_t max_keys = 100'000;
};

class RateLimit {
public:
    RateLimit(Rate rate, base::Now now);

    /// Takes `cost` tokens of the key, or none and says when to come back.
    [[nodiscard]] base::Result<void> take(std::string_view key, double cost = 1);
    /// Gives back what was taken for something that turned out well: only failures are to count.
    void give_back(std::string_view key, double cost = 1);
    /// A success clears the key: a login after some wrong passwords.
    void forget(std::string_view key);
    [[nodiscard]] std::size_t size() const;

private:
    struct Bucket {
        std::string key;
        double tokens;
        base::Time at;
    };
    Rate rate_;
    base::Now now_;
    mutable std::mutex mutex_;
    std::list<Bucket> recent_; ///< most recently used first
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

} // namespace http
