#include "network/receive_jobs.h"

#include "db/database.h"
#include "network/connection_actions.h"
#include "network/news_jobs.h"
#include "network/push_actions.h"
#include "network/receive_actions.h"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace network {

struct Receiver::State {
    explicit State(Parts given) : parts(std::move(given)) {}

    Parts parts;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool has_push = true; ///< what waited before the start, too
    int busy = 0;
    std::vector<std::pair<base::AgencyId, Work>> queue; ///< taken from the back
    std::shared_ptr<void> listening;
    std::unique_ptr<NewsWatch> news;
    std::vector<std::jthread> threads;

    void tried(const char* what, const std::function<void()>& work) {
        try {
            work();
        } catch (const std::exception& failed) {
            spdlog::warn("{}: {}", what, failed.what());
        }
    }

    void work(const std::stop_token& stop) {
        for (;;) {
            std::unique_lock lock(mutex);
            if (!changed.wait(lock, stop, [&] { return !queue.empty(); })) return;
            auto [agency, todo] = std::move(queue.back());
            queue.pop_back();
            ++busy;
            lock.unlock();
            tried("network.look", [&] { carry_out(parts.services, agency, todo); });
            lock.lock();
            --busy;
            changed.notify_all();
        }
    }

    /// As much as there are hands for: what is leased is begun at once. True when there may be more.
    [[nodiscard]] bool hand_out(base::AgencyId agency) {
        int free = 0;
        {
            const std::lock_guard lock(mutex);
            free = parts.threads - busy - static_cast<int>(queue.size());
        }
        if (free <= 0) return true;
        auto due = take_due(parts.services, agency, free);
        if (due.empty()) return false;
        const std::lock_guard lock(mutex);
        for (auto& todo : due)
            queue.emplace_back(agency, std::move(todo));
        changed.notify_all();
        return std::ssize(due) == free;
    }

    void dispatch(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            bool has_more = false;
            for (const auto agency : parts.agencies()) {
                tried("network.refresh", [&] { refresh_due(parts.services, agency); });
                tried("network.lease", [&] { has_more = hand_out(agency) || has_more; });
            }
            std::unique_lock lock(mutex);
            // With more due than hands, the next hand that is free is given work at once.
            changed.wait_for(lock, stop, parts.poll,
                             [&] { return has_more && busy + std::ssize(queue) < parts.threads; });
        }
    }

    void read(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            {
                std::unique_lock lock(mutex);
                changed.wait_for(lock, stop, std::chrono::seconds(5), [&] { return has_push; });
                has_push = false;
            }
            for (const auto agency : parts.agencies())
                tried("network.read_pushes", [&] {
                    while (!stop.stop_requested() && read_pushes(parts.services, agency) > 0) {
                    }
                });
        }
    }
};

Receiver::Receiver(Parts parts) : state_(std::make_unique<State>(std::move(parts))) {}

Receiver::~Receiver() {
    stop();
}

void Receiver::start() {
    State* state = state_.get();
    state->news = std::make_unique<NewsWatch>(state->parts.services, state->parts.agencies);
    state->listening = state->parts.services.database.listen(std::string(pushed), [state] {
        {
            const std::lock_guard lock(state->mutex);
            state->has_push = true;
        }
        state->changed.notify_all();
    });
    state->threads.emplace_back([state](const std::stop_token& stop) { state->dispatch(stop); });
    state->threads.emplace_back([state](const std::stop_token& stop) { state->read(stop); });
    for (int i = 0; i < state->parts.threads; ++i)
        state->threads.emplace_back([state](const std::stop_token& stop) { state->work(stop); });
}

void Receiver::stop() {
    if (!state_) return;
    state_->listening.reset();
    state_->news.reset();
    for (auto& thread : state_->threads)
        thread.request_stop();
    state_->changed.notify_all();
    state_->threads.clear();
}

} // namespace network
