// The page of one task: what was reported beside what is handed in, and the other steps below.
#pragma once
#include "field/step.h"
#include "field/task_pages.h"

namespace field {

struct TaskView {
    staff::Console console;
    Task task;
    std::vector<std::string> pictures;
    std::vector<proof::Round> rounds;
    std::optional<Step> open = {};       ///< its form stands open
    StepDraft draft = {};                ///< what was written when the step was refused
    std::optional<base::Text> why = {};  ///< it was refused
    std::optional<base::Text> said = {}; ///< what the last step did
    base::Time now;
};
[[nodiscard]] html::Markup task_page(const TaskView& view);

/// Why the step was refused, in words for the field.
[[nodiscard]] base::Text why_not(const base::Problem& problem, Step step);

} // namespace field
