// From how many lines (addresses) the same words came of late. In memory, bounded, forgotten after an hour
// and at a restart. Thread-safe; never fails.
#pragma once
#include "base/time.h"

#include <list>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace intake {

class Watch {
public:
    explicit Watch(base::Now now);

    /// Notes the words; gives from how many other lines they came within the hour. Short words are common.
    [[nodiscard]] int other_lines_with(std::string_view words, std::string_view line);

private:
    struct Seen {
        std::string words; ///< hash
        base::Time since{};
        std::set<std::string> lines; ///< hashes; a few
    };
    void forget_old(base::Time now);

    base::Now now_;
    std::mutex mutex_;
    std::list<Seen> seen_; ///< oldest first
    std::unordered_map<std::string_view, std::list<Seen>::iterator> by_words_;
};

} // namespace intake
