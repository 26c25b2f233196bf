#include "triage/quality.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace triage {
namespace {

constexpr int calibration_bins = 15;

bool is_right(const Answered& answer) noexcept {
    return answer.first == answer.truth;
}

std::vector<Answered> by_confidence(std::span<const Answered> answers) {
    std::vector<Answered> out(answers.begin(), answers.end());
    std::ranges::stable_sort(out, std::ranges::greater{}, &Answered::p);
    return out;
}

/// How many of the most confident can be taken so that `wanted` of them are right.
std::size_t covered(std::span<const Answered> sorted, double wanted) {
    std::size_t right = 0, most = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        right += is_right(sorted[i]);
        const bool is_last_of_its_p = i + 1 == sorted.size() || sorted[i + 1].p < sorted[i].p;
        if (is_last_of_its_p && static_cast<double>(right) >= wanted * static_cast<double>(i + 1))
            most = i + 1;
    }
    return most;
}

double macro_f1(std::span<const Answered> answers) {
    struct Counts {
        double true_positive = 0, false_positive = 0, missed = 0;
    };
    std::map<int, Counts> counts;
    for (const auto& answer : answers) {
        if (is_right(answer)) {
            ++counts[answer.truth].true_positive;
            continue;
        }
        ++counts[answer.first].false_positive;
        ++counts[answer.truth].missed;
    }
    double sum = 0, labels = 0;
    for (const auto& [label, c] : counts) {
        if (c.true_positive + c.missed == 0) continue;
        sum += 2 * c.true_positive / (2 * c.true_positive + c.false_positive + c.missed);
        ++labels;
    }
    return labels > 0 ? sum / labels : 0;
}

} // namespace

std::vector<Reliability> reliability_of(std::span<const Answered> answers, int bins) {
    std::vector<Reliability> out(static_cast<std::size_t>(bins));
    for (const auto& answer : answers) {
        auto& bin = out[static_cast<std::size_t>(std::clamp(static_cast<int>(answer.p * bins), 0, bins - 1))];
        bin.p += answer.p;
        bin.right += is_right(answer);
        ++bin.rows;
    }
    for (auto& bin : out) {
        if (bin.rows == 0) continue;
        bin.p /= static_cast<double>(bin.rows);
        bin.right /= static_cast<double>(bin.rows);
    }
    return out;
}

Quality quality_of(std::span<const Answered> answers) {
    Quality out;
    out.rows = static_cast<std::int64_t>(answers.size());
    if (answers.empty()) return out;
    const auto rows = static_cast<double>(answers.size());
    out.accuracy = static_cast<double>(std::ranges::count_if(answers, is_right)) / rows;
    out.top3 = static_cast<double>(std::ranges::count_if(answers, &Answered::is_among_three)) / rows;
    out.macro_f1 = macro_f1(answers);
    out.coverage_at_95 = static_cast<double>(covered(by_confidence(answers), 0.95)) / rows;
    for (const auto& bin : reliability_of(answers, calibration_bins)) {
        const auto count = static_cast<double>(bin.rows);
        out.ece += std::abs(bin.p - bin.right) * count / rows;
        // The mean distance of a share of `count` draws from its chance.
        out.ece_by_chance += std::sqrt(2 / std::numbers::pi * bin.p * (1 - bin.p) * count) / rows;
    }
    out.error = std::sqrt(out.accuracy * (1 - out.accuracy) / rows);
    return out;
}

double sure_from(std::span<const Answered> answers, double wanted) {
    const auto sorted = by_confidence(answers);
    const auto most = covered(sorted, wanted);
    return most == 0 ? 1.01 : sorted[most - 1].p;
}

} // namespace triage
