#include "events/feed.h"

#include "events/event_store.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>

namespace events {

struct Feed::Watchers {
    std::mutex mutex;
    std::int64_t last = 0;
    std::map<std::int64_t, std::function<void(base::AgencyId, std::int64_t)>> all;
};

struct Feed::Bell {
    std::mutex mutex;
    std::condition_variable_any rung;
    bool pending = false;
    void ring() {
        {
            const std::lock_guard lock(mutex);
            pending = true;
        }
        rung.notify_one();
    }
    void wait(const std::stop_token& stop, base::Duration most) {
        std::unique_lock lock(mutex);
        rung.wait_for(lock, stop, most, [this] { return pending; });
        pending = false;
    }
};

namespace {

constexpr std::chrono::seconds longest_wait{64};

std::expected<int, std::string> deliver_or_say_why(db::Database& database, base::AgencyId agency,
                                                   const Subscriber& subscriber, int most) {
    try {
        auto delivered = deliver(database, agency, subscriber, most);
        if (delivered) return *delivered;
        return std::unexpected(delivered.error().code + " " + delivered.error().detail);
    } catch (const std::exception& error) {
        return std::unexpected(std::string(error.what()));
    }
}

} // namespace

Feed::Feed(Parts parts)
    : parts_(std::move(parts)), sequencer_(parts_.database, parts_.now, parts_.holder),
      watchers_(std::make_shared<Watchers>()), bell_(std::make_shared<Bell>()),
      listening_(parts_.database.listen(std::string(appended), [bell = bell_] { bell->ring(); })) {}

Feed::~Feed() {
    stop();
}

int Feed::turn() {
    int moved = 0;
    for (const auto agency : parts_.agencies())
        moved += turn(agency);
    return moved;
}

int Feed::turn(base::AgencyId agency) {
    int moved = sequencer_.number(agency);
    tell(agency);
    for (const auto& subscriber : parts_.subscribers)
        moved += deliver_to(subscriber, agency);
    return moved;
}

int Feed::deliver_to(const Subscriber& subscriber, base::AgencyId agency) {
    const std::pair key{subscriber.name, agency.value};
    const auto failing = failing_.find(key);
    const bool failed_before = failing != failing_.end();
    // Further away than any wait: the time was set back since.
    const auto left = failed_before ? failing->second.again_at - parts_.now() : base::Duration{0};
    if (left > base::Duration{0} && left <= longest_wait) return 0;
    auto delivered = deliver_or_say_why(parts_.database, agency, subscriber, 100);
    // After a failure one by one, so that the events before the one that cannot be handled get through.
    if (!delivered && failed_before) delivered = deliver_or_say_why(parts_.database, agency, subscriber, 1);
    if (delivered) {
        if (failed_before) failing_.erase(failing);
        return *delivered;
    }
    auto& failure = failing_[key];
    const int doublings = std::min(failure.times++, 6);
    failure.again_at = parts_.now() + std::min(longest_wait, std::chrono::seconds(1) * (1 << doublings));
    spdlog::warn("event subscriber {} of agency {} failed {} times: {}", subscriber.name, agency.value,
                 failure.times, delivered.error());
    return 0;
}

void Feed::tell(base::AgencyId agency) {
    const auto position = parts_.database.read([&](db::Tx& tx) { return find_last_position(tx, agency); });
    auto& last = last_positions_[agency.value];
    if (position <= last) return;
    last = position;
    const std::lock_guard lock(watchers_->mutex);
    for (const auto& [id, told] : watchers_->all)
        told(agency, position);
}

std::shared_ptr<void> Feed::watch(std::function<void(base::AgencyId, std::int64_t)> told) {
    const std::lock_guard lock(watchers_->mutex);
    const std::int64_t id = ++watchers_->last;
    watchers_->all.emplace(id, std::move(told));
    return {nullptr, [watchers = watchers_, id](void*) {
                const std::lock_guard leaving(watchers->mutex);
                watchers->all.erase(id);
            }};
}

void Feed::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

void Feed::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void Feed::loop(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            if (turn() > 0) continue;
        } catch (const std::exception& error) {
            spdlog::error("events stand still: {}", error.what());
        }
        bell_->wait(stop, parts_.poll);
    }
}

} // namespace events
