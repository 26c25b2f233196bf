// /meja/atur/jam-kerja: the hours of each weekday. The body of a page in the staff's frame.
#pragma once
#include "base/language.h"
#include "base/time.h"
#include "html/markup.h"

#include <array>
#include <optional>

namespace outgoing {

struct OfficeHoursView {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    std::string csrf;
    std::array<std::string, 7> days; ///< as typed, Monday first
    std::array<bool, 7> is_wrong{};
    bool is_saved = false;
    std::optional<base::Time> next_open = {};
    base::Time now{};
};
/// The name of the field of a day, 0 is Monday: "hari-1".
[[nodiscard]] std::string day_field(std::size_t day);
[[nodiscard]] html::Markup office_hours_page(const OfficeHoursView& view);

} // namespace outgoing
