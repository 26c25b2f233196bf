#include "agency/rule_set_store.h"

#include "base/json.h"

namespace agency::store {
namespace {

using base::AgencyId;
using Text = std::string;
using OptionalText = std::optional<std::string>;
using OptionalStaff = std::optional<std::int64_t>;

struct RuleRow {
    RoutingRuleId id;
    int ordinal;
    std::optional<std::string> topic, area;
    OfficeId office;
    std::optional<std::string> conditions;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (id, ordinal, topic, area, office, conditions))

constexpr db::Query<RuleRow(AgencyId)> all_rules{
    "agency.rules", "select id, ordinal, topic, area, office, conditions from routing_rules "
                    "where agency = :agency order by ordinal, id"};
constexpr db::Query<void(AgencyId, RoutingRuleId, int, OptionalText, OptionalText, OfficeId, OptionalText)>
    add_rule{"agency.insert_rule",
             "insert into routing_rules (agency, id, ordinal, topic, area, office, conditions) "
             "values (:agency, :id, :ordinal, :topic, :area, :office, :conditions)"};
constexpr db::Query<void(int, OptionalText, OptionalText, OfficeId, OptionalText, AgencyId, RoutingRuleId)>
    change_rule{"agency.update_rule",
                "update routing_rules set ordinal = :ordinal, topic = :topic, area = :area, "
                "office = :office, conditions = :conditions where agency = :agency and id = :id"};
constexpr db::Query<void(AgencyId, RoutingRuleId)> remove_rule{
    "agency.delete_rule", "delete from routing_rules where agency = :agency and id = :id"};

constexpr db::Query<int(AgencyId)> last_version{
    "agency.last_rule_version", "select coalesce(max(version), 0) from rule_versions where agency = :agency"};
constexpr db::Query<void(AgencyId, int, base::Time, OptionalStaff, Text, Text, int)> add_version{
    "agency.insert_rule_version",
    "insert into rule_versions (agency, version, at, staff, what, rules, n) "
    "values (:agency, :version, :at, :staff, :what, :rules, :n) on conflict do nothing"};
constexpr db::Query<void(AgencyId, int)> forget_versions{
    "agency.delete_rule_versions",
    "delete from rule_versions where agency = :agency and version <= :version"};
constexpr db::Query<RuleVersion(AgencyId, int)> versions{
    "agency.rule_versions", "select version, at, staff, what, n from rule_versions where agency = :agency "
                            "order by version desc limit :most"};
constexpr db::Query<Text(AgencyId, int)> rules_at{
    "agency.rules_of_version",
    "select rules from rule_versions where agency = :agency and version = :version"};

constexpr db::Query<DraftRow(AgencyId)> find_draft{
    "agency.rule_draft", "select at, staff, rules from rule_drafts where agency = :agency"};
constexpr db::Query<void(AgencyId, base::Time, OptionalStaff, Text)> upsert_draft{
    "agency.put_rule_draft",
    "insert into rule_drafts (agency, at, staff, rules) values (:agency, :at, :staff, :rules) "
    "on conflict (agency) do update set at = excluded.at, staff = excluded.staff, rules = excluded.rules"};
constexpr db::Query<void(AgencyId)> remove_draft{"agency.delete_rule_draft",
                                                 "delete from rule_drafts where agency = :agency"};

OptionalText conditions_of(const RoutingRule& rule) {
    if (rule.more.is_empty()) return std::nullopt;
    return base::json::write(rule.more);
}

} // namespace

std::vector<RoutingRule> rules(db::Tx& tx, AgencyId agency) {
    std::vector<RoutingRule> out;
    for (auto& row : tx.all(all_rules, agency)) {
        RoutingRule rule{row.id, row.ordinal, std::move(row.topic), std::move(row.area), row.office};
        if (row.conditions) {
            auto more = base::json::parse_as<RuleConditions>(*row.conditions);
            if (!more) throw db::Error("agency.rules: the conditions of a rule cannot be read");
            rule.more = std::move(*more);
        }
        out.push_back(std::move(rule));
    }
    return out;
}

void insert_rule(db::Tx& tx, AgencyId agency, const RoutingRule& rule) {
    tx.run(add_rule, agency, rule.id, rule.ordinal, rule.topic, rule.area, rule.office, conditions_of(rule));
}

void update_rule(db::Tx& tx, AgencyId agency, const RoutingRule& rule) {
    tx.run(change_rule, rule.ordinal, rule.topic, rule.area, rule.office, conditions_of(rule), agency,
           rule.id);
}

void delete_rule(db::Tx& tx, AgencyId agency, RoutingRuleId rule) {
    tx.run(remove_rule, agency, rule);
}

int last_rule_version(db::Tx& tx, AgencyId agency) {
    return tx.one(last_version, agency).value_or(0);
}

bool insert_rule_version(db::Tx& tx, AgencyId agency, const RuleVersion& version, const std::string& rules) {
    return tx.run(add_version, agency, version.version, version.at, version.staff, version.what, rules,
                  version.n) == 1;
}

void delete_rule_versions(db::Tx& tx, AgencyId agency, int until) {
    tx.run(forget_versions, agency, until);
}

std::vector<RuleVersion> rule_versions(db::Tx& tx, AgencyId agency, int most) {
    return tx.all(versions, agency, most);
}

std::optional<std::string> rules_of_version(db::Tx& tx, AgencyId agency, int version) {
    return tx.one(rules_at, agency, version);
}

std::optional<DraftRow> rule_draft(db::Tx& tx, AgencyId agency) {
    return tx.one(find_draft, agency);
}

void put_rule_draft(db::Tx& tx, AgencyId agency, const DraftRow& draft) {
    tx.run(upsert_draft, agency, draft.at, draft.staff, draft.rules);
}

void delete_rule_draft(db::Tx& tx, AgencyId agency) {
    tx.run(remove_draft, agency);
}

} // namespace agency::store
