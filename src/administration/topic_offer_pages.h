// /meja/atur/topik-bawaan: the shipped topics, to choose from.
#pragma once
#include "administration/frame_pages.h"

namespace administration {

[[nodiscard]] html::Markup topic_offer_page(const Frame& frame, const Filled& filled = {});
/// The way there, on the page of topics; nothing where all are had.
[[nodiscard]] html::Markup topic_offer_part(const Frame& frame);

} // namespace administration
