// How often whom: signed-in people are counted by their session, programs by the account of their token,
// everybody else by the line of their address. An office of 200 behind one address so has 200 times its own.
// Runs before every handler; refusals are 429 `limit.reached` with Retry-After.
#pragma once
#include "app/settings.h"
#include "http/rate_limit.h"
#include "http/requester.h"
#include "http/response.h"
#include "staff/services_actions.h"

#include <mutex>
#include <unordered_map>

namespace app {

class Guard {
public:
    Guard(const staff::Services& services, const LimitSettings& limits);

    /// Attaches the http::Requester; the answer when that one asks too often.
    [[nodiscard]] std::optional<http::Response> stop(http::Request& request);

private:
    struct Known {
        std::string requester;
        base::Time until{};
    };
    [[nodiscard]] base::Result<std::optional<std::string>> who_is(const http::Request& request);
    [[nodiscard]] base::Result<std::string> look_up(const http::Request& request, base::AgencyId agency,
                                                    std::string_view session);
    [[nodiscard]] std::optional<std::string> remembered(const std::string& proof);
    void remember(const std::string& proof, std::string requester);

    staff::Services services_;
    http::RateLimit people_, programs_, anonymous_, unknown_proofs_;
    std::mutex mutex_;
    std::unordered_map<std::string, Known> known_; ///< by the hash of cookie or token
};

} // namespace app
