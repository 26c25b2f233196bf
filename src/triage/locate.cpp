#include "triage/guess.h"

#include <algorithm>

namespace triage {
namespace {

constexpr double sure = 0.6;

/// How far the middle of the right village may be from where someone stands: villages are some kilometres
/// wide.
double chance_at(double km) noexcept {
    if (km <= 1) return 0.8;
    if (km <= 2.5) return 0.65;
    if (km <= 6) return 0.45;
    return km <= 15 ? 0.2 : 0;
}

bool within(const std::string& inner, const std::string& outer) {
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '.');
}

/// Puts the village at the point beside what the words say: they back each other or make each other less
/// sure.
void add_point(std::vector<places::Candidate>& found, places::Point point, const places::Region& region) {
    const auto near = region.nearest(point);
    if (!near || chance_at(near->km) == 0) return;
    const double p = chance_at(near->km);
    bool known = false, backed = false;
    double rival = 0;
    for (places::Candidate& candidate : found) {
        const bool same = candidate.area.code == near->area.code;
        if (same || within(near->area.code, candidate.area.code)) {
            backed = true;
            if (same) candidate.p = 1 - (1 - candidate.p) * (1 - p);
            known = known || same;
        } else if (candidate.area.level == places::Level::village &&
                   within(near->area.code, candidate.area.code.substr(0, 8))) {
            candidate.p =
                1 - (1 - candidate.p) *
                        0.6; // a neighbour in the same district: the middle nearest is not always right
            rival = std::max(rival, candidate.p);
        } else {
            rival = std::max(rival, candidate.p);
        }
    }
    if (!known) found.push_back({near->area, backed ? std::min(0.95, p + 0.1) : p * (1 - 0.5 * rival), 0, 0});
    std::ranges::sort(found, [](const places::Candidate& a, const places::Candidate& b) {
        return a.p != b.p ? a.p > b.p : a.area.code.size() > b.area.code.size();
    });
}

} // namespace

std::vector<places::Candidate> locate(const Input& input, const places::Region& region) {
    // One text, so that the address backs what the words say.
    std::string both;
    std::string_view all = input.text;
    if (!input.place_text.empty()) {
        both.reserve(input.text.size() + input.place_text.size() + 1);
        both.append(input.text).append("\n").append(input.place_text);
        all = both;
    }
    std::vector<places::Candidate> found = places::resolve(all, region, input.text.size());
    for (places::Candidate& candidate : found)
        if (candidate.end > input.text.size()) candidate.begin = candidate.end = 0;
    if (input.point) add_point(found, *input.point, region);
    return found;
}

bool is_sure(const std::vector<places::Candidate>& places) noexcept {
    return !places.empty() && places[0].p >= sure;
}

} // namespace triage
