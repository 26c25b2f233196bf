// The form of a ladder: one row for the step that escalates ("naik"), others for reminders ("1" to "7"), and
// the quiet hours. Pure; reading fails with the field of the form.
#pragma once
#include "administration/filled.h"
#include "deadlines/ladder.h"

#include <functional>

namespace administration {

inline constexpr int reminder_rows = static_cast<int>(deadlines::most_steps) - 1;

/// What a field brought along; empty when it did not come.
using Given = std::function<std::string(std::string_view name)>;
/// Rows without a percent are left out.
[[nodiscard]] base::Result<deadlines::Ladder> read_ladder(const Given& given);
/// The fields as the ladder fills them.
[[nodiscard]] Filled filled_of(const deadlines::Ladder& ladder);

} // namespace administration
