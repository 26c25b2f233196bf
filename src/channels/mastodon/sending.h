// A draft as steps: each picture is uploaded and waited for, then each part is posted, and every part after
// the first answers the one before. Progress: "media" ids of uploads, "waiting" an upload that is not ready,
// "rule" what the text was cut by (it must not change between parts), "ids", "url", "tried_at" of a post
// whose fate is unknown.
#pragma once
#include "network/channel.h"

namespace channels::mastodon {

[[nodiscard]] std::optional<network::Step>
next(const network::Connection& connection, const network::Draft& draft, const network::Progress& progress);
[[nodiscard]] bool needs_bytes(const network::Draft& draft, const network::Progress& progress);
[[nodiscard]] network::Judgement judge(const network::Connection& connection, const network::Draft& draft,
                                       network::Progress& progress, const network::Answer& answer);

/// The newest own statuses: those after the part before, else the last ones.
[[nodiscard]] std::optional<network::Request> find_own(const network::Connection& connection,
                                                       const network::Draft& draft,
                                                       const network::Progress& progress);
/// The same when it answers the same status in the same letters, whatever became of names, links' looks and
/// marks. "no" only when the list surely reaches back before the attempt.
[[nodiscard]] network::Found read_own(const network::Connection& connection, const network::Draft& draft,
                                      network::Progress& progress, const network::Response& response);

} // namespace channels::mastodon
