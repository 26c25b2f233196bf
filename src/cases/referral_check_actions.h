// Where a case may be referred. Refusals: field.invalid `to` and `outside`.
#pragma once
#include "cases/case_actions.h"

namespace cases {

/// To another agency that is there, never to its own; to one outside that is in use; not to both.
[[nodiscard]] base::Result<void> check_referral(db::Tx& tx, const Context& context, const Command& command);

} // namespace cases
