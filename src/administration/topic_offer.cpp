#include "administration/topic_offer.h"

#include <algorithm>

namespace administration {

std::vector<const triage::ShippedTopic*> offered_topics(const agency::Directory& directory) {
    std::vector<const triage::ShippedTopic*> out;
    for (const auto& each : triage::shipped_topics())
        if (!directory.topic(each.topic.code)) out.push_back(&each);
    return out;
}

base::Result<std::vector<agency::Topic>> chosen_topics(const agency::Directory& directory,
                                                       std::span<const std::string> codes) {
    const auto offered = offered_topics(directory);
    for (const auto& code : codes)
        if (std::ranges::none_of(offered, [&](const auto* each) { return each->topic.code == code; }))
            return base::fail_field("topik", "field.invalid", "not offered");
    int ordinal = 0;
    for (const auto& topic : directory.topics())
        ordinal = std::max(ordinal, topic.ordinal);
    std::vector<agency::Topic> out;
    for (const auto* each : offered)
        if (std::ranges::find(codes, each->topic.code) != codes.end())
            out.push_back(own_topic(*each, ordinal += 10));
    if (out.empty()) return base::fail_field("topik", "field.missing");
    return out;
}

agency::Topic own_topic(const triage::ShippedTopic& shipped, int ordinal) {
    return {.code = shipped.topic.code,
            .name_id = shipped.name_id,
            .name_en = shipped.name_en,
            .proof = shipped.proof,
            .profile = {},
            .words = shipped.topic.words,
            .ordinal = ordinal};
}

} // namespace administration
