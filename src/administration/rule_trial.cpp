#include "administration/rule_trial.h"

#include "triage/reader.h"

namespace administration {
namespace {

/// As the intake reads a report: what is not sure is left to a person.
void read_text(const agency::Directory& directory, const Trial& trial, TrialResult& out) {
    std::vector<triage::Topic> topics;
    for (const auto& topic : directory.topics())
        if (topic.is_active) topics.push_back({topic.code, topic.words});
    const auto& reader = triage::lexicon_reader();
    const auto reading =
        reader.read({.text = trial.text}, reader.profile(directory.agency().regions, topics));
    if (!out.topic && !reading.topic_abstains && !reading.topics.empty()) {
        out.topic = reading.topics.front().code;
        out.is_topic_read = true;
    }
    if (!out.area && !reading.place_abstains && !reading.places.empty()) {
        out.area = reading.places.front().area.code;
        out.is_area_read = true;
    }
}

} // namespace

TrialResult try_rules(const agency::Directory& directory, const Trial& trial) {
    TrialResult out;
    if (directory.topic(trial.topic)) out.topic = trial.topic;
    if (!trial.area.empty()) out.area = trial.area;
    if (!trial.text.empty()) read_text(directory, trial, out);
    out.route = cases::route(directory.rules(), directory.offices(), out.topic, out.area);
    for (const agency::RoutingRule& rule : directory.rules()) {
        if (out.route.rule == rule.id) break;
        const auto* office = directory.office(rule.office);
        if (office && office->is_active) out.passed.push_back(rule.id);
    }
    return out;
}

} // namespace administration
