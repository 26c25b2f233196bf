// The page of the monthly recap. A body for the staff frame.
#pragma once
#include "channels/sp4n_lapor/recap.h"
#include "html/markup.h"

namespace channels::sp4n_lapor {

[[nodiscard]] html::Markup recap_page(const Recap& recap, const std::vector<Month>& months, base::Zone zone,
                                      base::Language language);

} // namespace channels::sp4n_lapor
