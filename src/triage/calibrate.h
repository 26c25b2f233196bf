// Scores made chances: the curve of a head is fitted on texts that were held back from learning (Platt 1999).
#pragma once
#include "triage/model.h"

#include <span>
#include <vector>

namespace triage {

/// Scores of a head's labels for one text that it did not learn from.
struct HeldBack {
    std::vector<float> scores;
    int truth = 0;         ///< the label
    bool is_found = false; ///< written by a citizen, not for training
};

/// How far what is to come differs from what was held back.
enum class Asked { like_these, later };

/// Sets slope and shift, and leaves in `texts` those that were asked. Where enough were found, these alone
/// are: who writes texts for training writes them plainer than citizens do.
void calibrate(Head& head, std::vector<HeldBack>& texts, Asked asked);

} // namespace triage
