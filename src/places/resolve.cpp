#include "places/resolve.h"

#include "places/mention.h"

#include <algorithm>
#include <span>

namespace places {
namespace {

// How sure a name makes us, before others are counted: set by judgement, not fitted to data.
constexpr double plain = 0.75, with_cue = 0.93, against_cue = 0.2, in_street = 0.5, root_named = 0.3;
constexpr std::size_t most_areas = 128, most_candidates = 8;

struct Meaning {
    std::uint64_t number;
    double strength;
    bool backed; ///< an area around it or within it is named elsewhere in the text
};
struct Reading {
    const Mention* mention;
    std::vector<Meaning> meanings;
};

bool nested(std::uint64_t a, std::uint64_t b) noexcept {
    return lies_within(a, b) || lies_within(b, a);
}

std::vector<Meaning> meanings_of(const Mention& mention, const Region& region) {
    std::vector<Meaning> out;
    const auto names = region.names().subspan(mention.names.first, mention.names.last - mention.names.first);
    for (const Region::Name& name : names.first(std::min(names.size(), most_areas))) {
        const std::uint64_t number = region.gazetteer().rows()[name.row].number;
        double strength = plain;
        if (region.is_root(number))
            strength = root_named;
        else if (mention.cue == Cue::street)
            strength = in_street;
        else if (mention.cue != Cue::none && mention.cue != Cue::filler)
            strength = fits(mention.cue, number) ? with_cue : against_cue;
        out.push_back({number, strength, false});
    }
    return out;
}

/// Areas and by which readings they were named, for questions of the form "by another reading than this
/// one?".
class NamedBy {
public:
    void add(std::uint64_t number, const Reading& by) { named_.push_back({number, &by}); }
    void sort() {
        std::ranges::sort(named_);
        named_.erase(std::ranges::unique(named_).begin(), named_.end());
    }
    [[nodiscard]] bool by_another(std::uint64_t number, const Reading& than) const {
        const auto found = std::ranges::equal_range(named_, number, {}, &Named::number);
        return std::ranges::size(found) > 1 || (!found.empty() && found.front().by != &than);
    }

private:
    struct Named {
        std::uint64_t number;
        const Reading* by;
        auto operator<=>(const Named&) const = default;
    };
    std::vector<Named> named_;
};

/// An area named elsewhere, around this one or within it, makes it surer; regencies tell less than districts.
void back_up(std::vector<Reading>& readings, const Region& region) {
    NamedBy named, within;
    for (const Reading& reading : readings)
        for (const Meaning& meaning : reading.meanings) {
            if (region.is_root(meaning.number)) continue;
            named.add(meaning.number, reading);
            for (Level level : {Level::province, Level::regency, Level::district})
                if (level < level_of(meaning.number)) within.add(at_level(meaning.number, level), reading);
        }
    named.sort();
    within.sort();
    for (Reading& reading : readings)
        for (Meaning& meaning : reading.meanings) {
            if (region.is_root(meaning.number)) continue;
            const Level level = level_of(meaning.number);
            const auto around = [&](Level wider) {
                return wider < level && named.by_another(at_level(meaning.number, wider), reading);
            };
            const bool closely = around(Level::district) ||
                                 (level == Level::district && within.by_another(meaning.number, reading));
            meaning.backed = closely || around(Level::regency) || around(Level::province) ||
                             within.by_another(meaning.number, reading);
            if (meaning.backed) meaning.strength = 1 - (1 - meaning.strength) * (closely ? 0.25 : 0.5);
        }
}

/// Names that are ordinary words, and all meanings of a name but those the text backs up.
void drop_unlikely(std::vector<Reading>& readings, const Region& region) {
    for (Reading& reading : readings) {
        const Cue cue = reading.mention->cue;
        const bool any_backed = std::ranges::any_of(reading.meanings, &Meaning::backed);
        const bool ordinary = is_ordinary(region.spelling(region.names()[reading.mention->names.first]));
        std::erase_if(reading.meanings, [&](const Meaning& meaning) {
            if (ordinary && !meaning.backed && !fits(cue, meaning.number)) return true;
            return any_backed && !meaning.backed &&
                   std::ranges::none_of(reading.meanings, [&](const Meaning& other) {
                       return other.backed && nested(other.number, meaning.number);
                   });
        });
    }
    std::erase_if(readings, [](const Reading& reading) { return reading.meanings.empty(); });
}

/// The chance of one meaning: its strength, shared with the other areas of that name that do not lie around
/// or within.
double chance(const Meaning& meaning, const Reading& reading) {
    const auto weight = [](const Meaning& m) { return m.strength * m.strength * m.strength; };
    double rivals = 0;
    bool has_namesake_around = false;
    for (const Meaning& other : reading.meanings) {
        if (other.number == meaning.number) continue;
        if (!nested(other.number, meaning.number))
            rivals += weight(other);
        else if (lies_within(meaning.number, other.number) && other.strength >= meaning.strength)
            has_namesake_around = true;
    }
    // "Wiyung" is a district and a village in it: the wider one is right in both cases.
    return meaning.strength * weight(meaning) / (weight(meaning) + rivals) *
           (has_namesake_around ? 0.7 : 1.0);
}

struct Found {
    std::uint64_t number;
    double p;
    const Mention* mention;
};

/// What each reading most likely means; streets are named after places far away too and rival nothing.
std::vector<Found> likeliest(const std::vector<Reading>& readings) {
    std::vector<Found> out;
    for (const Reading& reading : readings) {
        Found best{0, -1, reading.mention};
        for (const Meaning& meaning : reading.meanings)
            if (const double p = chance(meaning, reading); p > best.p)
                best = {meaning.number, p, reading.mention};
        if (reading.mention->cue != Cue::street) out.push_back(best);
    }
    return out;
}

/// Each area once, with the mention that makes it surest; the surest first and the narrower before the wider.
void order(std::vector<Found>& found) {
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return a.number != b.number ? a.number < b.number : a.p > b.p;
    });
    found.erase(std::ranges::unique(found, {}, &Found::number).begin(), found.end());
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        if (a.p != b.p) return a.p > b.p;
        if (level_of(a.number) != level_of(b.number)) return level_of(a.number) > level_of(b.number);
        return a.number < b.number;
    });
}

/// Whether an area within it is nearly as sure: then naming the wider one adds nothing.
bool is_told_closer(const Found& wider, std::span<const Found> found) {
    return std::ranges::any_of(found, [&](const Found& other) {
        return other.number != wider.number && lies_within(other.number, wider.number) &&
               other.p >= 0.8 * wider.p;
    });
}

} // namespace

std::vector<Candidate> resolve(std::string_view text, const Region& region) {
    const std::vector<Mention> mentions = find_mentions(text, region);
    std::vector<Reading> readings;
    readings.reserve(mentions.size());
    for (const Mention& mention : mentions)
        readings.push_back({&mention, meanings_of(mention, region)});
    back_up(readings, region);
    drop_unlikely(readings, region);

    const std::vector<Found> likely = likeliest(readings);
    std::vector<Found> found;
    for (const Reading& reading : readings)
        for (const Meaning& meaning : reading.meanings) {
            const bool other_place = std::ranges::any_of(likely, [&](const Found& its) {
                return its.mention != reading.mention && !nested(its.number, meaning.number);
            });
            const double p = chance(meaning, reading) * (other_place ? 0.8 : 1.0);
            if (p >= 0.005) found.push_back({meaning.number, p, reading.mention});
        }
    order(found);
    if (found.size() > 4 * most_candidates) found.resize(4 * most_candidates);

    std::vector<Candidate> out;
    for (const Found& each : found) {
        if (out.size() == most_candidates) break;
        if (is_told_closer(each, found)) continue;
        out.push_back({region.gazetteer().area(*region.gazetteer().row(each.number)), each.p,
                       each.mention->begin, each.mention->end});
    }
    return out;
}

} // namespace places
