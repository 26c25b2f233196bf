// Reading tasks and doing their steps, as one person may. Refusals: not_found `case.not_found` for everything
// that is no task of this person's offices; those of cases::act.
#pragma once
#include "cases/case_actions.h"
#include "field/task.h"
#include "staff/principal.h"

namespace field {

inline constexpr std::size_t tasks_shown = 50;

struct TaskList {
    std::vector<Task> open; ///< at most tasks_shown
    std::size_t all = 0;
    std::vector<Task> done_today;
};
/// `here` orders by distance.
[[nodiscard]] TaskList tasks_of(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                std::optional<places::Point> here);

struct WholeTask {
    Task task;
    std::vector<std::string> pictures; ///< of the report
    std::vector<proof::Round> rounds;
};
/// Also of a case that is done already: the officer looks at what was handed in.
[[nodiscard]] base::Result<WholeTask> task_of(db::Tx& tx, const cases::Context& context,
                                              const staff::Principal& person, std::string_view code);

/// Whether the person may see that picture beside the task.
[[nodiscard]] bool shows_picture(const WholeTask& task, std::string_view sha256) noexcept;

[[nodiscard]] base::Result<cases::Case> do_step(db::Tx& tx, const cases::Context& context,
                                                const staff::Principal& person, std::string_view code,
                                                const cases::Command& command, std::optional<int> version);

} // namespace field
