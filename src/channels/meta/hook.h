// The webhook that all products share: a challenge to be repeated, a signature over the raw bytes (the sender
// escapes everything beyond ASCII, so that JSON written anew would not match), an envelope of entries.
#pragma once
#include "network/channel.h"

#include <functional>

namespace channels::meta {

/// Secrets: verify_token for the challenge, app_secret for the signature.
[[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                              const network::Push& push);

/// One member of an entry's `changes`, or of its `messaging`.
struct Change {
    std::string field; ///< "feed", "comments"; "messaging" for messages
    const base::json::Value* value = nullptr;
    base::Time at{}; ///< of the entry
};
/// Calls for each change of the entries that are for this account, of all when `own_id` is empty;
/// network.unreadable otherwise.
[[nodiscard]] base::Result<void> each_change(std::string_view body, std::string_view own_id,
                                             const std::function<void(const Change&)>& call);

} // namespace channels::meta
