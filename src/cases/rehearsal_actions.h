// Asking for a rehearsal of rules and walking it, a stretch of cases at a time. Refusals: not_found
// `rehearsal.not_found`; those of agency::read_rules().
#pragma once
#include "agency/rule_set.h"
#include "cases/rehearsal.h"

namespace db {
class Database;
class Tx;
} // namespace db

namespace cases {

inline constexpr std::string_view rehearse_job = "cases.rehearse";
inline constexpr int rehearsal_stretch = 1'000; ///< cases of one unit

/// Over the last rehearsed_days; the job that walks it is queued in the same unit of work.
[[nodiscard]] RehearsalId ask_rehearsal(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory,
                                        std::span<const agency::RoutingRule> then,
                                        std::optional<std::int64_t> staff, base::Time now);
[[nodiscard]] base::Result<Rehearsal> rehearsal_of(db::Tx& tx, base::AgencyId agency, RehearsalId id);

/// Goes on by at most so many stretches; true when it is over. Safe to be run twice: a stretch counts once.
[[nodiscard]] base::Result<bool> walk_rehearsal(db::Database& database, const agency::Directory& directory,
                                                RehearsalId id, int stretches);

} // namespace cases
