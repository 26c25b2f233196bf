// The rules behind a reading: pure functions of a normalised text and the lists. Nothing fails; what cannot
// be told abstains.
#pragma once
#include "triage/model.h"
#include "triage/reader.h"
#include "triage/weights.h"

namespace triage {

struct KindGuess {
    Kind kind = Kind::other;
    double p = 0;
    bool abstains = true;
};
/// The kind whose phrases weigh most; p is its share after the others'. It abstains below 0.6 or where the
/// second is near.
[[nodiscard]] KindGuess guess_kind(const Normalised& text, const Weights<Kind>& kinds);
/// By Kind; together 1.
using KindChances = std::array<double, base::codes<Kind>.size()>;
/// The lists and the model together, the weighted geometric mean of their chances: each is right where the
/// other has not seen the like.
[[nodiscard]] KindChances mixed(const KindGuess& by_lists, const Head& head, std::span<const float> scores);
/// With what an agency's own model says, which weighs more, of the kinds that it knows; how likely the others
/// are together stays.
[[nodiscard]] KindChances with_own(const KindChances& chances, const Head& own,
                                   std::span<const float> scores);
/// All kinds, the likeliest first, and whether each would be sure enough.
[[nodiscard]] std::vector<KindGuess> likeliest(const KindChances& chances);

/// How little it can wait: the chance that at least one danger named in it is real. Denied dangers count for
/// nothing.
[[nodiscard]] Urgency guess_urgency(const Normalised& text, const Weights<Danger>& dangers);

/// An agency's topics, compiled. Words that several topics share count for less; phrases for more than single
/// words.
class TopicWords {
public:
    TopicWords(std::span<const Topic> topics, const Lexicon& lexicon);
    [[nodiscard]] std::vector<TopicGuess> guess(const Normalised& text) const;
    /// The words that spoke for a topic, the longest first, at most `most`.
    [[nodiscard]] std::vector<Span> why(const Normalised& text, std::string_view code,
                                        std::size_t most) const;
    [[nodiscard]] bool knows(std::string_view code) const;

private:
    std::vector<std::string> codes_;
    Phrases phrases_;
};
/// Sure enough to route by.
[[nodiscard]] bool is_sure(const std::vector<TopicGuess>& topics) noexcept;

/// The areas that text, address and point tell together.
[[nodiscard]] std::vector<places::Candidate> locate(const Input& input, const places::Region& region);
[[nodiscard]] bool is_sure(const std::vector<places::Candidate>& places) noexcept;

} // namespace triage
