// One post for each matter that was resolved with a photo, where the office's policy asks for it: made by the
// machine, of the agency's own words alone, so that it names nobody.
#pragma once
#include "agency/directory_actions.h"
#include "events/event.h"
#include "publishing/post_actions.h"

namespace publishing {

/// Subscriber of events.
[[nodiscard]] base::Result<void> tell_of_incident(db::Tx& tx, const Context& context,
                                                  const events::Stored& event);

} // namespace publishing
