#include "administration/area_lookup.h"

#include "base/text.h"
#include "places/resolve.h"

#include <algorithm>

namespace administration {

base::Result<std::string> find_area(std::string_view text, std::span<const std::string> regions) {
    const std::string_view wanted = base::trim(text);
    if (auto known = places::gazetteer().find(wanted)) return known->code;
    if (wanted.empty() || wanted.size() > 200) return base::fail_field("area", "area.unknown");
    const auto region = places::gazetteer().within(regions);
    auto named = region.named(wanted);
    std::ranges::stable_sort(named, {}, &places::Area::level);
    // "Tebet" is the district, not the village in it that has its name.
    if (named.size() == 1 || (named.size() > 1 && named[0].level != named[1].level)) return named[0].code;
    const auto found = places::resolve(wanted, region);
    if (found.empty()) return base::fail_field("area", named.empty() ? "area.unknown" : "area.unclear");
    if (found.size() > 1 && found[0].p - found[1].p < 0.1) return base::fail_field("area", "area.unclear");
    return found.front().area.code;
}

} // namespace administration
