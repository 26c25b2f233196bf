// The page of what is listened to.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "desk/listening.h"
#include "html/markup.h"

namespace desk {

struct ListeningPage {
    const agency::Directory& directory;
    std::vector<items::Listened> rows;
    std::optional<items::ItemId> next = {};
    std::optional<agency::AccountId> account = {};  ///< only of this one
    std::vector<const agency::Account*> feeds = {}; ///< to choose from
    base::Language language = base::Language::id;
};
[[nodiscard]] html::Markup listening_page(const ListeningPage& page);

} // namespace desk
