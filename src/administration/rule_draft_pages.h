// History of the rules, what offices serve, and rehearsals of a draft.
#pragma once
#include "administration/frame_pages.h"
#include "agency/rule_set.h"
#include "cases/rehearsal.h"

namespace administration {

struct HistoryLine {
    agency::RuleVersion version;
    std::string who; ///< empty: the command line
};
[[nodiscard]] html::Markup rule_history_page(const Frame& frame, std::span<const HistoryLine> lines);

/// The frame's directory has the rules of the draft, so that their numbers are known.
[[nodiscard]] html::Markup rehearsal_page(const Frame& frame, const cases::Rehearsal& rehearsal);

[[nodiscard]] html::Markup services_page(const Frame& frame, const Filled& filled);

} // namespace administration
