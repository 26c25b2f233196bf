#include "db/listeners.h"

#include <algorithm>

namespace db {

std::shared_ptr<void> Listeners::add(std::string topic, std::function<void()> told) {
    const std::lock_guard lock(state_->mutex);
    const std::int64_t id = ++state_->last;
    state_->all.emplace(id, std::pair{std::move(topic), std::move(told)});
    return {nullptr, [state = state_, id](void*) {
                const std::lock_guard leaving(state->mutex);
                state->all.erase(id);
            }};
}

void Listeners::tell(const std::vector<std::string>& topics) {
    if (topics.empty()) return;
    const std::lock_guard lock(state_->mutex);
    for (const auto& [id, listener] : state_->all)
        if (std::ranges::find(topics, listener.first) != topics.end()) listener.second();
}

} // namespace db
