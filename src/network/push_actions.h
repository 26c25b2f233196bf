// Pushes: journaled raw before they are answered, read afterwards. What cannot be read, or holds an item that
// was refused, stays as `stuck` with its reason until a person has looked.
#pragma once
#include "network/connected.h"
#include "network/services.h"

#include <map>
#include <mutex>

namespace db {
class Tx;
}

namespace network {

/// Signalled when a push was journaled (db::Database::listen).
inline constexpr std::string_view pushed = "network.pushed";

/// Accounts as they were opened a moment ago, so that a viral hour does not unseal the same secret for every
/// push. Thread-safe.
class OpenedAccounts {
public:
    /// Empty when the account is not connected. At most `fresh_for` old.
    [[nodiscard]] std::shared_ptr<const Connection> find(const Services& services, base::AgencyId agency,
                                                         agency::AccountId account);
    /// Connected accounts of the agency on one network whose own id or name stands in what was pushed.
    [[nodiscard]] std::vector<agency::AccountId> named_in(const Services& services, base::AgencyId agency,
                                                          std::string_view network, std::string_view body);
    static constexpr std::chrono::seconds fresh_for{5};

private:
    struct Entry {
        base::Time at{};
        std::shared_ptr<const Connection> connection;
    };
    std::mutex mutex_;
    struct Listed {
        struct Each {
            agency::AccountId account;
            std::string network, own_id, name;
        };
        base::Time at{};
        std::vector<Each> accounts;
    };
    std::map<std::pair<base::AgencyId, agency::AccountId>, Entry> entries_;
    std::map<base::AgencyId, Listed> listed_;
};

/// What the network is answered. Durable before it returns when the answer says that it was kept; throws when
/// the database is away, so that the network sends again. 404 for an account that is not connected. What an
/// app sends to one address for all of its accounts is kept for each that it concerns and whose secrets prove
/// it.
[[nodiscard]] PushAnswer keep_push(const Services& services, OpenedAccounts& accounts, base::AgencyId agency,
                                   agency::AccountId account, const Push& push);

/// A push that was proven by other means than its bytes and the account's secrets, ready to be journaled in a
/// unit of work with whatever belongs to it.
[[nodiscard]] Kept sealed_push(const Services& services, base::AgencyId agency, agency::AccountId account,
                               std::string_view body);
void journal_push(db::Tx& tx, base::AgencyId agency, const Kept& push);

/// Reads what waits, oldest first, at most `most`; gives how many.
int read_pushes(const Services& services, base::AgencyId agency, int most = 500);

} // namespace network
