#include "triage/reader.h"

#include "triage/guess.h"
#include "triage/shipped.h"

#include <stdexcept>

namespace triage {
namespace {

template <class Code>
Weights<Code> shipped_weights(std::string_view file, std::string_view lines, double most) {
    auto read = Weights<Code>::parse(file, lines, shipped_lexicon(), most);
    if (!read) throw std::runtime_error("data/lexicon/" + read.error().detail);
    return std::move(*read);
}

class LexiconReader final : public Reader {
public:
    [[nodiscard]] Profile profile(std::span<const std::string> region,
                                  std::span<const Topic> topics) const override {
        return {std::make_shared<const places::Region>(places::gazetteer().within(region)),
                std::make_shared<const TopicWords>(topics, shipped_lexicon())};
    }

    [[nodiscard]] Reading read(const Input& input, const Profile& profile) const override {
        const Folded folded = fold(input.text);
        const Normalised text = normalise(folded, shipped_lexicon());
        Reading out;
        const KindGuess kind = guess_kind(text, kinds_);
        out.kind = kind.kind;
        out.kind_p = kind.p;
        out.kind_abstains = kind.abstains;
        if (profile.topics) out.topics = profile.topics->guess(text);
        out.topic_abstains = !is_sure(out.topics);
        out.urgency = guess_urgency(text, dangers_);
        if (profile.region) out.places = locate(input, *profile.region);
        out.place_abstains = !is_sure(out.places);
        out.masks = find_private(input.text, folded);
        out.masked = out.masks.empty() ? std::string(input.text) : settled(masked(input.text, out.masks));
        return out;
    }

private:
    Weights<Kind> kinds_ = shipped_weights<Kind>("kinds.tsv", shipped::kinds(), 5);
    Weights<Danger> dangers_ = shipped_weights<Danger>("urgency.tsv", shipped::urgency(), 1);
};

} // namespace

const Reader& lexicon_reader() {
    static const LexiconReader reader;
    return reader;
}

} // namespace triage
