// How good answers are: figures over texts whose label is known. Pure.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace triage {

/// Of one text: the labels by likelihood, the first one's chance, and the true label.
struct Answered {
    int first = -1;
    double p = 0;
    bool is_among_three = false;
    int truth = -1; ///< -1: a label that the model never saw; always wrong
};

struct Quality {
    std::int64_t rows = 0;
    double accuracy = 0;
    double macro_f1 = 0; ///< over the labels that occur among the truths
    double top3 = 0;
    double coverage_at_95 = 0; ///< the most confident share of the rows of which 95 % are right
    double ece = 0;            ///< expected calibration error, fifteen bins of equal width
    double ece_by_chance = 0;  ///< what it would be on so few rows if every chance were true
    double error = 0;          ///< standard error of the accuracy
};
[[nodiscard]] Quality quality_of(std::span<const Answered> answers);

/// The lowest chance from which on `wanted` of the answers are right; above 1 when there is none.
[[nodiscard]] double sure_from(std::span<const Answered> answers, double wanted);

/// One bin of a reliability curve: how sure it was, and how often it was right.
struct Reliability {
    double p = 0;
    double right = 0;
    std::int64_t rows = 0;
};
[[nodiscard]] std::vector<Reliability> reliability_of(std::span<const Answered> answers, int bins);

} // namespace triage
