// Public pages that are kept for a crowd. While few ask, a page is served again only when nothing happened
// since it was drawn; when many ask, it may be a second old, and one visitor draws it anew while the others
// still get the one before. Bounded by its bytes; what was read longest ago goes first. Thread-safe.
#pragma once
#include "base/time.h"

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace transparency {

class PageCache {
public:
    using Page = std::shared_ptr<const std::string>;

    explicit PageCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    /// What had happened when a page was drawn: its content changes with events alone, but for the time that
    /// goes by.
    struct Mark {
        std::int64_t case_id = 0;    ///< whose events; 0: all of the agency
        std::int64_t last_event = 0; ///< id
        std::int64_t last_position =
            0; ///< of the agency; events of several nodes come out of the order of ids
        bool operator==(const Mark&) const = default;
    };
    struct Found {
        Page body;
        std::optional<Mark> to_check = {}; ///< good when this is still so; ask, then `confirm` or draw anew
    };
    /// Nothing: draw it and `keep` it.
    [[nodiscard]] std::optional<Found> find(const std::string& key, base::Time now);
    void confirm(const std::string& key, base::Time now);
    /// `mark` was read before the page, in the same unit.
    Page keep(const std::string& key, std::string page, base::Time now, const Mark& mark);

private:
    struct Entry {
        std::string key;
        Page body;
        base::Time drawn_at{};
        base::Time good_at{};  ///< when it was last known to be as it should
        base::Time asked_at{}; ///< when somebody began to draw it anew
        Mark mark;
    };
    [[nodiscard]] bool is_crowded(base::Time now);

    std::mutex mutex_;
    std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    std::int64_t second_ = 0; ///< since 1970
    int asked_in_second_ = 0;
    int asked_in_second_before_ = 0;
    std::list<Entry> recent_;
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

} // namespace transparency
