// Hand-overs outside as staff see them: the list, and the card beside a case. Takes plain data.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "referral/delivery.h"

#include <vector>

namespace referral {

struct DeliveriesView {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    std::string csrf;
    State state = State::unknown;
    std::vector<Progress> rows;
};
[[nodiscard]] html::Markup deliveries_page(const DeliveriesView& view);

/// How the hand-over of a case stands.
[[nodiscard]] html::Markup delivery_card(const Progress& progress, base::Zone zone, base::Language language);

} // namespace referral
