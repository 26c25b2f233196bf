// Posts of accounts on the simulated network, and time in which they are sent, looked for and taken back.
#pragma once
#include "outgoing/recall_jobs.h"
#include "posting_world.h"
#include "publishing/release_jobs.h"

namespace publishing::testing {

class WithPublishing : public outgoing::testing::WithPostings {
protected:
    /// Everything that happens by itself.
    void rounds(network::Carrier& carrier, base::Duration during,
                base::Duration step = std::chrono::seconds(10)) {
        const auto network_services = services(carrier);
        const outgoing::PostingServices posting{network_services,
                                                [](base::AgencyId, const std::string& sha256) {
                                                    return std::optional<std::string>("bytes of " + sha256);
                                                }};
        jobs::Runner runner(
            {.database = database(),
             .now = now(),
             .random = network_services.random,
             .holder = "here",
             .agencies = [this] { return std::vector{agency()}; },
             .handlers = {outgoing::send_handler({.database = database(),
                                                  .directories = w().directories,
                                                  .vault = *vault_,
                                                  .ids = w().ids,
                                                  .now = now(),
                                                  .random = network_services.random,
                                                  .sender = nullptr,
                                                  .posting = posting}),
                          outgoing::look_handler(posting), outgoing::recall_handler(posting),
                          release_handler({database(), w().directories, w().ids, now(), channels_})}});
        for (const auto end = w().now + during; w().now < end; w().now += step) {
            network::refresh_due(network_services, agency());
            runner.run_due();
            outgoing::sweep_postings(posting, agency());
        }
    }
};

} // namespace publishing::testing
