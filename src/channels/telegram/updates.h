// What citizens wrote to the bot: asked for by getUpdates, or pushed to a webhook; Telegram allows one of
// both for a bot. Updates are kept for a day and are gone once a later one was asked for.
#pragma once
#include "network/channel.h"

namespace channels::telegram {

/// The mark is the id of the last update that is held: asking with it gives up that one and all before.
[[nodiscard]] network::Request ask_updates(const network::Connection& connection, const network::Walk& walk);
[[nodiscard]] base::Result<network::Page> read_updates(const network::Connection& connection,
                                                       const network::Response& response);

/// While Telegram pushes, what getWebhookInfo says: nothing to read as long as updates arrive; how many wait
/// is counted. Another address, or updates that could not be brought, is webhook_gone.
[[nodiscard]] base::Result<network::Page> read_webhook(const network::Connection& connection,
                                                       const network::Response& response);

/// Proves X-Telegram-Bot-Api-Secret-Token; without a secret in the connection nothing is believed.
[[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                              const network::Push& push);
/// One Update; an update of a kind that is none of ours is an empty list.
[[nodiscard]] base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                                  std::string_view body);

/// getFile for "tg-file:ID"; anything else is an address already.
[[nodiscard]] std::optional<network::Request> ask_file(const network::Connection& connection,
                                                       std::string_view url);
/// The request for the bytes; Telegram gives files of at most 20 MB.
[[nodiscard]] std::optional<network::Request> read_file(const network::Connection& connection,
                                                        const network::Response& response);

} // namespace channels::telegram
