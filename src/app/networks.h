// The connected networks of an installation: connectors, the way out, and the way of items into intake.
#pragma once
#include "intake/accept_actions.h"
#include "jobs/job.h"
#include "network/internet.h"
#include "outgoing/posting_jobs.h"

namespace app {

class House;

class Networks {
public:
    explicit Networks(House& house);
    Networks(const Networks&) = delete;
    Networks& operator=(const Networks&) = delete;

    [[nodiscard]] const network::Channels& channels() const { return channels_; }
    [[nodiscard]] const network::Services& services() const { return services_; }
    [[nodiscard]] outgoing::PostingServices posting() const;
    /// Fetches a picture that came as an address.
    [[nodiscard]] jobs::Handler picture_handler();

private:
    [[nodiscard]] std::vector<network::Delivered> deliver(base::AgencyId agency, agency::AccountId account,
                                                          std::span<const items::ItemIn> items);
    [[nodiscard]] base::Result<void> fetch_picture(const jobs::Job& job);

    House& house_;

    network::Channels channels_;
    network::Internet internet_;
    network::Services services_;
};

} // namespace app
