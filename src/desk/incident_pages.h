// On the page of a case: the incident it belongs to, what is possibly the same, and a reporter's "belum" that
// waits for a look. Works without JavaScript.
#pragma once
#include "desk/command_pages.h"

namespace desk {

/// What the case's incident is, with the button that takes the case out of it; nothing when it is in none.
[[nodiscard]] html::Markup incident_card(const CommandInput& input);
/// What is likely the same and not joined, each with its reasons and a button; nothing when there is none.
[[nodiscard]] html::Markup alike_card(const CommandInput& input);
/// The "belum" that waits, and what can be done about it. `reason_is_missing`: the form came back.
[[nodiscard]] html::Markup doubt_card(const CommandInput& input, bool reason_is_missing);
/// Above the form of resolving: whom the proof is for.
[[nodiscard]] html::Markup proves_all_notice(const CaseView& view, base::Language language);

} // namespace desk
