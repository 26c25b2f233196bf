// /meja/atur/aturan: the rules in their order, what is wrong with them, and a trial. The frame's directory
// has the rules that are shown: those of the draft when there is one.
#pragma once
#include "administration/frame_pages.h"
#include "administration/rule_check.h"
#include "administration/rule_file.h"
#include "administration/rule_trial.h"

namespace administration {

struct RulesView {
    std::vector<FaultyRule> faulty;
    std::vector<Gap> gaps;
    std::vector<Conflict> conflicts = {};
    std::vector<Unserved> unserved = {};
    bool is_draft = false;
    Filled trial = {}; ///< what was typed: teks, topik, tempat, jenis, akun, laporan
    std::optional<TrialResult> result = {};
};
[[nodiscard]] html::Markup rules_page(const Frame& frame, const RulesView& view, const Filled& filled);

/// What was typed, and what the rules make of it.
[[nodiscard]] html::Markup trial_section(const Frame& frame, const RulesView& view);

/// /meja/atur/aturan/{id}: one rule with all it can ask.
[[nodiscard]] html::Markup rule_page(const Frame& frame, const agency::RoutingRule& rule,
                                     const Filled& filled);

/// The fields of a rule, with `usual` where nothing was typed.
[[nodiscard]] html::Markup rule_fields(const Frame& frame, const Filled& filled, const RuleText& usual);

/// As the list numbers it, from 1; empty when it is not in the list.
[[nodiscard]] std::string number_of(const Frame& frame, agency::RoutingRuleId id);

} // namespace administration
