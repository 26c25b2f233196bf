// Waits at every network that says when something new is there, one thread for each such account, and has its
// sources looked through at once. It only makes receiving faster: sources are looked through in their own
// time anyway.
#pragma once
#include "network/services.h"

#include <thread>
#include <vector>

namespace network {

class NewsWatch {
public:
    NewsWatch(Services services, std::function<std::vector<base::AgencyId>()> agencies);
    /// Waits until nobody waits any more.
    ~NewsWatch();
    NewsWatch(const NewsWatch&) = delete;
    NewsWatch& operator=(const NewsWatch&) = delete;

private:
    struct Place {
        base::AgencyId agency;
        agency::AccountId account;
        std::string secrets; ///< sealed: other ones are another place
        auto operator<=>(const Place&) const = default;
    };
    void keep_up(const std::stop_token& stop);
    [[nodiscard]] std::map<Place, Request> wanted() const;
    void wait_at(const Place& place, const Request& request, const std::stop_token& stop) const;

    Services services_;
    std::function<std::vector<base::AgencyId>()> agencies_;
    std::map<Place, std::jthread> waiting_; ///< of the keeper's thread alone
    std::jthread keeper_;
};

} // namespace network
