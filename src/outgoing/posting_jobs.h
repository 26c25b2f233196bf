// Sending answers on networks, step by step, and looking for those of which nobody knows whether they stand.
#pragma once
#include "agency/directory_actions.h"
#include "jobs/job.h"
#include "network/services.h"
#include "outgoing/posting_actions.h"

namespace outgoing {

struct PostingServices {
    const network::Services& network;
    /// The released copy of a picture; empty when it is gone.
    std::function<std::optional<std::string>(base::AgencyId agency, const std::string& sha256)> picture = {};
    /// A post of an account's own stands, or is taken back: what this server publishes itself is told to
    /// others in the same unit of work.
    std::function<void(db::Tx& tx, const Outgoing& outgoing, Posting& posting)> published = {};
    std::function<void(db::Tx& tx, const Outgoing& outgoing, const Posting& posting)> taken_back = {};
    /// Posts of this network stand on this server.
    std::function<bool(const network::Channel& channel)> is_own_server = {};
};

/// Sends one that is queued; nothing to do is no failure.
[[nodiscard]] base::Result<void> send_posting(const PostingServices& services, const Outgoing& waiting);
/// Looks for one that is unknown.
[[nodiscard]] base::Result<void> look_for_posting(const PostingServices& services, base::AgencyId agency,
                                                  OutgoingId id);
[[nodiscard]] jobs::Handler look_handler(const PostingServices& services);
/// Each minute and at the start.
void sweep_postings(const PostingServices& services, base::AgencyId agency);

} // namespace outgoing
