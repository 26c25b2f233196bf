// SQL of routing rules, their versions and the draft. Throws db::Error when the engine fails.
#pragma once
#include "agency/rule_set.h"
#include "db/tx.h"

namespace agency::store {

[[nodiscard]] std::vector<RoutingRule> rules(db::Tx& tx, base::AgencyId agency);
void insert_rule(db::Tx& tx, base::AgencyId agency, const RoutingRule& rule);
void update_rule(db::Tx& tx, base::AgencyId agency, const RoutingRule& rule);
void delete_rule(db::Tx& tx, base::AgencyId agency, RoutingRuleId rule);

/// 0 before the first.
[[nodiscard]] int last_rule_version(db::Tx& tx, base::AgencyId agency);
/// False when somebody else has made that version.
[[nodiscard]] bool insert_rule_version(db::Tx& tx, base::AgencyId agency, const RuleVersion& version,
                                       const std::string& rules);
/// Versions up to that one are forgotten.
void delete_rule_versions(db::Tx& tx, base::AgencyId agency, int until);
[[nodiscard]] std::vector<RuleVersion> rule_versions(db::Tx& tx, base::AgencyId agency, int most);
[[nodiscard]] std::optional<std::string> rules_of_version(db::Tx& tx, base::AgencyId agency, int version);

struct DraftRow {
    base::Time at{};
    std::optional<std::int64_t> staff;
    std::string rules;
};
BOOST_DESCRIBE_STRUCT(DraftRow, (), (at, staff, rules))
[[nodiscard]] std::optional<DraftRow> rule_draft(db::Tx& tx, base::AgencyId agency);
void put_rule_draft(db::Tx& tx, base::AgencyId agency, const DraftRow& draft);
void delete_rule_draft(db::Tx& tx, base::AgencyId agency);

} // namespace agency::store
