// What was answered before in like matters, beside the field in which an answer is written.
#pragma once
#include "desk/command_pages.h"

namespace desk {

/// To be read without JavaScript; with it each is put into the field of that id by its number or a click.
[[nodiscard]] html::Markup earlier_answers(const CommandInput& input, std::string_view field_id);

} // namespace desk
