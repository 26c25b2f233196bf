#include "desk/view.h"

namespace desk {

std::string_view slug_of(cases::View view) noexcept {
    for (const auto& named : named_views)
        if (named.view == view) return named.slug;
    return "semua";
}

base::Result<cases::View> view_from(std::string_view slug) {
    for (const auto& named : named_views)
        if (named.slug == slug) return named.view;
    return base::fail_field("pandangan");
}

} // namespace desk
