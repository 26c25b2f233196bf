// On /meja/atur/tenggat: the versions of an agency's own deadline profiles, and the form for the next.
#pragma once
#include "administration/frame_pages.h"

namespace administration {

[[nodiscard]] html::Markup own_profiles(const Frame& frame, const Filled& filled, base::Day today);

} // namespace administration
