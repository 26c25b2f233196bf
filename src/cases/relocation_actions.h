// Looking ahead, asking for, and walking a relocation. Refusals: not_found `relocation.not_found`,
// `office.unknown`; field.invalid "to" (closed, or the same).
#pragma once
#include "cases/case_actions.h"
#include "cases/relocation.h"

namespace cases {

inline constexpr std::string_view relocate_job = "cases.relocate";
inline constexpr int relocated_at_once = 50; ///< cases of one unit of work

[[nodiscard]] base::Result<Outlook> look_ahead(db::Tx& tx, const agency::Directory& directory,
                                               const Move& move);

/// The job that walks it is queued in the same unit of work.
[[nodiscard]] base::Result<RelocationId> ask_relocation(db::Tx& tx, base::IdSource& ids,
                                                        const agency::Directory& directory, const Move& move,
                                                        std::optional<std::int64_t> staff, base::Time now);
[[nodiscard]] base::Result<Relocation> relocation_of(db::Tx& tx, base::AgencyId agency, RelocationId id);

/// The next cases, each by its own event; true when it is over. A case that somebody moved meanwhile is not
/// there any more; run twice, it goes on where it was.
[[nodiscard]] base::Result<bool> walk_relocation(db::Tx& tx, const Context& context, RelocationId id);

} // namespace cases
