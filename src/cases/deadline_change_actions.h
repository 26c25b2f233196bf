// Extending a deadline of a case, or having it counted anew, in the caller's unit of work: the row, its event
// with the reason, and where the case stands. Refusals: those of may_change_deadline() and of
// deadlines::extend() and move(), not_found `case.not_found`.
#pragma once
#include "cases/case_actions.h"
#include "cases/deadline_change.h"
#include "deadlines/deadline.h"

namespace cases {

[[nodiscard]] base::Result<deadlines::Deadline> change_deadline(db::Tx& tx, const Context& context,
                                                                const Case& seen, const Actor& actor,
                                                                DeadlineChange change, std::string_view name,
                                                                std::string_view reason);

} // namespace cases
