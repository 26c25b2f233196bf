#include "learning/learn_actions.h"

#include "cases/learning_actions.h"
#include "db/database.h"
#include "learning/suggestion_store.h"
#include "triage/learn.h"
#include "triage/lexicon.h"

#include <algorithm>
#include <map>

namespace learning {
namespace {

constexpr std::string_view kind_head = "kind", topic_head = "topic", office_head = "office";
/// Of the second most frequent label: a head with fewer has nothing to choose.
constexpr std::ptrdiff_t fewest_of_another = 5;

struct Lines {
    std::vector<cases::DecidedCase> cases;
    std::vector<triage::HeadToLearn> heads{
        {std::string(kind_head), {}}, {std::string(topic_head), {}}, {std::string(office_head), {}}};
    std::vector<triage::Example> examples;
};

int label_of(triage::HeadToLearn& head, const std::optional<std::string>& label) {
    if (!label) return -1;
    const auto known = std::ranges::find(head.labels, *label);
    const auto at = known - head.labels.begin();
    if (known == head.labels.end()) head.labels.push_back(*label);
    return static_cast<int>(at);
}

bool can_choose(std::span<const triage::Example> examples, std::size_t head) {
    std::map<int, std::ptrdiff_t> counts;
    for (const auto& each : examples)
        if (each.labels[head] >= 0) ++counts[each.labels[head]];
    return std::ranges::count_if(counts, [](const auto& c) { return c.second >= fewest_of_another; }) >= 2;
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
             {label_of(out.heads[0], std::string(base::code_of(c.kind))), label_of(out.heads[1], c.topic),
              label_of(out.heads[2], c.office ? std::optional(base::to_string(*c.office)) : std::nullopt)}});
    }
    return out;
}

base::Result<triage::Model> learnt(const Lines& lines, std::size_t first, const triage::Lexicon& lexicon,
                                   bool with_kinds) {
    const auto older = std::span(lines.examples).first(first);
    std::vector<triage::HeadToLearn> heads;
    std::vector<std::size_t> kept;
    for (std::size_t h = 0; h < lines.heads.size(); ++h)
        if (can_choose(older, h) && (with_kinds || lines.heads[h].name != kind_head)) {
            heads.push_back(lines.heads[h]);
            kept.push_back(h);
        }
    if (heads.empty())
        return base::fail(base::Kind::conflict, "learn.too_little", "all older cases were decided alike");
    std::vector<triage::Example> examples;
    for (const auto& each : older) {
        triage::Example example{each.text, {}};
        for (const auto h : kept)
            example.labels.push_back(each.labels[h]);
        examples.push_back(std::move(example));
    }
    return triage::learn(examples, heads, {.in_order = true, .lexicon = &lexicon});
}

/// Answers of one head by each of those that are compared.
struct Answers {
    std::vector<triage::Answered> learnt, now, rejected;
};

triage::Answered answered(const triage::Head& head, std::span<const triage::TopicGuess> guesses,
                          const std::string& truth) {
    auto label_of = [&](const std::string& code) {
        const auto at = std::ranges::find(head.labels, code) - head.labels.begin();
        return static_cast<int>(at);
    };
    triage::Answered out{.first = -2, .truth = label_of(truth)};
    if (guesses.empty()) return out;
    out.first = label_of(guesses.front().code);
    out.p = guesses.front().p;
    // Labels that the head does not know are all one past its last: only names tell them apart.
    if (guesses.front().code != truth && out.first == out.truth) out.first = -2;
    out.is_among_three = std::ranges::find(guesses, truth, &triage::TopicGuess::code) != guesses.end();
    return out;
}

std::vector<triage::TopicGuess> three(const triage::Model& model, std::string_view head_name,
                                      std::span<const float> scores) {
    std::vector<triage::TopicGuess> out;
    const auto* head = model.head(head_name);
    if (!head) return out;
    for (const auto& guess : triage::Model::guesses(*head, scores)) {
        if (out.size() == 3) break;
        out.push_back({head->labels[guess.label], guess.p});
    }
    return out;
}

Judged judged(const Answers& answers, const triage::Head* head) {
    constexpr int curve_bins = 10;
    Judged out{.learnt = triage::quality_of(answers.learnt), .now = triage::quality_of(answers.now)};
    if (!answers.rejected.empty()) out.rejected = triage::quality_of(answers.rejected);
    out.curve = triage::reliability_of(answers.learnt, curve_bins);
    out.labels = head ? static_cast<std::int64_t>(head->labels.size()) : 0;
    return out;
}

/// Where the cases begin that judge.
std::size_t first_judge(const std::vector<cases::DecidedCase>& decided, const Champions& champions) {
    const std::size_t newest_fifth = decided.size() * 4 / 5;
    if (!champions.learnt_until) return newest_fifth;
    const auto later =
        std::ranges::upper_bound(decided, *champions.learnt_until, {}, &cases::DecidedCase::received_at);
    return std::max(newest_fifth, static_cast<std::size_t>(later - decided.begin()));
}

/// Empty where an archived case teaches nothing.
std::optional<triage::Kind> archived_as(db::Tx& tx, base::AgencyId agency, cases::CaseId id) {
    const auto said = find(tx, agency, id);
    const auto told = said ? said->truth[static_cast<std::size_t>(Head::kind)] : std::nullopt;
    if (!told) return std::nullopt;
    const auto kind = base::from_code<triage::Kind>(*told);
    return kind && !triage::opens_case(*kind) ? std::optional(*kind) : std::nullopt;
}

} // namespace

std::vector<cases::DecidedCase> decided(db::Database& database, base::AgencyId agency) {
    auto all = cases::decided_cases(database, agency);
    constexpr std::size_t cases_of_a_unit = 500;
    std::vector<std::optional<triage::Kind>> kinds(all.size());
    for (std::size_t from = 0; from < all.size(); from += cases_of_a_unit)
        database.read([&](db::Tx& tx) {
            for (std::size_t i = from; i < std::min(from + cases_of_a_unit, all.size()); ++i)
                kinds[i] = all[i].is_archived ? archived_as(tx, agency, all[i].id) : all[i].kind;
        });
    std::vector<cases::DecidedCase> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!kinds[i]) continue;
        auto& c = out.emplace_back(std::move(all[i]));
        c.kind = *kinds[i];
        if (!c.is_archived) continue;
        c.topic.reset();
        c.office.reset();
    }
    return out;
}

base::Result<Lesson> learn_own(db::Database& database, Readers& readers, const agency::Directory& directory,
                               const Champions& champions) {
    const auto lines = lines_of(decided(database, directory.id()), directory);
    Lesson out{.rows = static_cast<std::int64_t>(lines.cases.size())};
    if (out.rows < fewest_decided_cases ||
        (!can_choose(lines.examples, 0) && !can_choose(lines.examples, 1) && !can_choose(lines.examples, 2)))
        return base::fail(base::Kind::conflict, "learn.too_little",
                          std::to_string(out.rows) + " decided cases; " +
                              std::to_string(fewest_decided_cases) +
                              " of several kinds, topics or offices are needed");
    out.first_at = lines.cases.front().received_at;
    out.last_at = lines.cases.back().received_at;
    const std::size_t older = first_judge(lines.cases, champions);
    if (lines.cases.size() - older < fewest_judged_cases)
        return base::fail(base::Kind::conflict, "learn.nothing_new",
                          std::to_string(lines.cases.size() - older) +
                              " cases are later than what the model in use knows; " +
                              std::to_string(fewest_judged_cases) + " are needed to judge another");
    const auto profile = readers.profile_of(directory);
    const auto& lexicon = triage::lexicon_of(profile);
    auto fresh = learnt(lines, older, lexicon, /*with_kinds=*/true);
    if (!fresh) return base::pass(fresh);
    const auto challenger = std::make_shared<const triage::Model>(std::move(*fresh));
    Answers kinds, topics, offices;
    for (std::size_t i = older; i < lines.cases.size(); ++i) {
        const auto& c = lines.cases[i];
        const auto features = triage::features_of(triage::normalise(c.text, lexicon));
        const auto scores = challenger->scores(features);
        const auto now = readers.reader().read({.text = c.text}, profile);
        const auto taken_back =
            champions.rejected ? champions.rejected->scores(features) : std::vector<float>{};
        auto answer = [&](Answers& to, std::string_view name, const std::optional<std::string>& truth,
                          std::span<const triage::TopicGuess> said_now) {
            const auto* head = challenger->head(name);
            if (!head || !truth) return;
            to.learnt.push_back(answered(*head, three(*challenger, name, scores), *truth));
            to.now.push_back(answered(*head, said_now, *truth));
            if (champions.rejected)
                to.rejected.push_back(answered(*head, three(*champions.rejected, name, taken_back), *truth));
        };
        // A kind is read by what is shipped and by the own model together.
        if (const auto* head = challenger->head(kind_head)) {
            const std::string truth(base::code_of(c.kind));
            auto read_with = [&](std::shared_ptr<const triage::Model> own) {
                auto with = profile;
                with.own = std::move(own);
                return answered(*head, readers.reader().read({.text = c.text}, with).kinds, truth);
            };
            kinds.learnt.push_back(read_with(challenger));
            kinds.now.push_back(answered(*head, now.kinds, truth));
            if (champions.rejected) kinds.rejected.push_back(read_with(champions.rejected));
        }
        answer(topics, topic_head, c.topic, now.topics);
        answer(offices, office_head, c.office ? std::optional(base::to_string(*c.office)) : std::nullopt,
               now.offices);
    }
    out.figures = {.kind = judged(kinds, challenger->head(kind_head)),
                   .topic = judged(topics, challenger->head(topic_head)),
                   .office = judged(offices, challenger->head(office_head))};
    // Kinds are read well from the start: where decisions of this agency would read them worse, they are left
    // to what is shipped, and offices and topics are judged by themselves.
    const bool with_kinds = !reads_worse(out.figures.kind);
    if (!with_kinds) out.figures.kind = {};
    out.is_better = is_better(out.figures);
    if (!out.is_better) return out;
    auto whole = learnt(lines, lines.cases.size(), lexicon, with_kinds);
    if (!whole) return base::pass(whole);
    out.model = std::move(*whole);
    return out;
}

} // namespace learning
