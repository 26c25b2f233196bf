#include "intake/learn_actions.h"

#include "cases/learning_actions.h"
#include "db/database.h"
#include "triage/learn.h"

#include <algorithm>

namespace intake {
namespace {

constexpr std::string_view topic_head = "topic", office_head = "office";

struct Lines {
    std::vector<cases::DecidedCase> cases;
    std::vector<triage::HeadToLearn> heads{{std::string(topic_head), {}}, {std::string(office_head), {}}};
    std::vector<triage::Example> examples;
};

int label_of(triage::HeadToLearn& head, const std::optional<std::string>& label) {
    if (!label) return -1;
    const auto known = std::ranges::find(head.labels, *label);
    const auto at = known - head.labels.begin();
    if (known == head.labels.end()) head.labels.push_back(*label);
    return static_cast<int>(at);
}

/// Topics and offices that are no longer in use teach nothing.
Lines lines_of(std::vector<cases::DecidedCase> decided, const agency::Directory& directory) {
    Lines out;
    out.cases = std::move(decided);
    for (auto& c : out.cases) {
        const auto* topic = c.topic ? directory.topic(*c.topic) : nullptr;
        if (!topic || !topic->is_active) c.topic.reset();
        const auto* office = c.office ? directory.office(*c.office) : nullptr;
        if (!office || !office->is_active) c.office.reset();
        out.examples.push_back(
            {c.text,
             {label_of(out.heads[0], c.topic),
              label_of(out.heads[1], c.office ? std::optional(base::to_string(*c.office)) : std::nullopt)}});
    }
    // A head whose labels are all alike has nothing to choose.
    for (std::size_t h = 0; h < out.heads.size(); ++h)
        if (out.heads[h].labels.size() < 2)
            for (auto& example : out.examples)
                example.labels[h] = -1;
    return out;
}

base::Result<triage::Model> learnt(const Lines& lines, std::size_t first) {
    const auto older = std::span(lines.examples).first(first);
    std::vector<triage::HeadToLearn> heads;
    std::vector<std::size_t> kept;
    for (std::size_t h = 0; h < lines.heads.size(); ++h)
        if (lines.heads[h].labels.size() >= 2) {
            heads.push_back(lines.heads[h]);
            kept.push_back(h);
        }
    std::vector<triage::Example> examples;
    for (const auto& each : older) {
        triage::Example example{each.text, {}};
        for (const auto h : kept)
            example.labels.push_back(each.labels[h]);
        examples.push_back(std::move(example));
    }
    return triage::learn(examples, heads, {.in_order = true});
}

struct Answers {
    std::vector<triage::Answered> learnt;
    std::int64_t right_now = 0;
};

void answer(Answers& out, const triage::Head* head, std::span<const float> scores,
            const std::optional<std::string>& truth, const std::optional<std::string>& said_now) {
    if (!head || !truth) return;
    const auto guesses = triage::Model::guesses(*head, scores);
    const auto true_label = std::ranges::find(head->labels, *truth) - head->labels.begin();
    triage::Answered answered{.first = static_cast<int>(guesses.front().label),
                              .p = guesses.front().p,
                              .is_among_three = false,
                              .truth = static_cast<int>(true_label)};
    for (std::size_t k = 0; k < std::min<std::size_t>(3, guesses.size()); ++k)
        answered.is_among_three |= static_cast<int>(guesses[k].label) == answered.truth;
    out.learnt.push_back(answered);
    out.right_now += said_now == truth;
}

Judged judged(const Answers& answers) {
    Judged out{.learnt = triage::quality_of(answers.learnt)};
    if (out.learnt.rows > 0)
        out.now = static_cast<double>(answers.right_now) / static_cast<double>(out.learnt.rows);
    return out;
}

} // namespace

base::Result<Lesson> learn_own(db::Database& database, Readers& readers, const agency::Directory& directory) {
    const auto lines = lines_of(
        database.read([&](db::Tx& tx) { return cases::decided_cases(tx, directory.id()); }), directory);
    Lesson out{.rows = static_cast<std::int64_t>(lines.cases.size()), .topic = {}, .office = {}, .model = {}};
    if (out.rows < fewest_decided_cases ||
        std::ranges::all_of(lines.heads, [](const auto& head) { return head.labels.size() < 2; }))
        return base::fail(base::Kind::conflict, "learn.too_little",
                          std::to_string(out.rows) + " decided cases; " +
                              std::to_string(fewest_decided_cases) +
                              " of several topics or offices are needed");
    const std::size_t older = lines.cases.size() * 4 / 5;
    auto challenger = learnt(lines, older);
    if (!challenger) return base::pass(challenger);
    const auto profile = readers.profile_of(directory);
    Answers topic, office;
    for (std::size_t i = older; i < lines.cases.size(); ++i) {
        const auto& c = lines.cases[i];
        const auto scores = challenger->scores(triage::features_of(triage::normalise(c.text)));
        const auto now = readers.reader().read({.text = c.text}, profile);
        auto first = [](const std::vector<triage::TopicGuess>& guesses) {
            return guesses.empty() ? std::nullopt : std::optional(guesses.front().code);
        };
        answer(topic, challenger->head(topic_head), scores, c.topic, first(now.topics));
        answer(office, challenger->head(office_head), scores,
               c.office ? std::optional(base::to_string(*c.office)) : std::nullopt, first(now.offices));
    }
    out.topic = judged(topic);
    out.office = judged(office);
    bool is_better = false, is_worse = false;
    for (const auto* each : {&out.topic, &out.office}) {
        if (each->learnt.rows == 0) continue;
        is_better |= each->learnt.accuracy - each->now > each->learnt.error;
        is_worse |= each->now - each->learnt.accuracy > each->learnt.error;
    }
    out.is_better = is_better && !is_worse;
    if (!out.is_better) return out;
    auto whole = learnt(lines, lines.cases.size());
    if (!whole) return base::pass(whole);
    out.model = std::move(*whole);
    return out;
}

} // namespace intake
