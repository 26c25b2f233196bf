#include "cases/earlier_answer_actions.h"

#include "cases/case_store.h"
#include "cases/search_store.h"
#include "proof/proof_actions.h"

#include <algorithm>
#include <limits>

namespace cases {
namespace {

constexpr CaseId beyond{std::numeric_limits<std::int64_t>::max()};
constexpr std::size_t most_stems = 8;
constexpr double least_of_best = 3; ///< a third as close as the closest is not like it
/// Matches whose rows are looked at, and cases of these that are compared.
constexpr int matches_looked_through = 600, cases_compared = 80;

struct Answered {
    const Case* c;
    proof::Round round;
};

} // namespace

std::vector<EarlierAnswer> closest_answers(db::Tx& tx, const Case& c, std::size_t most) {
    const auto stems = telling_stems(c.proposed_text, most_stems);
    const auto question = any_word_question(c.agency, stems, dialect_of(tx));
    if (question.match.empty()) return {};
    plan_by_words(tx);
    Stretch stretch{.below = beyond, .floor = CaseId{0}};
    if (auto floor =
            floor_of(tx, Audience::everybody, c.agency, question.match, beyond, matches_looked_through))
        stretch.floor = *floor;
    Listing listing;
    listing.states = {State::resolved, State::closed};
    listing.only_public = true;
    const auto found =
        find_all(tx, c.agency, find_public_ids(tx, c.agency, question, stretch, listing, cases_compared));
    std::vector<Answered> answered;
    std::vector<std::string> texts;
    for (const auto& each : found) {
        if (each.id == c.id || each.kind == Kind::appreciation) continue;
        auto rounds = proof::rounds(tx, c.agency, each.id.value);
        if (rounds.empty() || rounds.back().kind != proof::ProofKind::answer || rounds.back().note.empty())
            continue;
        answered.push_back({&each, std::move(rounds.back())});
        texts.push_back(each.title + " " + each.public_text.value_or(""));
    }
    const auto close = closeness(stems, texts);
    std::vector<std::size_t> order(answered.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    // Found newest first, which decides between equals.
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return close[a] > close[b]; });
    std::vector<EarlierAnswer> out;
    for (const auto i : order) {
        if (out.size() == most || close[i] <= 0 || close[i] * least_of_best < close[order.front()]) break;
        const auto same = std::ranges::find(out, answered[i].round.note, &EarlierAnswer::text);
        if (same != out.end()) continue;
        out.push_back(
            {answered[i].c->code, answered[i].c->title, answered[i].round.note, answered[i].round.given_at});
    }
    return out;
}

} // namespace cases
