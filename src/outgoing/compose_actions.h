// Composing messages from the events feed: each event that concerns a reporter becomes one row, and a mail
// where one is possible. Runs in the unit of work that moves the feed's cursor, so twice is once.
#pragma once
#include "agency/directory_actions.h"
#include "base/id.h"
#include "events/event.h"
#include "people/vault.h"

namespace db {
class Tx;
}
namespace network {
class Channels;
}

namespace outgoing {

/// How mails leave this installation.
struct Post {
    bool has_relay = false;
    std::string public_url = {}; ///< "https://lapor.example.go.id"; empty: https and the agency's host
};

/// "https://lapor.example.go.id"; empty when this installation does not know its own name.
[[nodiscard]] std::string site_of(const Post& post, const agency::Agency& agency);

struct Composer {
    agency::Directories& directories;
    const people::Vault& vault;
    base::IdSource& ids;
    base::Now now;
    Post post;
    const network::Channels* channels = nullptr; ///< none: nobody is answered on a network
};

/// What is older when it is composed (an import, an upgrade) is shown and never mailed.
inline constexpr std::chrono::hours mailed_for{72};

/// Also forgets: the words of who was erased, questions of a case that was redacted.
[[nodiscard]] base::Result<void> compose(db::Tx& tx, const Composer& composer, base::AgencyId agency,
                                         const events::Stored& event);

} // namespace outgoing
