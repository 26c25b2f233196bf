#include "places/cue.h"

#include "places/shipped.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace places {
namespace {

constexpr auto cues = std::to_array<std::pair<std::string_view, Cue>>({
    {"adm", Cue::filler},         {"administrasi", Cue::filler}, {"camat", Cue::district},
    {"desa", Cue::village},       {"distrik", Cue::district},    {"ds", Cue::village},
    {"gampong", Cue::village},    {"gang", Cue::street},         {"gg", Cue::street},
    {"jalan", Cue::street},       {"jl", Cue::street},           {"jln", Cue::street},
    {"kab", Cue::regency},        {"kabupaten", Cue::regency},   {"kades", Cue::village},
    {"kalurahan", Cue::village},  {"kapanewon", Cue::district},  {"kec", Cue::district},
    {"kecamatan", Cue::district}, {"kel", Cue::village},         {"kelurahan", Cue::village},
    {"kemantren", Cue::district}, {"kodya", Cue::city},          {"kota", Cue::city},
    {"kotamadya", Cue::city},     {"lurah", Cue::village},       {"nagari", Cue::village},
    {"pekon", Cue::village},      {"pemkab", Cue::regency},      {"pemkot", Cue::city},
    {"propinsi", Cue::province},  {"prov", Cue::province},       {"provinsi", Cue::province},
    {"raya", Cue::filler},        {"walikota", Cue::city},
});
static_assert(std::ranges::is_sorted(cues, {}, &std::pair<std::string_view, Cue>::first));

std::vector<std::string_view> read_words(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0 && text.front() != '#') out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::ranges::sort(out);
    return out;
}

} // namespace

Cue cue_of(std::string_view folded) noexcept {
    auto found = std::ranges::lower_bound(cues, folded, {}, &std::pair<std::string_view, Cue>::first);
    return found != cues.end() && found->first == folded ? found->second : Cue::none;
}

bool fits(Cue cue, std::uint64_t number) noexcept {
    const Level level = level_of(number);
    const bool is_city = number / 1'000'000 % 100 > 70; // regencies count from 01, cities from 71
    switch (cue) {
    case Cue::village: return level == Level::village;
    case Cue::district: return level == Level::district;
    case Cue::regency: return level == Level::regency && !is_city;
    case Cue::city: return level == Level::regency && is_city;
    case Cue::province: return level == Level::province;
    case Cue::none:
    case Cue::street:
    case Cue::filler: return false;
    }
    return false;
}

bool is_ordinary(std::string_view folded) {
    static const auto words = read_words(shipped::ordinary());
    return folded.size() <= 3 || std::ranges::binary_search(words, folded);
}

} // namespace places
