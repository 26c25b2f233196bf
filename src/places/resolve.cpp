#include "places/resolve.h"

#include "places/mention.h"

#include <algorithm>
#include <span>

namespace places {
namespace {

/// How sure a name makes us before others are counted, and how much it counts where another place is named as
/// well. Set by judgement; estates, main streets, neighbourhoods and named levels by how often they were
/// right in one half of a real register (docs/benchmarks.md).
struct Worth {
    double strength;
    double weight;
};

constexpr double root_named = 0.3;
/// "kel. Melati" in the words outweighs a bare name in the address.
constexpr Worth marked{0.93, 4.5}, marked_otherwise{0.2, 0.05};
/// An address says where the thing is; the words before it name the writer's home and much else besides.
constexpr double weight_in_address = 3;
/// A name that nothing backs counts little in all of Indonesia.
constexpr double weight_of_unbacked = 0.1;
constexpr double surely = 0.6;
constexpr std::size_t most_areas = 128, most_candidates = 8;

/// How far the names of a region reach: in that of a city nearly all streets called after a village are in
/// it, in all of Indonesia most names have a namesake that is no area.
enum class Reach : std::uint8_t { regency, province, nation };

struct Meaning {
    std::uint64_t number;
    double strength;
    double weight;
    bool backed;         ///< an area around it or within it is named elsewhere in the text
    bool is_backed_well; ///< by more than its province
};
struct Reading {
    const Mention* mention;
    bool in_address;
    std::vector<Meaning> meanings;
};

bool nested(std::uint64_t a, std::uint64_t b) noexcept {
    return lies_within(a, b) || lies_within(b, a);
}

bool is_marked(const Mention& mention) noexcept {
    return mention.cue != Cue::none && mention.cue != Cue::street && mention.cue != Cue::filler;
}

/// Whether it tells where something is: then it tells, too, which of its namesakes another name means.
bool tells_place(const Mention& mention) noexcept {
    switch (mention.setting) {
    case Setting::plain:
    case Setting::part:
    case Setting::lane:
    case Setting::office: return true;
    case Setting::street:
    case Setting::main_street:
    case Setting::quarter:
    case Setting::estate:
    case Setting::landmark:
    case Setting::heading:
    case Setting::person: return is_marked(mention);
    }
    return true;
}

Worth worth_of(Setting setting, Reach reach, bool in_address) noexcept {
    const bool far = reach == Reach::nation;
    switch (setting) {
    case Setting::plain: return in_address ? Worth{far ? 0.55 : 0.8, 0.28} : Worth{far ? 0.5 : 0.75, 0.28};
    case Setting::part: return {far ? 0.55 : 0.85, 0.7};
    case Setting::lane: return {far ? 0.55 : 0.88, 0.8};
    case Setting::office: return {far ? 0.45 : 0.68, 0.2};
    case Setting::street: return {reach == Reach::regency ? 0.65 : far ? 0.3 : 0.5, 0.28};
    case Setting::estate:
        if (in_address && reach == Reach::regency) return {0.62, 0.1};
        [[fallthrough]];
    case Setting::quarter: return {far ? 0.2 : 0.4, 0.1};
    case Setting::main_street:
    case Setting::landmark:
    case Setting::heading: return {far ? 0.3 : 0.45, 0.1};
    case Setting::person: return {0.1, 0.02};
    }
    return {};
}

Worth worth_of(const Mention& mention, std::uint64_t number, Reach reach, bool in_address) noexcept {
    if (is_marked(mention)) return fits(mention.cue, number) ? marked : marked_otherwise;
    const bool borrows =
        mention.setting == Setting::quarter ||
        (in_address && (mention.setting == Setting::main_street || mention.setting == Setting::landmark ||
                        mention.setting == Setting::estate));
    // A district is wide: what is called after it seldom lies outside.
    const bool is_wide = borrows && level_of(number) == Level::district;
    return worth_of(is_wide ? Setting::street : mention.setting, reach, in_address);
}

std::vector<Meaning> meanings_of(const Mention& mention, const Region& region, Reach reach, bool in_address) {
    std::vector<Meaning> out;
    const auto names = region.names().subspan(mention.names.first, mention.names.last - mention.names.first);
    for (const Region::Name& name : names.first(std::min(names.size(), most_areas))) {
        const std::uint64_t number = region.gazetteer().rows()[name.row].number;
        Worth worth = worth_of(mention, number, reach, in_address);
        if (in_address) worth.weight *= weight_in_address;
        if (reach == Reach::nation && !fits(mention.cue, number)) worth.weight *= weight_of_unbacked;
        if (region.is_root(number)) worth = {root_named, 0};
        out.push_back({number, worth.strength, worth.weight, false, false});
    }
    return out;
}

/// "Wiyung" said twice tells nothing new; "kel. Wiyung, kec. Wiyung" does.
bool backs(const Reading& one, const Reading& other) noexcept {
    return &one != &other && (one.mention->names.first != other.mention->names.first ||
                              is_marked(*one.mention) || is_marked(*other.mention));
}

/// Areas and by which readings they were named, for questions of the form "by another reading that backs this
/// one?".
class NamedBy {
public:
    void add(std::uint64_t number, const Reading& by) { named_.push_back({number, &by}); }
    void sort() {
        std::ranges::sort(named_);
        named_.erase(std::ranges::unique(named_).begin(), named_.end());
    }
    [[nodiscard]] bool by_another(std::uint64_t number, const Reading& than) const {
        return std::ranges::any_of(std::ranges::equal_range(named_, number, {}, &Named::number),
                                   [&](const Named& named) { return backs(*named.by, than); });
    }

private:
    struct Named {
        std::uint64_t number;
        const Reading* by;
        auto operator<=>(const Named&) const = default;
    };
    std::vector<Named> named_;
};

/// With its city or regency named, a name tells as much as in the region of that city alone; with its
/// district, a good deal more.
double backed_strength(const Reading& reading, const Meaning& meaning, bool closely) {
    const Mention& mention = *reading.mention;
    const double local = worth_of(mention, meaning.number, Reach::regency, reading.in_address).strength;
    const double at_least =
        closely || meaning.is_backed_well ? std::max(local, meaning.strength) : meaning.strength;
    if (!tells_place(mention))
        return closely ? 1 - (1 - at_least) * (mention.setting == Setting::street ? 0.25 : 0.5) : at_least;
    return closely ? 1 - (1 - at_least) * 0.25 : std::max(at_least, 1 - (1 - meaning.strength) * 0.5);
}

/// An area named elsewhere, around this one or within it, makes it surer; regencies tell less than districts.
void back_up(std::vector<Reading>& readings, const Region& region, Reach reach) {
    NamedBy named, within;
    for (const Reading& reading : readings) {
        if (!tells_place(*reading.mention)) continue;
        for (const Meaning& meaning : reading.meanings) {
            if (region.is_root(meaning.number)) continue;
            named.add(meaning.number, reading);
            for (Level level : {Level::province, Level::regency, Level::district})
                if (level < level_of(meaning.number)) within.add(at_level(meaning.number, level), reading);
        }
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
            meaning.is_backed_well = closely || around(Level::regency);
            if (!meaning.backed) continue;
            meaning.strength = backed_strength(reading, meaning, closely);
            meaning.weight *= closely ? 2 : 1.3;
            if (reach == Reach::nation && !fits(reading.mention->cue, meaning.number))
                meaning.weight /= weight_of_unbacked;
        }
}

/// Names that are ordinary words, and all meanings of a name but those the text backs up.
void drop_unlikely(std::vector<Reading>& readings, const Region& region) {
    for (Reading& reading : readings) {
        const Cue cue = reading.mention->cue;
        // "Jl. Kenanga, Ujung, Kota Surabaya" in an address; in a text, a comma stands before any word.
        const bool stands_as_place = reading.in_address && (reading.mention->setting == Setting::part ||
                                                            reading.mention->setting == Setting::lane);
        const bool any_backed = std::ranges::any_of(reading.meanings, &Meaning::backed);
        const bool ordinary = is_ordinary(region.spelling(region.names()[reading.mention->names.first]));
        std::erase_if(reading.meanings, [&](const Meaning& meaning) {
            if (ordinary && !stands_as_place && !meaning.is_backed_well && !fits(cue, meaning.number))
                return true;
            return any_backed && !meaning.backed &&
                   std::ranges::none_of(reading.meanings, [&](const Meaning& other) {
                       return other.backed && nested(other.number, meaning.number);
                   });
        });
    }
    std::erase_if(readings, [](const Reading& reading) { return reading.meanings.empty(); });
}

/// "Gubeng Kertajaya 5": a district and right behind it a village of its own is one name of streets all over
/// the district, for an address goes from the narrow to the wide.
void read_compounds(std::vector<Reading>& readings, std::string_view text) {
    constexpr double village_at_most = 0.5, district_at_least = 0.85;
    const auto is_district = [](const Meaning& meaning) {
        return level_of(meaning.number) == Level::district;
    };
    for (std::size_t i = 1; i < readings.size(); ++i) {
        Reading &wide = readings[i - 1], &narrow = readings[i];
        const Mention &first = *wide.mention, &second = *narrow.mention;
        const bool stands = first.setting == Setting::plain || first.setting == Setting::street ||
                            first.setting == Setting::lane;
        const auto gap = text.substr(first.end, second.begin - first.end);
        if (!stands || is_marked(first) || is_marked(second) || gap.find_first_not_of(' ') != gap.npos ||
            std::ranges::any_of(narrow.meanings, is_district))
            continue;
        for (Meaning& district : wide.meanings) {
            if (!is_district(district) || std::ranges::none_of(narrow.meanings, [&](const Meaning& village) {
                    return lies_within(village.number, district.number);
                }))
                continue;
            district.strength = std::max(district.strength, district_at_least);
            for (Meaning& village : narrow.meanings)
                village.strength = std::min(village.strength, village_at_most);
        }
    }
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
    double weight; ///< beside other places
    const Mention* mention;
};

/// What each reading most likely means, each area once.
std::vector<Found> likeliest(const std::vector<Reading>& readings) {
    std::vector<Found> out;
    for (const Reading& reading : readings) {
        Found best{0, -1, 0, reading.mention};
        for (const Meaning& meaning : reading.meanings)
            if (const double p = chance(meaning, reading); p > best.p)
                best = {meaning.number, p, meaning.weight * p / meaning.strength, reading.mention};
        out.push_back(best);
    }
    std::ranges::sort(out, [](const Found& a, const Found& b) {
        return a.number != b.number ? a.number < b.number : a.weight > b.weight;
    });
    out.erase(std::ranges::unique(out, {}, &Found::number).begin(), out.end());
    return out;
}

/// The share of a meaning beside the other places that the text names.
double share(const Found& found, const std::vector<Found>& likely) {
    double rivals = 0, own = found.weight;
    for (const Found& other : likely) {
        if (other.number == found.number)
            own = std::max(own, other.weight);
        else if (!nested(other.number, found.number))
            rivals += other.weight;
    }
    return rivals > 0 ? own / (own + rivals) : 1;
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

/// Whether an area within it is nearly as sure: then naming the wider one adds nothing. In an address, "Griya
/// Melati, Tebet" tells of Melati as well.
bool is_told_closer(const Found& wider, std::span<const Found> found, std::size_t address_at) {
    return std::ranges::any_of(found, [&](const Found& other) {
        if (other.number == wider.number || !lies_within(other.number, wider.number)) return false;
        const Mention& mention = *other.mention;
        const bool is_street = mention.setting == Setting::street;
        const bool tells = (tells_place(mention) && mention.setting != Setting::office) || is_street;
        const bool has_own_name = mention.names.first != wider.mention->names.first;
        return (tells && other.p >= 0.8 * wider.p) ||
               (has_own_name && (tells || mention.begin >= address_at) && other.p >= surely);
    });
}

Reach reach_of(const Region& region) noexcept {
    const auto around = region.around();
    if (!around) return Reach::nation;
    return level_of(*around) == Level::province ? Reach::province : Reach::regency;
}

} // namespace

std::vector<Candidate> resolve(std::string_view text, const Region& region, std::size_t address_at) {
    std::vector<Mention> mentions = find_mentions(text, region);
    settle_address(mentions, text, region, address_at);
    const Reach reach = reach_of(region);
    std::vector<Reading> readings;
    readings.reserve(mentions.size());
    for (const Mention& mention : mentions) {
        const bool in_address = mention.begin >= address_at;
        readings.push_back({&mention, in_address, meanings_of(mention, region, reach, in_address)});
    }
    back_up(readings, region, reach);
    drop_unlikely(readings, region);
    read_compounds(readings, text);

    const std::vector<Found> likely = likeliest(readings);
    std::vector<Found> found;
    for (const Reading& reading : readings)
        for (const Meaning& meaning : reading.meanings) {
            Found each{meaning.number, chance(meaning, reading), 0, reading.mention};
            each.weight = meaning.weight * each.p / meaning.strength;
            each.p *= share(each, likely);
            if (each.p >= 0.005) found.push_back(each);
        }
    order(found);
    if (found.size() > 4 * most_candidates) found.resize(4 * most_candidates);

    std::vector<Candidate> out;
    for (const Found& each : found) {
        if (out.size() == most_candidates) break;
        if (is_told_closer(each, found, address_at)) continue;
        out.push_back({region.gazetteer().area(*region.gazetteer().row(each.number)), each.p,
                       each.mention->begin, each.mention->end});
    }
    return out;
}

} // namespace places
