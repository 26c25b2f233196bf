#include "http/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace http {

RateLimit::RateLimit(Rate rate, base::Now now) : rate_(rate), now_(std::move(now)) {}

base::Result<void> RateLimit::take(std::string_view key, double cost) {
    std::lock_guard lock(mutex_);
    base::Time now = now_();
    auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        if (by_key_.size() >= rate_.max_keys && !recent_.empty()) {
            by_key_.erase(recent_.back().key);
            recent_.pop_back();
        }
        recent_.push_front({.key = std::string(key), .tokens = rate_.burst, .at = now});
        found = by_key_.emplace(recent_.front().key, recent_.begin()).first;
    } else {
        recent_.splice(recent_.begin(), recent_, found->second);
    }
    Bucket& bucket = *found->second;
    auto per_token = static_cast<double>(rate_.per_token.count());
    if (now > bucket.at) { // a clock set back gives nothing and takes nothing
        bucket.tokens =
            std::min(rate_.burst, bucket.tokens + static_cast<double>((now - bucket.at).count()) / per_token);
    }
    bucket.at = now;
    if (bucket.tokens + 1e-9 >= cost) {
        bucket.tokens -= cost;
        return {};
    }
    auto wait_ms = (std::min(cost, rate_.burst) - bucket.tokens) * per_token;
    return std::unexpected(
        base::Problem{.kind = base::Kind::limited,
                      .code = "limit.reached",
                      .retry_after = std::chrono::seconds(static_cast<long>(std::ceil(wait_ms / 1000.0)))});
}

void RateLimit::give_back(std::string_view key, double cost) {
    std::lock_guard lock(mutex_);
    auto found = by_key_.find(key);
    if (found != by_key_.end()) found->second->tokens = std::min(rate_.burst, found->second->tokens + cost);
}

void RateLimit::forget(std::string_view key) {
    std::lock_guard lock(mutex_);
    auto found = by_key_.find(key);
    if (found == by_key_.end()) return;
    auto bucket = found->second;
    by_key_.erase(found);
    recent_.erase(bucket);
}

std::size_t RateLimit::size() const {
    std::lock_guard lock(mutex_);
    return recent_.size();
}

} // namespace http
