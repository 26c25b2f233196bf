#include "agency/agency_actions.h"

#include "agency/agency_store.h"
#include "agency/directory_actions.h"
#include "agency/note_actions.h"
#include "agency/rule_set_store.h"
#include "base/encode.h"

#include <algorithm>

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

/// Names of the settings that differ.
base::json::Array differences(const Agency& before, const Agency& after) {
    base::json::Array out;
    auto compare = [&](std::string_view name, const auto& old, const auto& fresh) {
        if (old != fresh) out.emplace_back(name);
    };
    compare("name", before.name, after.name);
    compare("short_name", before.short_name, after.short_name);
    compare("organiser", before.organiser, after.organiser);
    compare("host", before.host, after.host);
    compare("zone", before.zone, after.zone);
    compare("accent", before.accent, after.accent);
    compare("profile", before.profile, after.profile);
    compare("emergency_from", before.emergency_from, after.emergency_from);
    compare("regions", before.regions, after.regions);
    compare("collective_leave", before.leave_is_off, after.leave_is_off);
    return out;
}

bool is_code_of_another(db::Tx& tx, base::AgencyId agency, const Office& office) {
    return !office.code.empty() && std::ranges::any_of(store::offices(tx, agency), [&](const Office& each) {
        return each.code == office.code && each.id != office.id;
    });
}

std::unexpected<base::Problem> code_taken() {
    auto problem = base::fail(base::Kind::conflict, "office.code_taken");
    problem.error().field = "code";
    return problem;
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
    note(tx, change, agency->id,
         {.kind = "agency.changed",
          .data = {{"name", agency->name}, {"changed", differences(*stored, *agency)}}});
    return {};
}

base::Result<Office> add_office(db::Tx& tx, const Change& change, base::AgencyId agency, Office given) {
    auto office = checked(std::move(given));
    if (!office) return office;
    if (auto parent = check_office(tx, agency, office->parent); !parent) return base::pass(parent);
    if (is_code_of_another(tx, agency, *office)) return code_taken();
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
    if (is_code_of_another(tx, agency, *office)) return code_taken();
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
    auto more = checked(std::move(rule.more));
    if (!more) return base::pass(more);
    rule.more = std::move(*more);
    rule.id = change.ids.next<RoutingRuleId>();
    store::insert_rule(tx, agency, rule);
    note(tx, change, agency,
         {.kind = "rule.added",
          .data = {{"rule", base::to_string(rule.id)}, {"office", base::to_string(rule.office)}}});
    return rule;
}

base::Result<void> put_day(db::Tx& tx, const Change& change, base::AgencyId agency, OwnDay given) {
    auto day = checked(std::move(given));
    if (!day) return base::pass(day);
    store::put_day(tx, agency, *day);
    note(tx, change, agency,
         {.kind = "day.put",
          .data = {{"day", base::to_iso(day->day)},
                   {"name", day->name},
                   {"closed", day->is_closed},
                   {"kind", base::code_of(day->kind)},
                   {"hours", to_text(day->hours)}}});
    return {};
}

base::Result<void> remove_day(db::Tx& tx, const Change& change, base::AgencyId agency, base::Day day) {
    if (!store::delete_day(tx, agency, day)) return not_found("day.unknown");
    note(tx, change, agency, {.kind = "day.removed", .data = {{"day", base::to_iso(day)}}});
    return {};
}

base::Result<void> change_account(db::Tx& tx, const Change& change, base::AgencyId agency, Account given) {
    auto account = checked(std::move(given));
    if (!account) return base::pass(account);
    if (auto office = check_office(tx, agency, account->office); !office) return office;
    if (!store::update_account(tx, agency, *account)) return not_found("account.unknown");
    note(tx, change, agency,
         {.kind = "account.changed",
          .subject_kind = "account",
          .subject = account->id.value,
          .data = {{"name", account->name}, {"active", account->is_active}}});
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
