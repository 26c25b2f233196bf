// /lapangan/langsung: what an officer does just now, in three taps: photo, place, what was served. It stands
// on the wall at once, and goes out once somebody else approved it.
#pragma once
#include "field/field_routes.h"

namespace field {

void add_live_routes(http::Router& router, const Services& services);

} // namespace field
