// What every call of the Bot API shares: the address, which holds the token, and how refusals read.
// Source: core.telegram.org/bots/api 10.1 (2026-06-11).
#pragma once
#include "network/channel.h"

namespace channels::telegram {

/// POST {server}/bot{token}/{method} with a JSON body.
[[nodiscard]] network::Request ask(const network::Connection& connection, std::string name,
                                   std::string_view method, const base::json::Object& parameters = {});
/// https://api.telegram.org unless the account names a server of its own.
[[nodiscard]] std::string server_of(const network::Connection& connection);

/// `result` of {"ok":true,"result":...}; `network.unreadable` otherwise, with the server's description.
[[nodiscard]] base::Result<base::json::Value> result_of(const network::Response& response);

/// Verdicts by error_code and description; 429 until parameters.retry_after. Codes for staff:
/// "409 webhook_is_set", "409 read_elsewhere", "400 chat_moved", else number and description.
[[nodiscard]] network::Judgement judged(const network::Answer& answer, bool publishes);

/// The text with everything that looks like a bot token taken out.
[[nodiscard]] std::string without_token(std::string_view text);

/// Ids are numbers of up to 52 bits, negative for groups; as text in a path or an item. Empty when it is
/// none.
[[nodiscard]] std::string checked_id(std::string_view id);

} // namespace channels::telegram
