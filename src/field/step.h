// What an officer hands in on the page of a task, as a form and as a command of the lifecycle. Pure. Refusals
// of command_of: field.invalid, item.too_large, case.needs_proof with the field.
#pragma once
#include "field/task.h"

namespace field {

inline constexpr std::size_t max_step_text = 2'000; ///< characters
inline constexpr std::size_t max_step_photos = 3;

enum class Step { start, result, note, question, giving_back, schedule };

struct StepDraft {
    Step step = Step::start;
    std::string text;                ///< note, question, reason, public answer
    std::vector<std::string> photos; ///< sha256 of pictures that were taken in already
    std::string document_number, document_day;
    bool reporter_said_yes = false;
    std::string planned_day, budget_source;
};

/// A field officer may not return a case: the reason becomes a note for the office, which begins with
/// `cannot_be_done`.
[[nodiscard]] base::Result<cases::Command> command_of(const StepDraft& draft, const Task& task,
                                                      proof::ProofKind demanded);

/// After it the officer is done here, and goes on with the list.
[[nodiscard]] bool leaves_the_task(Step step) noexcept;

} // namespace field

template <> inline constexpr auto base::codes<field::Step> = std::to_array<base::Coded<field::Step>>({
    {field::Step::start, "mulai"},
    {field::Step::result, "hasil"},
    {field::Step::note, "catatan"},
    {field::Step::question, "pertanyaan"},
    {field::Step::giving_back, "pengembalian"},
    {field::Step::schedule, "penjadwalan"},
});
