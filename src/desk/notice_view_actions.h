// Reading the reminders of one person. What they may not see any more is left out.
#pragma once
#include "desk/desk_actions.h"
#include "desk/notices.h"

namespace desk {

[[nodiscard]] Notices read_notices(db::Tx& tx, const Asking& asking);

} // namespace desk
