// /dinding, its pictures, and /dinding/kabar: an event stream that says that something was numbered, and
// nothing else; the page then asks for its list.
#pragma once
#include "publishing/publishing_routes.h"

#include <map>
#include <mutex>

namespace publishing {

/// Streams of one address, and of all together.
inline constexpr std::size_t streams_of_an_address = 20;
inline constexpr std::size_t streams_of_all = 2'000;

/// Who watches walls. Thread-safe.
class Watchers {
public:
    /// Told by the feed: wakes whoever watches.
    void tell(base::AgencyId agency, std::int64_t position);
    /// limited `limit.reached`.
    [[nodiscard]] base::Result<std::shared_ptr<http::EventStream>> open(base::AgencyId agency,
                                                                        std::string address);

private:
    struct Watcher {
        base::AgencyId agency;
        std::string address;
        std::shared_ptr<http::EventStream> stream;
    };
    void forget_closed();

    std::mutex mutex_;
    std::vector<Watcher> watchers_;
    std::map<base::AgencyId, std::int64_t> positions_;
};

void add_wall_routes(http::Router& router, const Services& services, std::shared_ptr<Watchers> watchers);

} // namespace publishing
