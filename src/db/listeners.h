// Who wants to know after a commit. Thread-safe; a listener that is leaving is never called again once its
// token is gone.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace db {

class Listeners {
public:
    [[nodiscard]] std::shared_ptr<void> add(std::string topic, std::function<void()> told);
    void tell(const std::vector<std::string>& topics);

private:
    struct State {
        std::recursive_mutex mutex;
        std::int64_t last = 0;
        std::map<std::int64_t, std::pair<std::string, std::function<void()>>> all;
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

} // namespace db
