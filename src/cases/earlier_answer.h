// What the agency answered to the public before, in matters like this one. Pure.
#pragma once
#include "cases/case.h"

#include <span>

namespace cases {

struct EarlierAnswer {
    std::string code;
    std::string title;
    std::string text; ///< as it was published
    base::Time at{};
};

/// The stems of a text that tell what it is about, each once, the longest first, at most `most`.
[[nodiscard]] std::vector<std::string> telling_stems(std::string_view text, std::size_t most);

/// How close each text is to the words: shared stems by their rarity among the texts, against the text's
/// length; 0 with fewer than two of them.
[[nodiscard]] std::vector<double> closeness(std::span<const std::string> stems,
                                            std::span<const std::string> texts);

} // namespace cases
