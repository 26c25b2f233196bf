// Mentions and threads, looked through by asking.
// Mentions go forward from the mark, the id of the newest notification held. A thread is looked through as a
// whole each time: what is around the status, then the status itself, then each status of the mark that was
// not met, which is gone only when the server answers 404 or 410 for it; the mark is their ids.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

[[nodiscard]] network::Request ask_page(const network::Connection& connection, const network::Source& source,
                                        const network::Walk& walk);
/// 404 and 410 in a thread are read as well: they say what is gone.
[[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                    const network::Source& source, const network::Walk& walk,
                                                    const network::Response& response);

/// The event of one notification; nullopt when it is no mention. `is_unreadable` says whether it should be.
[[nodiscard]] std::optional<network::Event>
mention_of(const network::Connection& connection, const base::json::Value& notification, bool& is_unreadable);
/// A status that is no more. Its author is not said by anybody: "-". `thread` may be empty.
[[nodiscard]] network::Event gone(const std::string& id, const std::string& thread);

/// Direct answers to the status a thread hangs on, as its server counts them; other sources have no count.
[[nodiscard]] std::optional<network::Request> ask_count(const network::Connection& connection,
                                                        const network::Source& source);
[[nodiscard]] base::Result<std::int64_t> read_count(const network::Response& response);

} // namespace channels::mastodon
