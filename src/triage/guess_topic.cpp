#include "triage/guess.h"

#include <algorithm>

namespace triage {
namespace {

constexpr std::size_t most_topics = 3;
constexpr double doubt = 0.8, sure_topic = 0.5, topic_lead = 0.15;

} // namespace

TopicWords::TopicWords(std::span<const Topic> topics, const Lexicon& lexicon) {
    for (const Topic& topic : topics) {
        const auto index = static_cast<std::uint32_t>(codes_.size());
        codes_.push_back(topic.code);
        for (const std::string& words : topic.words)
            phrases_.add(normalise(words, lexicon), index);
    }
}

std::vector<TopicGuess> TopicWords::guess(const Normalised& text) const {
    std::vector<double> score(codes_.size(), 0);
    std::vector<std::pair<const void*, int>> seen;
    phrases_.each(text, [&](const Phrases::Match& match) {
        auto known = std::ranges::find(seen, static_cast<const void*>(match.what),
                                       &std::pair<const void*, int>::first);
        if (known == seen.end()) known = seen.insert(seen.end(), {match.what, 0});
        if (++known->second > 3) return;
        const double words = std::min(match.last - match.first, 4U);
        const double weight = (0.6 + 0.6 * words) / static_cast<double>(match.what->size()) / known->second;
        for (std::uint32_t topic : *match.what)
            score[topic] += weight;
    });
    double sum = doubt;
    for (double each : score)
        sum += each;
    std::vector<TopicGuess> out;
    for (std::size_t i = 0; i < score.size(); ++i)
        if (score[i] > 0) out.push_back({codes_[i], score[i] / sum});
    std::ranges::sort(out, [](const TopicGuess& a, const TopicGuess& b) {
        return a.p != b.p ? a.p > b.p : a.code < b.code;
    });
    if (out.size() > most_topics) out.resize(most_topics);
    return out;
}

std::vector<Span> TopicWords::why(const Normalised& text, std::string_view code, std::size_t most) const {
    std::vector<std::pair<std::uint32_t, Span>> found;
    phrases_.each(text, [&](const Phrases::Match& match) {
        const auto speaks = [&](std::uint32_t topic) { return codes_[topic] == code; };
        if (std::ranges::none_of(*match.what, speaks)) return;
        const Span span{text.words[match.first].begin, text.words[match.last - 1].end};
        if (std::ranges::find(found, span, &std::pair<std::uint32_t, Span>::second) == found.end())
            found.emplace_back(match.last - match.first, span);
    });
    std::ranges::stable_sort(found, std::ranges::greater{}, &std::pair<std::uint32_t, Span>::first);
    std::vector<Span> out;
    for (const auto& [words, span] : found)
        if (out.size() < most) out.push_back(span);
    return out;
}

bool TopicWords::knows(std::string_view code) const {
    return std::ranges::find(codes_, code) != codes_.end();
}

bool is_sure(const std::vector<TopicGuess>& topics) noexcept {
    return !topics.empty() && topics[0].p >= sure_topic &&
           (topics.size() < 2 || topics[0].p - topics[1].p >= topic_lead);
}

} // namespace triage
