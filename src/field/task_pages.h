// /lapangan: the list of tasks, the first one large.
#pragma once
#include "field/task.h"
#include "html/marks.h"
#include "staff/console_pages.h"

namespace field {

struct ListView {
    staff::Console console;
    std::vector<Task> open;
    std::size_t all = 0;
    std::vector<Task> done_today;
    Order order = Order::due;
    std::string said; ///< what the last step did; empty: nothing
    base::Time now;
};
[[nodiscard]] html::Markup list_page(const ListView& view);

/// The clock of a task: ring and words; nothing when none runs.
[[nodiscard]] html::Markup clock_of(const Task& task, base::Time now, base::Zone zone,
                                    base::Language language);
/// Name of the place: as the report says; the area where the title says that already.
[[nodiscard]] std::string place_of(const Task& task);
/// Opens the map on the device; nothing without a point.
[[nodiscard]] html::Markup directions(const Task& task, base::Language language);
[[nodiscard]] html::Markup start_form(const Task& task, std::string_view csrf, base::Language language);

} // namespace field
