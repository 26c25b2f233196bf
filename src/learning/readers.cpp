#include "learning/readers.h"

#include "triage/own_lexicon.h"

#include <fmt/format.h>

namespace learning {
namespace {

std::string fingerprint(const agency::Directory& directory) {
    std::string out;
    for (const auto& region : directory.agency().regions)
        (out += region) += ',';
    for (const auto& topic : directory.topics()) {
        if (!topic.is_active) continue;
        (out += '\n') += topic.code;
        for (const auto& word : topic.words)
            (out += '\t') += word;
    }
    out += fmt::format("\nv{} {}", directory.own_words().version, directory.own_words().words.size());
    return out;
}

} // namespace

triage::Profile Readers::profile_of(const agency::Directory& directory) {
    std::string made_of = fingerprint(directory);
    std::lock_guard lock(mutex_);
    Kept& kept = kept_[directory.id()];
    if (kept.made_of != made_of) {
        std::vector<triage::Topic> topics;
        for (const auto& topic : directory.topics())
            if (topic.is_active) topics.push_back({topic.code, topic.words});
        kept = {std::move(made_of), reader_.profile(directory.agency().regions, topics,
                                                    triage::own_lexicon(directory.own_words().words))};
    }
    kept.profile.own = own_.of(directory.id());
    return kept.profile;
}

} // namespace learning
