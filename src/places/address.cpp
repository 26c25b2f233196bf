#include "places/address.h"

#include "places/fold.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace places {
namespace {

/// "Jawa Timur 60181" as "jawatimur"; what is a postcode alone gives nothing.
std::string folded_without_postcode(std::string_view part) {
    constexpr std::size_t digits = 5;
    std::string out = fold(part);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (out.size() >= digits && std::all_of(out.end() - digits, out.end(), is_digit))
        out.resize(out.size() - digits);
    return out;
}

/// How the areas around it are written on maps: official, everyday, bare, abroad.
std::vector<std::string> outer_names(std::string_view area) {
    std::vector<std::string> out{"", "indonesia"};
    for (const Area& each : gazetteer().chain(area)) {
        if (each.level != Level::regency && each.level != Level::province) continue;
        const std::string everyday = fold(gazetteer().everyday_name(each.code));
        for (const char* kind : {"", "kota", "kabupaten", "kab", "provinsi"})
            out.push_back(kind + everyday);
        out.push_back(everyday + "city");
        out.push_back(fold(each.name));
    }
    // Several provinces are written in English by maps that are set to it.
    for (const char* english : {"eastjava", "centraljava", "westjava", "specialcapitalregionofjakarta"})
        out.emplace_back(english);
    return out;
}

} // namespace

std::string without_outer_areas(std::string_view address, std::string_view area) {
    const auto outer = outer_names(area);
    std::string_view kept = address;
    for (auto comma = kept.rfind(','); comma != std::string_view::npos; comma = kept.rfind(',')) {
        const auto last = folded_without_postcode(kept.substr(comma + 1));
        if (std::ranges::find(outer, last) == outer.end()) break;
        kept = kept.substr(0, comma);
    }
    return fold(kept).empty() ? std::string(address) : std::string(kept);
}

std::string with_area(std::string_view address, std::string_view area) {
    const std::string name = gazetteer().full_name(area);
    auto known = outer_names(area);
    for (const Area& each : gazetteer().chain(area))
        known.push_back(fold(each.name));
    std::string_view kept = name.empty() ? std::string_view{} : address;
    while (!kept.empty()) {
        const auto comma = kept.rfind(',');
        const auto last = comma == std::string_view::npos ? kept : kept.substr(comma + 1);
        if (std::ranges::find(known, folded_without_postcode(last)) == known.end()) break;
        kept = comma == std::string_view::npos ? std::string_view{} : kept.substr(0, comma);
    }
    if (name.empty()) return std::string(address);
    return kept.empty() ? name : std::string(kept) + ", " + name;
}

} // namespace places
