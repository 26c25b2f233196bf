// The page of an invited person, without JavaScript and without a sign-in.
#pragma once
#include "agency/directory.h"
#include "base/problem.h"
#include "html/markup.h"
#include "staff/invitation.h"

namespace staff {

struct InvitationView {
    const agency::Directory& directory;
    base::Language language = base::Language::id;
    std::string secret;
    Invitation invitation;
    std::string name = {}; ///< as it was typed
    std::optional<base::Problem> problem = {};
};
[[nodiscard]] html::Markup invitation_page(const InvitationView& view);
[[nodiscard]] html::Markup invitation_used_page(const agency::Directory& directory, base::Language language,
                                                std::string_view login);
[[nodiscard]] html::Markup invitation_gone_page(const agency::Directory& directory, base::Language language);

} // namespace staff
