#include "channels/activitypub/activitypub_jobs.h"

#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/own_post_actions.h"

namespace channels::activitypub {

jobs::Handler accept_handler(const network::Services& services) {
    constexpr int most_attempts = 20;
    return {.kind = std::string(accept_job_kind),
            .run = [&services](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<AcceptJob>(job.data);
                if (!data) return base::pass(data);
                return accept_follower(services, job.agency, *data, job.attempts >= most_attempts);
            },
            .most_attempts = most_attempts,
            .first_wait = std::chrono::seconds(20),
            .longest_wait = std::chrono::hours(6)};
}

jobs::Handler spread_handler(const network::Services& services) {
    return {.kind = std::string(spread_job_kind),
            .run = [&services](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<SpreadJob>(job.data);
                if (!data) return base::pass(data);
                return spread(services, job.agency, *data);
            }};
}

jobs::Handler deliver_handler(const network::Services& services) {
    constexpr int most_attempts = 20;
    return {.kind = std::string(deliver_job_kind),
            .run = [&services](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<DeliverJob>(job.data);
                if (!data) return base::pass(data);
                return deliver(services, job.agency, *data, job.attempts >= most_attempts);
            },
            .most_attempts = most_attempts,
            .first_wait = std::chrono::seconds(20),
            .longest_wait = std::chrono::hours(6)};
}

} // namespace channels::activitypub
