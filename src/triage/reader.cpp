#include "triage/reader.h"

#include "triage/guess.h"
#include "triage/model.h"
#include "triage/shipped.h"
#include "triage/training_texts.h"

#include <algorithm>
#include <stdexcept>

namespace triage {
namespace {

constexpr std::size_t most_labels = 3, most_reasons = 3;
/// Of a longer text the beginning tells what it is and where; what is private is hidden in all of it.
constexpr std::size_t most_bytes_read = 100'000;

template <class Code>
Weights<Code> shipped_weights(std::string_view file, std::string_view lines, double most) {
    auto read = Weights<Code>::parse(file, lines, shipped_lexicon(), most);
    if (!read) throw std::runtime_error("data/lexicon/" + read.error().detail);
    return std::move(*read);
}

/// A head whose labels are codes.
template <class Code> Said<Code> said(const Head& head, std::span<const float> scores) {
    const auto best = Model::guesses(head, scores).front();
    const auto label = base::from_code<Code>(head.labels[best.label]);
    return {label ? *label : Code{}, best.p, best.p < head.sure};
}

std::vector<TopicGuess> likeliest_labels(const Head& head, std::span<const float> scores) {
    std::vector<TopicGuess> out;
    for (const auto& guess : Model::guesses(head, scores)) {
        if (out.size() == most_labels) break;
        out.push_back({head.labels[guess.label], guess.p});
    }
    return out;
}

Model whole(std::string_view bytes) {
    auto read = Model::of_bytes(bytes);
    if (!read) throw std::runtime_error("a shipped model: " + read.error().detail);
    return std::move(*read);
}

class ShippedReader final : public Reader {
public:
    [[nodiscard]] Profile profile(std::span<const std::string> region, std::span<const Topic> topics,
                                  std::shared_ptr<const Lexicon> words) const override {
        const Lexicon& lexicon = words ? *words : shipped_lexicon();
        return {.region = std::make_shared<const places::Region>(places::gazetteer().within(region)),
                .topics = std::make_shared<const TopicWords>(topics, lexicon),
                .own = nullptr,
                .words = std::move(words)};
    }

    [[nodiscard]] Reading read(const Input& given, const Profile& profile) const override {
        const Folded folded = fold(given.text);
        Input input = given;
        input.text = given.text.substr(0, most_bytes_read);
        const bool is_whole = input.text.size() == given.text.size();
        const Folded beginning = is_whole ? Folded{} : fold(input.text);
        const Folded& read = is_whole ? folded : beginning;
        const Normalised text = normalise(read, lexicon_of(profile));
        const Features features = fine_features_of(read, text);
        Reading out;
        const auto scores = shipped_model().scores(features);
        const auto own_scores = profile.own ? profile.own->scores(features) : std::vector<float>();
        read_kind(input, text, features, scores, {profile, own_scores}, out);
        read_topic(input, text, features, scores, {profile, own_scores}, out);
        out.sentiment = said<Sentiment>(sentiment_, shipped_feelings().scores(features));
        out.urgency = guess_urgency(text, dangers_);
        if (profile.region) out.places = locate(input, *profile.region);
        out.place_abstains = !is_sure(out.places);
        out.masks = find_private(given.text, folded);
        out.masked = out.masks.empty() ? std::string(given.text) : settled(masked(given.text, out.masks));
        return out;
    }

private:
    /// What an agency's own model says of a text.
    struct Own {
        const Profile& profile;
        std::span<const float> scores;
        [[nodiscard]] const Head* head(std::string_view name) const {
            return profile.own ? profile.own->head(name) : nullptr;
        }
    };

    void read_kind(const Input& input, const Normalised& text, const Features& features,
                   std::span<const float> scores, const Own& own, Reading& out) const {
        KindChances chances = mixed(guess_kind(text, kinds_), kind_, scores);
        if (const Head* head = own.head(kind_head)) chances = with_own(chances, *head, own.scores);
        const auto kinds = likeliest(chances);
        out.kind = kinds.front().kind;
        out.kind_p = kinds.front().p;
        out.kind_abstains = kinds.front().abstains;
        for (const auto& each : std::span(kinds).first(most_labels))
            out.kinds.push_back({std::string(base::code_of(each.kind)), each.p});
        out.language = said<Tongue>(language_, scores);
        const auto abuse = Model::guesses(abuse_, scores).front();
        out.abuse = {abuse_.labels[abuse.label] == "1", abuse.p, abuse.p < abuse_.sure};
        if (!input.asks_why) return;
        const auto label = std::ranges::find(kind_.labels, base::code_of(out.kind)) - kind_.labels.begin();
        out.kind_why = spans_of(
            text, shipped_model().reasons(kind_, static_cast<std::uint32_t>(label), features, most_reasons));
    }

    /// By the agency's own history where it has one; else by the words it gave its topics; else by the
    /// shipped topics of the same code.
    void read_topic(const Input& input, const Normalised& text, const Features& features,
                    std::span<const float> shipped_scores, const Own& own, Reading& out) const {
        const Profile& profile = own.profile;
        if (const Head* office = own.head("office")) {
            out.offices = likeliest_labels(*office, own.scores);
            out.office_abstains = out.offices.front().p < office->sure;
        }
        if (const Head* topic = own.head(topic_head)) {
            take_topics(input, *profile.own, *topic, own.scores, text, features, profile, out);
            return;
        }
        if (profile.topics) out.topics = profile.topics->guess(text);
        out.topic_abstains = !is_sure(out.topics);
        if (input.asks_why && !out.topics.empty())
            out.topic_why = profile.topics->why(text, out.topics.front().code, most_reasons);
        if (!profile.topics || !out.topic_abstains) return;
        // Where its words do not tell, the shipped model may be sure.
        Reading by_model;
        take_topics(input, shipped_model(), topic_, shipped_scores, text, features, profile, by_model);
        if (!out.topics.empty() && by_model.topic_abstains) return;
        out.topics = std::move(by_model.topics);
        out.topic_abstains = by_model.topic_abstains;
        out.topic_why = std::move(by_model.topic_why);
    }

    /// Those that the agency has now: it may have left one since its model was learnt. Where the likeliest is
    /// none of them, it abstains.
    static void take_topics(const Input& input, const Model& model, const Head& head,
                            std::span<const float> scores, const Normalised& text, const Features& features,
                            const Profile& profile, Reading& out) {
        const auto all = likeliest_labels(head, scores);
        for (const auto& each : all)
            if (!profile.topics || profile.topics->knows(each.code)) out.topics.push_back(each);
        out.topic_abstains = out.topics.empty() || out.topics.front().code != all.front().code ||
                             out.topics.front().p < head.sure;
        if (input.asks_why && !out.topics.empty())
            out.topic_why = why(model, head, out.topics.front().code, text, features);
    }

    [[nodiscard]] static std::vector<Span> spans_of(const Normalised& text, std::span<const Reason> reasons) {
        std::vector<Span> out;
        for (const auto& reason : reasons) {
            const Span span{text.words[reason.first].begin, text.words[reason.last - 1].end};
            if (std::ranges::find(out, span) == out.end()) out.push_back(span);
        }
        return out;
    }
    [[nodiscard]] static std::vector<Span> why(const Model& model, const Head& head, std::string_view code,
                                               const Normalised& text, const Features& features) {
        const auto label = std::ranges::find(head.labels, code) - head.labels.begin();
        return spans_of(text, model.reasons(head, static_cast<std::uint32_t>(label), features, most_reasons));
    }
    [[nodiscard]] static const Head& head(std::string_view name) {
        const auto* found = shipped_model().head(name);
        if (!found) throw std::runtime_error("the shipped model has no head " + std::string(name));
        return *found;
    }

    Weights<Kind> kinds_ = shipped_weights<Kind>("kinds.tsv", shipped::kinds(), 5);
    Weights<Danger> dangers_ = shipped_weights<Danger>("urgency.tsv", shipped::urgency(), 1);
    const Head& kind_ = head(kind_head);
    const Head& topic_ = head(topic_head);
    const Head& sentiment_ = *shipped_feelings().head(sentiment_head);
    const Head& abuse_ = head(abuse_head);
    const Head& language_ = head(language_head);
};

} // namespace

const Lexicon& lexicon_of(const Profile& profile) noexcept {
    return profile.words ? *profile.words : shipped_lexicon();
}

const Model& shipped_model() {
    static const Model model = whole(shipped::base_model());
    return model;
}

const Model& shipped_feelings() {
    static const Model model = whole(shipped::feeling_model());
    return model;
}

const Reader& shipped_reader() {
    static const ShippedReader reader;
    return reader;
}

} // namespace triage
