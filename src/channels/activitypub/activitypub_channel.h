// The connector of accounts that are actors of this server. They are never looked through: others push
// (activitypub_actions.h). Facts of a connection: {"public_key":"<PEM>"}; secrets: "name", "private_key".
#pragma once
#include "network/channel.h"

namespace channels::activitypub {

[[nodiscard]] network::ChannelPtr make_channel();

/// Whose signature requests of the account carry.
[[nodiscard]] network::Signing signing_of(const network::Connection& connection);
/// A signed GET of a document.
[[nodiscard]] network::Request ask_document(const network::Connection& connection, std::string name,
                                            std::string url);

} // namespace channels::activitypub
