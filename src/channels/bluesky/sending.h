// A draft step by step: what is answered is looked up (its cid, the thread's root, and the time), each
// picture is uploaded, each part is made under a key of its own. Making one twice under the same key fails
// and says nothing twice.
#pragma once
#include "network/channel.h"

namespace channels::bluesky {

[[nodiscard]] std::optional<network::Step> next_step(const network::Connection& connection,
                                                     const network::Draft& draft,
                                                     const network::Progress& progress);
[[nodiscard]] bool is_picture_next(const network::Draft& draft, const network::Progress& progress);
[[nodiscard]] network::Judgement judge_step(const network::Connection& connection,
                                            const network::Draft& draft, network::Progress& progress,
                                            const network::Answer& answer);

/// getRecord of the part that comes next.
[[nodiscard]] std::optional<network::Request> find_part(const network::Connection& connection,
                                                        const network::Draft& draft,
                                                        const network::Progress& progress);
[[nodiscard]] network::Found read_part(network::Progress& progress, const network::Response& response);

} // namespace channels::bluesky
