// The fields of each command's form.
#pragma once
#include "desk/command_pages.h"

namespace desk {

struct FieldsInput {
    const CommandInput& in;
    const CommandDraft& draft;
    const std::optional<base::Problem>& problem;
};
[[nodiscard]] html::Markup command_fields(const FieldsInput& input);

} // namespace desk
