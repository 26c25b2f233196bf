// A draft step by step: may it be answered at all (read once, before anything is paid for), each picture with
// its description, each part as an answer to the one before. X knows no idempotency: what became of a lost
// answer is looked up among the account's newest posts.
#pragma once
#include "network/channel.h"

namespace channels::x {

[[nodiscard]] network::Limits limits();

[[nodiscard]] std::optional<network::Step> next_step(const network::Connection& connection,
                                                     const network::Draft& draft,
                                                     const network::Progress& progress);
[[nodiscard]] bool is_picture_next(const network::Draft& draft, const network::Progress& progress);
/// `forbidden` with "not_summoned" where X would refuse the answer.
[[nodiscard]] network::Judgement judge_step(const network::Connection& connection,
                                            const network::Draft& draft, network::Progress& progress,
                                            const network::Answer& answer);

[[nodiscard]] std::optional<network::Request> find_part(const network::Connection& connection,
                                                        const network::Draft& draft,
                                                        const network::Progress& progress);
/// Compared by what is answered and by the words, links written either way.
[[nodiscard]] network::Found read_part(const network::Connection& connection, const network::Draft& draft,
                                       network::Progress& progress, const network::Response& response);

} // namespace channels::x
