#include "triage/lines.h"
#include "triage/reader.h"
#include "triage/shipped.h"

#include <stdexcept>

namespace triage {

const std::vector<ShippedTopic>& shipped_topics() {
    static const std::vector<ShippedTopic> topics = [] {
        std::vector<ShippedTopic> out;
        auto read = each_line(
            shipped::topics(), [&](std::size_t number, std::string_view line) -> base::Result<void> {
                ShippedTopic topic;
                topic.topic.code = cut(line, '\t');
                topic.name_id = cut(line, '\t');
                topic.name_en = cut(line, '\t');
                if (topic.topic.code.empty() || topic.name_id.empty() || topic.name_en.empty())
                    return bad_line("topics.line", "topics.tsv", number, "a code and two names are expected");
                std::string_view all_words = cut(line, '\t');
                auto proof = base::from_code<agency::ProofKind>(line);
                if (!proof)
                    return bad_line("topics.line", "topics.tsv", number, "a kind of proof is expected");
                topic.proof = *proof;
                while (!all_words.empty()) {
                    std::string_view words = cut(all_words, ',');
                    while (words.starts_with(' '))
                        words.remove_prefix(1);
                    if (!is_phrase(words, 4))
                        return bad_line("topics.line", "topics.tsv", number, "bad words");
                    topic.topic.words.emplace_back(words);
                }
                out.push_back(std::move(topic));
                return {};
            });
        if (!read) throw std::runtime_error("data/topics/" + read.error().detail);
        return out;
    }();
    return topics;
}

} // namespace triage
