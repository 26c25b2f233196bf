#include "transparency/page_cache.h"

#include <algorithm>

namespace transparency {
namespace {

constexpr base::Duration good_for = std::chrono::seconds(1);
/// "3 jam lagi" goes on meanwhile.
constexpr base::Duration drawn_for = std::chrono::seconds(30);
/// Pages a second, of all that are kept, from which on nobody is asked whether something happened.
constexpr int crowd = 20;
/// Whoever began to draw it should be done by then.
constexpr base::Duration drawing = std::chrono::milliseconds(500);

bool is_within(base::Time since, base::Duration span, base::Time now) {
    return now >= since && now - since < span;
}

} // namespace

bool PageCache::is_crowded(base::Time now) {
    const auto second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (second != second_) {
        asked_in_second_before_ = second == second_ + 1 ? asked_in_second_ : 0;
        asked_in_second_ = 0;
        second_ = second;
    }
    ++asked_in_second_;
    return std::max(asked_in_second_, asked_in_second_before_) > crowd;
}

std::optional<PageCache::Found> PageCache::find(const std::string& key, base::Time now) {
    const std::lock_guard lock(mutex_);
    const bool crowded = is_crowded(now);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return std::nullopt;
    Entry& entry = *found->second;
    recent_.splice(recent_.begin(), recent_, found->second);
    if (crowded && (is_within(entry.good_at, good_for, now) || is_within(entry.asked_at, drawing, now)))
        return Found{.body = entry.body};
    entry.asked_at = now;
    if (is_within(entry.drawn_at, drawn_for, now)) return Found{.body = entry.body, .to_check = entry.mark};
    return std::nullopt;
}

void PageCache::confirm(const std::string& key, base::Time now) {
    const std::lock_guard lock(mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        found->second->good_at = now;
        found->second->asked_at = {};
    }
}

PageCache::Page PageCache::keep(const std::string& key, std::string page, base::Time now, const Mark& mark) {
    auto body = std::make_shared<const std::string>(std::move(page));
    const std::lock_guard lock(mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        bytes_ -= found->second->body->size();
        const auto entry = found->second;
        by_key_.erase(found);
        recent_.erase(entry);
    }
    recent_.push_front(
        {.key = key, .body = body, .drawn_at = now, .good_at = now, .asked_at = {}, .mark = mark});
    by_key_.emplace(recent_.front().key, recent_.begin());
    bytes_ += body->size();
    while (bytes_ > max_bytes_ && recent_.size() > 1) {
        bytes_ -= recent_.back().body->size();
        by_key_.erase(recent_.back().key);
        recent_.pop_back();
    }
    return body;
}

} // namespace transparency
