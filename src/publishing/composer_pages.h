// The parts of a form in which a post is written.
#pragma once
#include "html/forms.h"
#include "publishing/post_pages.h"

namespace publishing {

/// Text, rooms left, accounts, pictures with their descriptions.
[[nodiscard]] html::Markup composer_fields(const Form& form, std::span<const Outlet> outlets,
                                           base::Language language);
/// What is wrong, above a form that came back.
[[nodiscard]] html::Markup summary(const std::vector<std::string>& wrong, base::Language language);

} // namespace publishing
