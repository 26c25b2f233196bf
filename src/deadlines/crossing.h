// The event by which the sweep announces that a deadline comes near or has passed: "deadline.due_soon",
// "deadline.overdue". Reading anything else gives nothing.
#pragma once
#include "deadlines/deadline.h"

namespace deadlines {

struct Crossing {
    std::string deadline; ///< "resolve"
    base::Time due{};
    std::string profile;
    std::string was; ///< code of what was announced before
};

/// "deadline.overdue"
[[nodiscard]] std::string kind_of(Crossed crossed);
[[nodiscard]] std::string to_data(const Crossing& crossing);
/// Of an event of that kind with that data.
[[nodiscard]] std::optional<Crossing> read_crossing(Crossed crossed, std::string_view kind,
                                                    std::string_view data);

} // namespace deadlines
