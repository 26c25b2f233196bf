// /dinding: what officers report from the field, newest first, in the staff's frame or the public one.
#pragma once
#include "base/language.h"
#include "base/time.h"
#include "html/markup.h"
#include "publishing/post.h"

#include <map>

namespace publishing {

struct WallView {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    std::vector<Whole> reports = {};
    std::map<std::int64_t, std::string> offices = {};
    bool is_staff = false; ///< sees where each report stands, and its page
};
/// The part that is exchanged while somebody watches.
[[nodiscard]] html::Markup wall_list(const WallView& view);
/// Begins with the page's <h1>.
[[nodiscard]] html::Markup wall_page(const WallView& view);

} // namespace publishing
