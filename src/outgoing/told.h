// Which message an event asks for. Never fails: what reporters are not told gives none.
#pragma once
#include "cases/event.h"
#include "outgoing/template_key.h"

#include <optional>

namespace outgoing {

/// The lifecycle's table decides (`cases::Transition::told`); a receipt at the beginning. Of two events of
/// one step only one is told: assigning may imply verifying, confirming closes.
[[nodiscard]] std::optional<TemplateKey> told(const cases::Body& body);

/// Of `deadline.due_soon` and its like: the reminder before silence closes the case, and an extension.
[[nodiscard]] std::optional<TemplateKey> told_of_deadline(std::string_view kind, std::string_view deadline);

} // namespace outgoing
