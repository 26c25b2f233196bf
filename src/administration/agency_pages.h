// /meja/atur (overview), /meja/atur/instansi, /meja/atur/akun, /meja/atur/jejak.
#pragma once
#include "administration/connection_standing.h"
#include "administration/frame_pages.h"
#include "administration/readiness.h"
#include "events/event.h"

#include <map>

namespace administration {

[[nodiscard]] html::Markup overview_page(const Frame& frame, std::span<const Finding> findings,
                                         base::Day calendar_ends_on);

[[nodiscard]] html::Markup agency_page(const Frame& frame, const Filled& filled);

/// A token as the list shows it.
struct TokenLine {
    std::string id;
    std::string label;
    base::Time created_at{};
    std::optional<base::Time> revoked_at = {};
};
using TokensOf = std::map<agency::AccountId, std::vector<TokenLine>>;
/// Of accounts that were connected to their network at some time.
using StandingsOf = std::map<agency::AccountId, Standing>;
[[nodiscard]] html::Markup accounts_page(const Frame& frame, const TokensOf& tokens,
                                         const StandingsOf& standings, const Filled& filled);
/// Shown once.
[[nodiscard]] html::Markup token_page(const Frame& frame, const agency::Account& account,
                                      const std::string& token);

struct TrailView {
    std::vector<events::Stored> events;
    std::map<std::int64_t, std::string> names; ///< of staff
    bool has_more = false;
};
[[nodiscard]] html::Markup trail_page(const Frame& frame, const TrailView& view);

} // namespace administration
