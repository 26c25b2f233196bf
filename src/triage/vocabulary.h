// What a model knows of words while it is learnt: the features of all texts, how rare each is, and a text as
// a row of them. Pure.
#pragma once
#include "triage/features.h"

#include <functional>
#include <linear.h>
#include <unordered_map>

namespace triage {

struct Vocabulary {
    std::vector<std::uint64_t> keys;
    std::vector<float> rarity;
    std::unordered_map<std::uint64_t, int> index;
};

/// Of features that two texts have or more. `features(i)` is asked once for each text, in order.
[[nodiscard]] Vocabulary vocabulary_of(std::size_t texts,
                                       const std::function<Features(std::size_t)>& features);

/// In LIBLINEAR's form: indexes from 1, the last one the bias, then -1.
using Row = std::vector<feature_node>;
/// As Model::scores() reads a text.
[[nodiscard]] Row row_of(const Features& features, const Vocabulary& vocabulary,
                         const std::array<float, groups_count>& weights);

} // namespace triage
