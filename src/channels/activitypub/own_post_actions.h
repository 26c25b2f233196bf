// Posts of our own: they stand on this server, and whoever follows is told, one delivery for each server that
// has a shared inbox. A host that answers nothing for about three days is given up, with its followers.
#pragma once
#include "channels/activitypub/documents.h"
#include "network/services.h"
#include "outgoing/posting.h"

namespace db {
class Tx;
}

namespace channels::activitypub {

inline constexpr std::string_view spread_job_kind = "activitypub.spread";
inline constexpr std::string_view deliver_job_kind = "activitypub.deliver";

struct SpreadJob {
    outgoing::OutgoingId post;
    bool is_deletion = false;
};
BOOST_DESCRIBE_STRUCT(SpreadJob, (), (post, is_deletion))

struct DeliverJob {
    outgoing::OutgoingId post;
    bool is_deletion = false;
    std::string lookup; ///< of the inbox
    std::string inbox_sealed;
};
BOOST_DESCRIBE_STRUCT(DeliverJob, (), (post, is_deletion, lookup, inbox_sealed))

/// In the unit of work in which the post is sent: its id and address, and the job that tells followers.
/// Nothing for other networks.
void publish(const network::Services& services, db::Tx& tx, const outgoing::Outgoing& outgoing,
             outgoing::Posting& posting);
/// In the unit of work in which it is taken back.
void take_back(const network::Services& services, db::Tx& tx, const outgoing::Outgoing& outgoing,
               const outgoing::Posting& posting);

/// Makes a delivery for each server.
[[nodiscard]] base::Result<void> spread(const network::Services& services, base::AgencyId agency,
                                        const SpreadJob& job);
[[nodiscard]] base::Result<void> deliver(const network::Services& services, base::AgencyId agency,
                                         const DeliverJob& job, bool is_last_attempt);

/// A post that stands; gone: it was taken back; not_found otherwise.
enum class Standing { stands, gone, unknown };
struct Found {
    Standing standing = Standing::unknown;
    OwnPost post = {};
    std::vector<std::string> pictures = {}; ///< sha256
};
[[nodiscard]] Found find_post(const network::Services& services, base::AgencyId agency,
                              agency::AccountId account, outgoing::OutgoingId id);
/// The newest, and how many there are.
[[nodiscard]] std::pair<std::vector<OwnPost>, std::int64_t>
newest_posts(const network::Services& services, base::AgencyId agency, agency::AccountId account);
/// The document of an answer that anybody may read; empty when there is none under that address.
[[nodiscard]] std::string find_answer(const network::Services& services, base::AgencyId agency,
                                      agency::AccountId account, std::string_view key_and_part,
                                      std::string_view root);

} // namespace channels::activitypub
