#include "cases/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>

namespace cases {
namespace {

using Words = std::vector<std::string>;

// Set by pairs of a real register, one half of it; docs/benchmarks.md has what they give on the other.
constexpr double likely_from = 0.6;
constexpr std::size_t few_words = 4;    ///< below, words alone tell nothing
constexpr std::size_t enough_words = 6; ///< from here on, one report may be all in the other
constexpr double nearly_all = 0.9;      ///< of the shorter one
constexpr double bonus_of_inclusion = 0.15;
constexpr double malus_of_replacement = 0.2; ///< both have words of their own: a form filled in twice
constexpr std::ptrdiff_t replaced_words = 3;
constexpr double same_place_from = 0.6;
constexpr double bonus_of_nearness = 0.2;
constexpr double near_meters = 30;

struct SpreadOf {
    std::string_view word;
    Spread spread;
};
constexpr auto spreads = std::to_array<SpreadOf>({
    {"banjir", {500, std::chrono::days{2}}},
    {"genangan", {300, std::chrono::days{3}}},
    {"longsor", {300, std::chrono::days{7}}},
    {"kebakaran", {300, std::chrono::days{1}}},
    {"macet", {500, std::chrono::days{1}}},
    {"lampu", {150, std::chrono::days{14}}},
    {"pju", {150, std::chrono::days{14}}},
    {"pohon", {80, std::chrono::days{14}}},
    {"sampah", {100, std::chrono::days{7}}},
    {"jalan", {100, std::chrono::days{30}}},
    {"trotoar", {100, std::chrono::days{30}}},
    {"jembatan", {200, std::chrono::days{30}}},
    {"drainase", {150, std::chrono::days{30}}},
    {"saluran", {150, std::chrono::days{30}}},
});

Words common(const Words& a, const Words& b) {
    Words out;
    std::ranges::set_intersection(a, b, std::back_inserter(out));
    return out;
}

/// Both name a number of the same thing, and none of them is the same.
bool do_numbers_clash(const Signature& a, const Signature& b) {
    for (auto from = a.numbers.begin(); from != a.numbers.end();) {
        const auto to = std::find_if(from, a.numbers.end(), [&](const auto& n) { return n.of != from->of; });
        const auto theirs = std::ranges::equal_range(b.numbers, from->of, {}, &Named::of);
        const bool is_shared = std::any_of(
            from, to, [&](const auto& n) { return std::ranges::find(theirs, n) != theirs.end(); });
        if (!theirs.empty() && !is_shared) return true;
        from = to;
    }
    return false;
}

std::string joined(const Words& words) {
    std::string out;
    for (const auto& word : words)
        out += word;
    return out;
}

/// Words of one place that the other report has nowhere, however it parts them ("kencanasari").
std::ptrdiff_t place_words_missing(const Signature& of, const Signature& in) {
    const std::string together = joined(in.place);
    return std::ranges::count_if(of.place, [&](const std::string& word) {
        if (together.find(word) != std::string::npos) return false;
        return std::ranges::none_of(in.words, [&](const std::string& other) {
            return other == word || (other.size() > 3 && word.starts_with(other));
        });
    });
}

Words shared_place(const Signature& a, const Signature& b) {
    Words out;
    for (const auto& word : a.place)
        if (std::ranges::find(b.place, word) != b.place.end()) out.push_back(word);
    return out;
}

/// Two villages are two places; of wider areas one may lie in the other.
bool do_areas_clash(const Signature& a, const Signature& b) {
    if (a.area.empty() || b.area.empty()) return false;
    const auto& [shorter, longer] =
        std::minmax(a.area, b.area, [](const auto& x, const auto& y) { return x.size() < y.size(); });
    return !longer.starts_with(shorter);
}

double word_score(const Signature& a, const Signature& b, std::size_t shared) {
    const std::size_t smaller = std::min(a.words.size(), b.words.size());
    const std::size_t all = a.words.size() + b.words.size() - shared;
    double score = all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
    const auto own_a = static_cast<std::ptrdiff_t>(a.words.size() - shared);
    const auto own_b = static_cast<std::ptrdiff_t>(b.words.size() - shared);
    if (own_a >= replaced_words && own_b >= replaced_words) score -= malus_of_replacement;
    if (smaller >= enough_words && static_cast<double>(shared) >= nearly_all * static_cast<double>(smaller))
        score += bonus_of_inclusion;
    return score;
}

Likeness unlike(Likeness out, Unlike because) {
    out.because = because;
    return out;
}

} // namespace

Spread spread_of(std::string_view topic) noexcept {
    for (const auto& each : spreads)
        if (topic.find(each.word) != std::string_view::npos) return each.spread;
    return {};
}

double meters_between(places::Point a, places::Point b) noexcept {
    constexpr double per_degree = 111'195;
    const double middle = (a.lat + b.lat) / 2 * std::numbers::pi / 180;
    return std::hypot(a.lat - b.lat, (a.lon - b.lon) * std::cos(middle)) * per_degree;
}

Likeness likeness(const Signature& a, const Signature& b) {
    Likeness out;
    const Spread spread = spread_of(a.topic.empty() ? b.topic : a.topic);
    out.apart = a.at < b.at ? b.at - a.at : a.at - b.at;
    if (a.point && b.point) out.meters = meters_between(*a.point, *b.point);
    if (!a.topic.empty() && !b.topic.empty() && a.topic != b.topic) return unlike(out, Unlike::topic);
    if (out.apart > spread.days) return unlike(out, Unlike::time);
    if (out.meters && *out.meters > spread.meters) return unlike(out, Unlike::distance);
    if (!out.meters && do_areas_clash(a, b)) return unlike(out, Unlike::place);
    if (do_numbers_clash(a, b)) return unlike(out, Unlike::numbers);

    const bool is_near = out.meters && *out.meters <= near_meters;
    const auto missing_a = place_words_missing(a, b);
    const auto missing_b = place_words_missing(b, a);
    if (!is_near && missing_a > 0 && missing_b > 0) return unlike(out, Unlike::place);

    out.words = common(a.words, b.words);
    std::ranges::set_intersection(a.numbers, b.numbers, std::back_inserter(out.numbers));
    out.place = shared_place(a, b);
    const double smaller_place = static_cast<double>(std::min(a.place.size(), b.place.size()));
    const bool is_same_place =
        is_near || (!out.numbers.empty() && smaller_place > 0 &&
                    static_cast<double>(out.place.size()) >= same_place_from * smaller_place);
    const bool says_little = std::min(a.words.size(), b.words.size()) < few_words;
    if (says_little && !is_same_place) return unlike(out, Unlike::words);
    out.score = word_score(a, b, out.words.size());
    if (out.meters) out.score += bonus_of_nearness;
    out.is_likely = out.score >= likely_from;
    if (!out.is_likely) return unlike(out, Unlike::words);
    out.score = std::min(out.score, 1.0);
    std::ranges::stable_sort(out.words, std::ranges::greater{}, &std::string::size);
    if (out.words.size() > 4) out.words.resize(4);
    return out;
}

} // namespace cases
