// SQL of what people are shown of connections. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "network/connection_view.h"

namespace network::store {

using agency::AccountId;
using base::AgencyId;

[[nodiscard]] std::vector<ConnectionLine> connection_lines(db::Tx& tx, AgencyId agency);
[[nodiscard]] std::vector<ConnectionLine> broken_lines(db::Tx& tx, AgencyId agency);
[[nodiscard]] std::vector<FeedFigures> feed_figures(db::Tx& tx, AgencyId agency);

[[nodiscard]] std::vector<Watched> feeds_of(db::Tx& tx, AgencyId agency, AccountId account);
/// Those with the newest words first.
[[nodiscard]] std::vector<Watched> threads_of(db::Tx& tx, AgencyId agency, AccountId account, int limit);
[[nodiscard]] ThreadFigures thread_figures(db::Tx& tx, AgencyId agency, AccountId account);

// The second look for what a network shows late is routine: none of these counts it as a hole.
[[nodiscard]] std::vector<AccountCount> open_hole_counts(db::Tx& tx, AgencyId agency);
[[nodiscard]] std::vector<Hole> open_holes_of(db::Tx& tx, AgencyId agency, AccountId account, int limit);
[[nodiscard]] std::int64_t count_open_holes(db::Tx& tx, AgencyId agency, AccountId account);
[[nodiscard]] std::vector<Hole> closed_holes_of(db::Tx& tx, AgencyId agency, AccountId account,
                                                base::Time since, int limit);

[[nodiscard]] std::vector<AccountCount> stuck_counts(db::Tx& tx, AgencyId agency);
[[nodiscard]] std::vector<StuckPushes> stuck_of(db::Tx& tx, AgencyId agency, AccountId account);

} // namespace network::store
