// How a request stands at the other agency: asked from time to time, told on the case's timeline, never more
// than a fact there. Never fails but by a broken database.
#pragma once
#include "referral/delivery_actions.h"

namespace referral {

/// followed, and the case still lies there.
[[nodiscard]] std::optional<Prepared> still_followed(db::Tx& tx, base::AgencyId agency, DeliveryId id);
/// What was seen. Another status or other words are an event of the case for staff; closed there: finished.
/// `wait` is how long before it is asked again, if at all.
void finish_look(db::Tx& tx, const cases::Context& context, const Delivery& delivery, const Seen& seen,
                 base::Duration wait);

} // namespace referral
