// The page of a person's reminders, and the small count beside its name in the navigation.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "desk/notices.h"
#include "html/markup.h"

namespace desk {

struct NoticesPage {
    const agency::Directory& directory;
    const Notices& notices;
    base::Time now{};
    base::Language language = base::Language::id;
    std::string csrf;
    std::string email = {}; ///< as it stands in the form
    base::Language mail_language = base::Language::id;
    std::string away = {}; ///< "2026-12-31"
    bool is_saved = false;
    bool is_email_wrong = false;
    bool is_away_wrong = false;
};
[[nodiscard]] html::Markup notices_page(const NoticesPage& page);
/// Nothing for 0.
[[nodiscard]] html::Markup unseen_count(std::int64_t count, base::Language language);

} // namespace desk
