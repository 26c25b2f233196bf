// Streams of accounts: which there should be, who holds each, and what follows when one of them says that
// something is new. A stream is a hint: whatever it says, or does not say, sources are looked through as
// ever.
#pragma once
#include "network/connected.h"
#include "network/services.h"

namespace db {
class Tx;
}

namespace network {

/// A stream belongs to whoever leased it, this long.
inline constexpr std::chrono::seconds stream_lease{30};

/// A connected account whose network has a stream.
struct Streamed {
    agency::AccountId account = {};
    std::string secrets_sealed; ///< another text: other secrets
};
[[nodiscard]] std::vector<Streamed> streamed(const Services& services, base::AgencyId agency);

/// Leases the stream of an account and says how it is asked for; empty when another node has it.
[[nodiscard]] std::optional<Request> take_stream(const Services& services, base::AgencyId agency,
                                                 agency::AccountId account, const std::string& holder);
/// False when it is another node's by now. Without `opened_at` it is not open at the moment.
[[nodiscard]] bool hold_stream(const Services& services, base::AgencyId agency, agency::AccountId account,
                               const std::string& holder, std::optional<base::Time> opened_at);
void drop_stream(const Services& services, base::AgencyId agency, agency::AccountId account,
                 const std::string& holder);
/// What the account looks through is due at once. False while it is being looked through: once more later.
[[nodiscard]] bool look_soon(const Services& services, base::AgencyId agency, agency::AccountId account);

/// Since when the stream of an account is open; empty when it is not.
[[nodiscard]] std::optional<base::Time> streams_since(db::Tx& tx, base::AgencyId agency,
                                                      agency::AccountId account, base::Time now);

} // namespace network
