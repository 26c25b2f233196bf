#include "desk/case_places.h"

#include "base/text.h"
#include "places/resolve.h"

#include <algorithm>

namespace desk {
namespace {

constexpr std::size_t most = 30;
constexpr std::size_t longest_search = 100; ///< characters

void add(std::vector<PlaceChoice>& out, std::string_view code) {
    if (out.size() >= most || std::ranges::find(out, code, &PlaceChoice::code) != out.end()) return;
    auto name = places::gazetteer().full_name(code);
    if (!name.empty()) out.push_back({std::string(code), std::move(name)});
}

} // namespace

std::shared_ptr<const places::Region> CasePlaces::region_of(const agency::Directory& directory) {
    std::lock_guard lock(mutex_);
    Kept& kept = kept_[directory.id()];
    if (!kept.region || kept.regions != directory.agency().regions)
        kept = {directory.agency().regions, std::make_shared<const places::Region>(
                                                places::gazetteer().within(directory.agency().regions))};
    return kept.region;
}

std::vector<PlaceChoice> CasePlaces::choices(const agency::Directory& directory,
                                             const std::optional<std::string>& current,
                                             std::string_view looked_for, std::string_view text) {
    std::vector<PlaceChoice> out;
    if (current) add(out, *current);
    const auto region = region_of(directory);
    looked_for = base::first(base::trim(looked_for), longest_search);
    if (!looked_for.empty()) {
        auto found = region->named(looked_for);
        for (const auto& candidate : places::resolve(looked_for, *region))
            found.push_back(candidate.area);
        for (const auto& area : found)
            add(out, area.code);
        for (const auto& area : found)
            if (area.level != places::Level::village)
                for (const auto& child : places::gazetteer().children(area.code))
                    add(out, child.code);
    }
    for (const auto& candidate : places::resolve(text, *region))
        add(out, candidate.area.code);
    return out;
}

} // namespace desk
