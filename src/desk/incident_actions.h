// The incident of a case and what is likely the same, as one person of the staff may see them; and what a
// look at a "belum" leads to. Refusals: those of cases/incident_actions.h.
#pragma once
#include "cases/case_actions.h"
#include "desk/case_view.h"
#include "staff/principal.h"

namespace desk {

[[nodiscard]] Together read_together(db::Tx& tx, const cases::Context& context,
                                     const staff::Principal& person, const CaseView& view);

/// A case that the person does not see is not_found `case.not_found`.
[[nodiscard]] base::Result<cases::Case> settle_doubt(db::Tx& tx, const cases::Context& context,
                                                     const staff::Principal& person, std::string_view code,
                                                     cases::Look look, const std::string& reason);

} // namespace desk
