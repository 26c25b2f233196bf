// What a text is to a model: hashes of its words, of words without their endings, of pairs of words and,
// where a model asks for them, of pieces of two to five letters as they are written and of words that are
// denied; each with the words it came from. Never fails; linear in the length of the text.
#pragma once
#include "triage/normalise.h"

#include <array>
#include <cstdint>
#include <vector>

namespace triage {

/// Each group has a length of its own, so that a long word does not drown the others.
enum class Group : std::uint8_t { word, stem, pair, piece, denied };
inline constexpr std::size_t groups_count = 5;

struct Feature {
    std::uint64_t key;   ///< different in each group
    std::uint32_t first; ///< words of the text
    std::uint32_t last;  ///< the one after
};
using Features = std::array<std::vector<Feature>, groups_count>;

/// Of long texts the first words count, and pieces of the first bytes.
inline constexpr std::size_t most_words_read = 2'000, most_bytes_in_pieces = 6'000;

/// Words, stems and pairs.
[[nodiscard]] Features features_of(const Normalised& text);
/// All of them, which tells of feelings and costs four times as much; `folded` is what the text was
/// normalised from.
[[nodiscard]] Features fine_features_of(const Folded& folded, const Normalised& text);

} // namespace triage
