// What a text is to a model: hashes of its words, of words without their endings and of pairs of words, each
// with the words it came from. Never fails; linear in the length of the text.
#pragma once
#include "triage/normalise.h"

#include <array>
#include <cstdint>
#include <vector>

namespace triage {

/// Each group has a length of its own, so that a long word does not drown the others.
enum class Group : std::uint8_t { word, stem, pair };
inline constexpr std::size_t groups_count = 3;

struct Feature {
    std::uint64_t key;   ///< different in each group
    std::uint32_t first; ///< words of the text
    std::uint32_t last;  ///< the one after
};
using Features = std::array<std::vector<Feature>, groups_count>;

/// Of long texts the first words count.
[[nodiscard]] Features features_of(const Normalised& text);
inline constexpr std::size_t most_words_read = 2'000;

} // namespace triage
