#include "triage/guess.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace triage {
namespace {

constexpr std::size_t kinds_count = base::codes<Kind>.size();
// Set by judgement, not fitted to data: what a text without any known phrase is, and how sure is sure enough.
constexpr double nothing_known = 1.2, sure = 0.6, lead = 0.2, most_of_one_kind = 8;

std::size_t index(Kind kind) noexcept {
    return static_cast<std::size_t>(kind);
}

} // namespace

KindGuess guess_kind(const Normalised& text, const Weights<Kind>& kinds) {
    std::array<double, kinds_count> score{};
    score[index(Kind::other)] = nothing_known;
    kinds.each(text, [&](const Weights<Kind>::Row& row, std::uint32_t first, std::uint32_t) {
        if (is_denied(text, first)) return;
        double& sum = score[index(row.code)];
        // Saying it again adds less and less.
        sum += row.weight * (1 - sum / (most_of_one_kind + row.weight));
    });
    const auto marks =
        std::ranges::count_if(text.words, [&](const Word& word) { return text.form(word) == "?"; });
    if (marks > 0) score[index(Kind::question)] += 1.3;

    // "Lampu mati, kapan diperbaiki?" is a complaint; a bribe told of is more than one; thanks at the end are
    // manners.
    if (score[index(Kind::complaint)] >= 2) score[index(Kind::question)] *= 0.55;
    if (score[index(Kind::whistleblowing)] >= 2.4) score[index(Kind::complaint)] *= 0.5;
    const double matter = std::max({score[index(Kind::complaint)], score[index(Kind::question)],
                                    score[index(Kind::aspiration)], score[index(Kind::information_request)]});
    if (matter >= 1.8 && score[index(Kind::appreciation)] < 2) score[index(Kind::appreciation)] *= 0.4;
    if (score[index(Kind::information_request)] >= 3) score[index(Kind::question)] *= 0.5;

    double sum = 0;
    for (double each : score)
        sum += std::exp(each) - 1;
    const auto best = static_cast<std::size_t>(std::ranges::max_element(score) - score.begin());
    double second = 0;
    for (std::size_t i = 0; i < score.size(); ++i)
        if (i != best) second = std::max(second, std::exp(score[i]) - 1);
    KindGuess out{static_cast<Kind>(best), (std::exp(score[best]) - 1) / (sum + 1), true};
    const bool told = static_cast<Kind>(best) != Kind::other;
    out.abstains = !told || out.p < sure || out.p - second / (sum + 1) < lead;
    return out;
}

KindChances mixed(const KindGuess& by_lists, const Head& head, std::span<const float> scores) {
    // Chosen on texts that neither was made from; half and half is as good.
    constexpr double least = 1e-4, least_of_lists = 0.2, share_of_lists = 0.2;
    // Half of what people write are complaints, a third of the texts that were learnt from.
    constexpr double complaints_are_commoner = 1.5;
    // What the lists say of a text by chance makes the mixture less sure than it may be.
    constexpr double sharper = 1.1;
    KindChances out{};
    for (const auto& guess : Model::guesses(head, scores)) {
        const auto kind = base::from_code<Kind>(head.labels[guess.label]);
        if (!kind) continue;
        const double listed = *kind == by_lists.kind ? std::max(by_lists.p, least_of_lists)
                                                     : (1 - by_lists.p) / (kinds_count - 1);
        out[index(*kind)] =
            std::pow(std::pow(guess.p + least, 1 - share_of_lists) * std::pow(listed + least, share_of_lists),
                     sharper);
        if (*kind == Kind::complaint) out[index(*kind)] *= complaints_are_commoner;
    }
    double sum = 0;
    for (double each : out)
        sum += each;
    for (double& each : out)
        each /= sum;
    return out;
}

KindChances with_own(const KindChances& chances, const Head& own, std::span<const float> scores) {
    // The agency's own decisions are nearer to its texts; it was judged so before it came into use.
    constexpr double least = 1e-4, share_of_own = 2.0 / 3;
    KindChances both{};
    double known = 0, sum = 0;
    for (const auto& guess : Model::guesses(own, scores)) {
        const auto kind = base::from_code<Kind>(own.labels[guess.label]);
        if (!kind) continue;
        known += chances[index(*kind)];
        both[index(*kind)] = std::pow(guess.p + least, share_of_own) *
                             std::pow(chances[index(*kind)] + least, 1 - share_of_own);
        sum += both[index(*kind)];
    }
    KindChances out = chances;
    for (std::size_t i = 0; i < out.size(); ++i)
        if (both[i] > 0) out[i] = both[i] / sum * known;
    return out;
}

std::vector<KindGuess> likeliest(const KindChances& chances) {
    constexpr double sure_together = 0.75, sure_that_nothing_is_wanted = 0.9;
    std::vector<KindGuess> out;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const auto kind = static_cast<Kind>(i);
        const double p = chances[i];
        out.push_back({kind, p, p < (opens_case(kind) ? sure_together : sure_that_nothing_is_wanted)});
    }
    std::ranges::stable_sort(out, std::ranges::greater{}, &KindGuess::p);
    return out;
}

} // namespace triage
