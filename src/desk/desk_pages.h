// The desk /meja: open cases at the offices of the signed-in person, the longest wait first.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "cases/case.h"
#include "html/markup.h"

namespace desk {

struct DeskView {
    base::Language language = base::Language::id;
    const agency::Directory& directory;
    std::string person;
    std::string csrf;
    std::vector<cases::Case> cases;
};
[[nodiscard]] html::Markup desk_page(const DeskView& view);

} // namespace desk
