// The form of /lapangan/langsung.
#pragma once
#include "base/language.h"
#include "staff/console_pages.h"

namespace field {

struct LiveView {
    staff::Console console;
    agency::OfficeId office = {};
    std::vector<std::pair<agency::OfficeId, std::string>> offices = {};
    std::string what = {};
    std::string place = {};
    std::vector<std::string> places = {}; ///< of the officer's tasks: one tap
    std::vector<std::string> photos = {}; ///< that arrived already
    std::string key = {};
    std::optional<base::Text> why = {};
};
[[nodiscard]] html::Markup live_page(const LiveView& view);

} // namespace field
