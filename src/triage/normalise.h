// A text as the lists expect it: one width and case, slang and abbreviations written out, stretched letters
// let go. Never fails. Every word knows which bytes of the given text it came from.
#pragma once
#include "triage/fold.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace triage {

class Lexicon;

struct Word {
    std::uint32_t
        begin; ///< bytes of the text as it was given; words written out of one abbreviation share them
    std::uint32_t end;
    std::uint32_t at; ///< where its form stands in Normalised::text
    std::uint32_t size;
    std::uint64_t hash; ///< of the form
    std::uint64_t stem; ///< of the form without -nya, -lah, -kah, -pun, -ku, -mu
};

struct Normalised {
    std::string text; ///< forms joined by spaces; '?', '!' and '.' stay as words of their own, once a run,
                      ///< and so do emoji that say a mood (":tawa:")
    std::vector<Word> words;
    [[nodiscard]] std::string_view form(const Word& word) const noexcept {
        return std::string_view(text).substr(word.at, word.size);
    }
};

[[nodiscard]] Normalised normalise(const Folded& text, const Lexicon& lexicon);
[[nodiscard]] Normalised normalise(std::string_view text, const Lexicon& lexicon);
/// With the shipped lexicon.
[[nodiscard]] Normalised normalise(std::string_view text);

} // namespace triage
