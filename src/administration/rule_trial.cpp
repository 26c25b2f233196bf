#include "administration/rule_trial.h"

#include "triage/own_lexicon.h"
#include "triage/reader.h"

namespace administration {
namespace {

/// As the intake reads a report: what is not sure is left to a person.
void read_text(const agency::Directory& directory, const Trial& trial, TrialResult& out,
               std::string& masked) {
    std::vector<triage::Topic> topics;
    for (const auto& topic : directory.topics())
        if (topic.is_active) topics.push_back({topic.code, topic.words});
    const auto& reader = triage::shipped_reader();
    const auto profile =
        reader.profile(directory.agency().regions, topics, triage::own_lexicon(directory.own_words().words));
    const auto reading = reader.read({.text = trial.text}, profile);
    masked = reading.masked;
    if (trial.kind.empty() && !reading.kind_abstains) {
        out.kind = reading.kind;
        out.is_kind_read = true;
    }
    if (!out.topic && !reading.topic_abstains && !reading.topics.empty()) {
        out.topic = reading.topics.front().code;
        out.is_topic_read = true;
    }
    if (!out.area && !reading.place_abstains && !reading.places.empty()) {
        out.area = reading.places.front().area.code;
        out.is_area_read = true;
    }
}

void ask(const agency::Directory& directory, const cases::Matter& matter, TrialResult& out) {
    const auto& rules = cases::rules_of(directory);
    out.route = rules.route(matter);
    out.passed = rules.passed(matter);
}

} // namespace

TrialResult try_rules(const agency::Directory& directory, const Trial& trial) {
    TrialResult out;
    if (directory.topic(trial.topic)) out.topic = trial.topic;
    if (!trial.area.empty()) out.area = trial.area;
    if (auto kind = base::from_code<cases::Kind>(trial.kind)) out.kind = *kind;
    std::string masked;
    if (!trial.text.empty()) read_text(directory, trial, out, masked);
    cases::Matter matter{
        .kind = out.kind, .topic = out.topic, .area = out.area, .text = masked, .received_at = trial.now};
    if (auto account = base::parse_id_as<agency::AccountId>(trial.account))
        matter.account = *account;
    else if (const auto* form = directory.form_account())
        matter.account = form->id;
    ask(directory, matter, out);
    return out;
}

TrialResult try_rules(const agency::Directory& directory, const cases::Case& c) {
    TrialResult out{.topic = c.topic, .area = c.area};
    out.kind = c.kind;
    ask(directory, cases::matter_of(c), out);
    return out;
}

} // namespace administration
