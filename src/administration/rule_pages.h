// /meja/atur/aturan: the rules in their order, what is wrong with them, and a trial.
#pragma once
#include "administration/frame_pages.h"
#include "administration/rule_check.h"
#include "administration/rule_trial.h"

namespace administration {

struct RulesView {
    std::vector<FaultyRule> faulty;
    std::vector<Gap> gaps;
    Filled trial = {}; ///< what was typed: teks, topik, tempat
    std::optional<TrialResult> result = {};
};
[[nodiscard]] html::Markup rules_page(const Frame& frame, const RulesView& view, const Filled& filled);

} // namespace administration
