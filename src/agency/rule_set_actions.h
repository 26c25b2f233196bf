// Changing the routing rules as a whole: each change is one unit of work, one event and one version.
// Refusals: not_found `office.unknown`, `topic.unknown`, `rule.unknown_version`, `rule.no_draft`; field.* of
// checked(); limited `limit.reached` beyond max_rules; conflict
// `rule.changed_meanwhile` for the second of two who change them at once.
#pragma once
#include "agency/agency_actions.h"
#include "agency/rule_set.h"

namespace agency {

/// Versions older than the newest so many are forgotten.
inline constexpr int kept_versions = 100;

[[nodiscard]] std::vector<RoutingRule> current_rules(db::Tx& tx, base::AgencyId agency);

/// These are the rules from now on, in this order: rules with a known id are changed, others are new, and
/// what is not among them goes. Nothing happens when nothing differs.
[[nodiscard]] base::Result<void> put_rules(db::Tx& tx, const Change& change, base::AgencyId agency,
                                           std::vector<RoutingRule> rules, std::string_view what);

/// Newest first.
[[nodiscard]] std::vector<RuleVersion> rule_versions(db::Tx& tx, base::AgencyId agency, int most);
[[nodiscard]] base::Result<std::vector<RoutingRule>> rules_of_version(db::Tx& tx, base::AgencyId agency,
                                                                      int version);
/// What that version had is what counts again, as a new version.
[[nodiscard]] base::Result<void> restore_rules(db::Tx& tx, const Change& change, base::AgencyId agency,
                                               int version);

/// Null: there is none.
[[nodiscard]] std::optional<RuleDraft> rule_draft(db::Tx& tx, base::AgencyId agency);
/// Checks the rules like put_rules(), and gives new ones their ids.
[[nodiscard]] base::Result<void> save_rule_draft(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                 std::vector<RoutingRule> rules);
void drop_rule_draft(db::Tx& tx, base::AgencyId agency);
/// The draft becomes the rules.
[[nodiscard]] base::Result<void> apply_rule_draft(db::Tx& tx, const Change& change, base::AgencyId agency);

} // namespace agency
