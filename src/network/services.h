// What receiving and sending need from outside, handed over together. Lives in app/.
#pragma once
#include "base/random.h"
#include "network/channel.h"

#include <functional>
#include <span>
#include <stop_token>

namespace db {
class Database;
}
namespace people {
class Vault;
}

namespace network {

/// Carries a request to its network. Blocks, at most `request.longest`; thread-safe. Implementations: net/
/// for the internet, a scripted world for training and tests.
class Carrier {
public:
    Carrier() = default;
    virtual ~Carrier() = default;
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;
    [[nodiscard]] virtual Answer exchange(const Request& request) = 0;
    /// Blocks until something new is there, at most `request.longest` or until told to stop. False when
    /// nothing came, and at once where nobody can be waited for.
    [[nodiscard]] virtual bool wait_for_news(const Request& /*request*/, const std::stop_token& /*stop*/) {
        return false;
    }
};

/// The connectors of this installation.
class Channels {
public:
    explicit Channels(std::vector<ChannelPtr> all) : all_(std::move(all)) {}
    /// Null for a network that has none: form, manual, ...
    [[nodiscard]] const Channel* of(std::string_view network) const {
        for (const auto& channel : all_)
            if (channel->network() == network) return channel.get();
        return nullptr;
    }
    [[nodiscard]] std::span<const ChannelPtr> all() const { return all_; }

private:
    std::vector<ChannelPtr> all_;
};

/// What became of one item that came in.
enum class Taken { accepted, known, refused };
struct Delivered {
    Taken taken = Taken::accepted;
    std::string problem = {}; ///< code, when refused
};
/// Hands items to intake, in order; one result each. Throws when the database is away: then nothing counts as
/// received.
using Deliver = std::function<std::vector<Delivered>(base::AgencyId agency, agency::AccountId account,
                                                     std::span<const items::ItemIn> items)>;
/// An own post was seen on the network: what waits for it may be settled.
using Recognise = std::function<void(base::AgencyId agency, agency::AccountId account)>;
/// A mail of ours came back.
using ComeBack = std::function<void(base::AgencyId agency, const Returned& returned)>;
/// A message of ours did not arrive.
using NotBrought =
    std::function<void(base::AgencyId agency, agency::AccountId account, const Undelivered& what)>;

struct Services {
    db::Database& database;
    const people::Vault& vault;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    const Channels& channels;
    Carrier& carrier;
    Deliver deliver;
    Recognise recognise;
    /// The network that an account is on; empty for an unknown one.
    std::function<std::string(base::AgencyId, agency::AccountId)> network_of;
    ComeBack come_back = {};
    NotBrought not_brought = {};
    /// Networks that stand elsewhere than usual: behind a gateway, or a copy in tests.
    std::map<std::string, std::string, std::less<>> servers = {};

    [[nodiscard]] const Channel* channel_of(base::AgencyId agency, agency::AccountId account) const {
        return channels.of(network_of(agency, account));
    }
    /// Empty: where the network itself is.
    [[nodiscard]] std::string server_of(std::string_view network) const {
        const auto found = servers.find(network);
        return found == servers.end() ? std::string() : found->second;
    }
};

} // namespace network
