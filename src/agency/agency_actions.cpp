#include "agency/agency_actions.h"

#include "agency/agency_store.h"
#include "agency/directory_actions.h"
#include "agency/note_actions.h"
#include "base/encode.h"

namespace agency {
namespace {

constexpr std::size_t salt_bytes = 32;

std::unexpected<base::Problem> not_found(std::string code) {
    return base::fail(base::Kind::not_found, std::move(code));
}

base::Result<void> check_office(db::Tx& tx, base::AgencyId agency, std::optional<OfficeId> office) {
    if (office && !store::has_office(tx, agency, *office)) return not_found("office.unknown");
    return {};
}

} // namespace

base::Result<Agency> create_agency(db::Tx& tx, const Change& change, const base::Random& random,
                                   Agency given) {
    auto agency = checked(std::move(given));
    if (!agency) return agency;
    agency->id = store::next_agency_id(tx);
    agency->secret_salt = base::to_base64url(random(salt_bytes));
    agency->created_at = change.now;
    if (!store::insert_agency(tx, *agency)) return base::fail(base::Kind::conflict, "agency.host_taken");
    note(tx, change, agency->id, {.kind = "agency.created", .data = {{"name", agency->name}}});
    return agency;
}

base::Result<void> change_agency(db::Tx& tx, const Change& change, Agency given) {
    auto agency = checked(std::move(given));
    if (!agency) return base::pass(agency);
    auto stored = store::find_agency(tx, agency->id);
    if (!stored) return not_found("agency.unknown");
    if (agency->host && store::is_host_of_another(tx, agency->id, *agency->host))
        return base::fail(base::Kind::conflict, "agency.host_taken");
    store::update_agency(tx, *agency);
    note(tx, change, agency->id, {.kind = "agency.changed", .data = {{"name", agency->name}}});
    return {};
}

base::Result<Office> add_office(db::Tx& tx, const Change& change, base::AgencyId agency, Office given) {
    auto office = checked(std::move(given));
    if (!office) return office;
    if (auto parent = check_office(tx, agency, office->parent); !parent) return base::pass(parent);
    office->id = change.ids.next<OfficeId>();
    store::insert_office(tx, agency, *office, change.now);
    note(tx, change, agency,
         {.kind = "office.added",
          .subject_kind = "office",
          .subject = office->id.value,
          .data = {{"name", office->name}}});
    return office;
}

base::Result<void> change_office(db::Tx& tx, const Change& change, base::AgencyId agency, Office given) {
    auto office = checked(std::move(given));
    if (!office) return base::pass(office);
    if (auto known = check_office(tx, agency, office->id); !known) return known;
    if (auto parent = check_office(tx, agency, office->parent); !parent) return parent;
    if (office->parent && OfficeTree(store::offices(tx, agency)).is_below(*office->parent, office->id))
        return base::fail(base::Kind::conflict, "office.circle",
                          "an office cannot move under one of its own");
    store::update_office(tx, agency, *office);
    note(tx, change, agency,
         {.kind = "office.changed",
          .subject_kind = "office",
          .subject = office->id.value,
          .data = {{"name", office->name}, {"active", office->is_active}}});
    return {};
}

base::Result<void> put_topic(db::Tx& tx, const Change& change, base::AgencyId agency, Topic given) {
    auto topic = checked(std::move(given));
    if (!topic) return base::pass(topic);
    store::put_topic(tx, agency, *topic);
    note(tx, change, agency,
         {.kind = "topic.put", .data = {{"topic", topic->code}, {"proof", base::code_of(topic->proof)}}});
    return {};
}

base::Result<RoutingRule> add_rule(db::Tx& tx, const Change& change, base::AgencyId agency,
                                   RoutingRule rule) {
    if (auto office = check_office(tx, agency, rule.office); !office) return base::pass(office);
    if (rule.topic && !store::has_topic(tx, agency, *rule.topic)) return not_found("topic.unknown");
    if (rule.area && (rule.area->empty() || rule.area->size() > 13)) return base::fail_field("area");
    rule.id = change.ids.next<RoutingRuleId>();
    store::insert_rule(tx, agency, rule);
    note(tx, change, agency,
         {.kind = "rule.added",
          .data = {{"rule", base::to_string(rule.id)}, {"office", base::to_string(rule.office)}}});
    return rule;
}

base::Result<void> remove_rule(db::Tx& tx, const Change& change, base::AgencyId agency, RoutingRuleId rule) {
    if (!store::delete_rule(tx, agency, rule)) return not_found("rule.unknown");
    note(tx, change, agency, {.kind = "rule.removed", .data = {{"rule", base::to_string(rule)}}});
    return {};
}

base::Result<Account> add_account(db::Tx& tx, const Change& change, base::AgencyId agency, Account given) {
    auto account = checked(std::move(given));
    if (!account) return account;
    if (auto office = check_office(tx, agency, account->office); !office) return base::pass(office);
    account->id = change.ids.next<AccountId>();
    store::insert_account(tx, agency, *account, change.now);
    note(tx, change, agency,
         {.kind = "account.added",
          .subject_kind = "account",
          .subject = account->id.value,
          .data = {{"network", account->network}, {"name", account->name}}});
    return account;
}

base::Result<void> set_account_active(db::Tx& tx, const Change& change, base::AgencyId agency,
                                      AccountId account, bool is_active) {
    if (!store::set_account_active(tx, agency, account, is_active)) return not_found("account.unknown");
    note(tx, change, agency,
         {.kind = is_active ? "account.opened" : "account.closed",
          .subject_kind = "account",
          .subject = account.value});
    return {};
}

bool has_office(db::Tx& tx, base::AgencyId agency, OfficeId office) {
    return store::has_office(tx, agency, office);
}

bool has_account(db::Tx& tx, base::AgencyId agency, AccountId account) {
    return store::has_account(tx, agency, account);
}

} // namespace agency
