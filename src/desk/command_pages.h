// The commands of a case: what can be done now, and the form of the one that is open. Works without
// JavaScript; a form that came back says what is wrong at its field and has lost nothing.
#pragma once
#include "desk/case_places.h"
#include "desk/command_form.h"
#include "html/markup.h"

namespace desk {

struct PersonChoice {
    std::string id;
    std::string name;
};

/// What the open form offers to choose from.
struct CommandChoices {
    std::vector<PlaceChoice> places;
    std::vector<PersonChoice> people; ///< of the office chosen
};

struct CommandInput {
    const CaseView& view;
    const agency::Directory& directory;
    base::Language language = base::Language::id;
    std::string csrf;
    const CommandChoices& choices;
};

/// `open`: the command whose form stands open; then the main button is the form's.
[[nodiscard]] html::Markup actions_card(const CommandInput& input, std::optional<cases::CommandName> open);
/// `problem`: why the form came back. A command that is not possible any more shows only what was typed.
[[nodiscard]] html::Markup command_card(const CommandInput& input, const CommandDraft& draft,
                                        const std::optional<base::Problem>& problem);
/// A form with nothing to fill in: one button; `fields` are hidden ones.
[[nodiscard]] html::Markup press(const CommandInput& input, cases::CommandName name,
                                 const html::Markup& inside, std::string_view button_class,
                                 const html::Markup& fields = {});

/// The id of the control for a member: "f-proof-note".
[[nodiscard]] std::string control_id(std::string_view field);

} // namespace desk
