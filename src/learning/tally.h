// How often what was suggested is what people said: counts, and the figures they give. Pure.
#pragma once
#include "learning/suggestion.h"

namespace learning {

/// Lines of the tallies that differ only by month are one.
struct Tallied {
    Scored scored;
    std::int64_t n = 0;
};

struct Share {
    std::int64_t right = 0, of = 0;
    [[nodiscard]] double value() const {
        return of > 0 ? static_cast<double>(right) / static_cast<double>(of) : 0;
    }
};

/// Of one head.
struct HeadFigures {
    Share all;           ///< the likeliest label, also where it abstained
    Share sure;          ///< of what it was sure of: what people were shown as suggestion
    double macro_f1 = 0; ///< over the labels that people said; not of places
    double ece = 0;
    std::array<Share, 10> curve = {}; ///< by tenths of the chance
    struct Confused {
        std::string label, truth;
        std::int64_t n = 0;
    };
    std::vector<Confused> confused = {}; ///< sure and wrong, the most frequent first, at most five
};
[[nodiscard]] HeadFigures figures_of(std::span<const Tallied> tallies, Head head);

/// Of kind and topic together.
struct LanguageFigures {
    triage::Tongue language;
    Share sure;
};
/// Of languages with at least `fewest`.
[[nodiscard]] std::vector<LanguageFigures> by_language(std::span<const Tallied> tallies, std::int64_t fewest);

/// Of one month, for everybody: what was sure of kind and topic.
struct MonthFigures {
    int month = 0;
    Share kind, topic;
};

} // namespace learning
