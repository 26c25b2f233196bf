#include "triage/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace triage {
namespace {

constexpr std::uint32_t fewest_with_feature = 2;

} // namespace

Vocabulary vocabulary_of(std::size_t texts, const std::function<Features(std::size_t)>& features) {
    struct Seen {
        std::uint32_t texts = 0;
        std::uint32_t last = 0; ///< text, from 1
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    std::vector<std::uint64_t> order;
    for (std::uint32_t i = 0; i < texts; ++i)
        for (const auto& group : features(i))
            for (const auto& feature : group) {
                auto& each = seen[feature.key];
                if (each.last == i + 1) continue;
                each.last = i + 1;
                if (++each.texts == fewest_with_feature) order.push_back(feature.key);
            }
    Vocabulary out;
    const auto all = static_cast<double>(texts);
    for (const auto key : order) {
        out.index.emplace(key, static_cast<int>(out.keys.size()));
        out.keys.push_back(key);
        out.rarity.push_back(static_cast<float>(std::log((1 + all) / (1 + seen[key].texts)) + 1));
    }
    return out;
}

Row row_of(const Features& features, const Vocabulary& vocabulary,
           const std::array<float, groups_count>& weights) {
    Row out;
    std::vector<int> found;
    std::vector<std::pair<int, double>> known;
    for (std::size_t group = 0; group < groups_count; ++group) {
        if (weights[group] <= 0) continue;
        found.clear();
        for (const auto& feature : features[group])
            if (const auto at = vocabulary.index.find(feature.key); at != vocabulary.index.end())
                found.push_back(at->second);
        std::ranges::sort(found);
        known.clear();
        double square = 0;
        for (std::size_t from = 0; from < found.size();) {
            std::size_t to = from;
            while (to < found.size() && found[to] == found[from])
                ++to;
            const double value =
                (1 + std::log(static_cast<double>(to - from))) *
                static_cast<double>(vocabulary.rarity[static_cast<std::size_t>(found[from])]);
            known.emplace_back(found[from], value);
            square += value * value;
            from = to;
        }
        for (const auto& [index, value] : known)
            out.push_back({index + 1, value / std::sqrt(square) * static_cast<double>(weights[group])});
    }
    std::ranges::sort(out, {}, &feature_node::index);
    out.push_back({static_cast<int>(vocabulary.keys.size()) + 1, 1});
    out.push_back({-1, 0});
    return out;
}

} // namespace triage
