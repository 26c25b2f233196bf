// /meja/atur/topik: all topics and one of them.
#pragma once
#include "administration/frame_pages.h"

namespace administration {

/// A profile that may be chosen: {"sp4n-lapor", "SP4N-LAPOR!"}.
[[nodiscard]] std::vector<html::Option> profile_options(const Frame& frame);

[[nodiscard]] html::Markup topics_page(const Frame& frame, const Filled& filled);
[[nodiscard]] html::Markup topic_page(const Frame& frame, const agency::Topic& topic, const Filled& filled);

} // namespace administration
