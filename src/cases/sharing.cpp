#include "cases/sharing.h"

#include <algorithm>

namespace cases {

std::optional<StaffId> choose(SharedBy how, std::span<const Officer> officers, std::optional<StaffId> last) {
    if (officers.empty()) return std::nullopt;
    std::vector<Officer> among(officers.begin(), officers.end());
    if (how == SharedBy::least_work) {
        const auto least = std::ranges::min(among, {}, &Officer::open).open;
        std::erase_if(among, [&](const Officer& each) { return each.open != least; });
    }
    std::ranges::sort(among, {}, &Officer::id);
    const auto next =
        std::ranges::find_if(among, [&](const Officer& each) { return last && each.id > *last; });
    return next == among.end() ? among.front().id : next->id;
}

} // namespace cases
