// What staff must know while an account is not connected: from when on nothing comes in.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "network/connection_view.h"
#include "staff/principal.h"

#include <span>

namespace desk {

/// Empty when all is well.
[[nodiscard]] html::Markup broken_notice(std::span<const network::BrokenAccount> broken,
                                         const agency::Directory& directory, const staff::Principal& person,
                                         base::Language language);

} // namespace desk
