#include "cases/case_store.h"

#include "db/query.h"

namespace cases {
namespace {

using base::AgencyId;
using Text = std::optional<std::string>;
using Real = std::optional<double>;

#define CASE_COLUMNS                                                                                         \
    "agency, id, code, version, kind, class, topic, urgency, state, state_before, office, person, "          \
    "conduct_office,"                                                                                        \
    " area, place_name, lat, lon, place_p, identity_mode, visibility, consent, account, identity, "          \
    "secret_hash, title,"                                                                                    \
    " proposed_text, public_text, returns, contests, level, public_reason, planned_day, budget_source, "     \
    "received_at,"                                                                                           \
    " changed_at"

constexpr db::Query<void(AgencyId, CaseId, std::string, int, Kind, std::optional<Class>, Text, double, State,
                         std::optional<State>, std::optional<OfficeId>, std::optional<StaffId>,
                         std::optional<OfficeId>, Text, Text, Real, Real, Real, IdentityMode, Visibility, int,
                         agency::AccountId, std::optional<people::IdentityId>, std::string, std::string,
                         std::string, Text, int, int, int, Text, Text, Text, base::Time, base::Time)>
    insert_case{
        "cases.insert",
        "insert into cases (" CASE_COLUMNS
        ") values (:agency, :id, :code, :version, :kind, :class, :topic, :urgency, :state, :state_before,"
        " :office, :person, :conduct_office, :area, :place_name, :lat, :lon, :place_p, :identity_mode,"
        " :visibility, :consent, :account, :identity, :secret_hash, :title, :proposed_text, :public_text,"
        " :returns, :contests, :level, :public_reason, :planned_day, :budget_source, :received_at, "
        ":changed_at)"
        " on conflict do nothing"};

constexpr db::Query<void(int, Kind, std::optional<Class>, Text, double, State, std::optional<State>,
                         std::optional<OfficeId>, std::optional<StaffId>, std::optional<OfficeId>, Text, Text,
                         Real, Real, Real, IdentityMode, std::string, std::string, Text, int, int, int, Text,
                         Text, Text, base::Time, AgencyId, CaseId, int)>
    update_case{
        "cases.update",
        "update cases set version = :version, kind = :kind, class = :class, topic = :topic, urgency = "
        ":urgency,"
        " state = :state, state_before = :state_before, office = :office, person = :person,"
        " conduct_office = :conduct_office, area = :area, place_name = :place_name, lat = :lat, lon = :lon,"
        " place_p = :place_p, identity_mode = :identity_mode, title = :title, proposed_text = :proposed_text,"
        " public_text = :public_text, returns = :returns, contests = :contests, level = :level,"
        " public_reason = :public_reason, planned_day = :planned_day, budget_source = :budget_source,"
        " changed_at = :changed_at where agency = :agency and id = :id and version = :before"};

constexpr db::Query<Case(AgencyId, CaseId)> find_case{
    "cases.find", "select " CASE_COLUMNS " from cases where agency = :agency and id = :id"};
constexpr db::Query<Case(AgencyId, std::string)> find_case_by_code{
    "cases.find_by_code", "select " CASE_COLUMNS " from cases where agency = :agency and code = :code"};

constexpr db::Query<void(AgencyId, CaseId)> clear_proposed_text{
    "cases.clear_proposed_text", "update cases set proposed_text = '' where agency = :agency and id = :id"};

// Lists are sets written as ",a,b,": one statement serves every filter, and the keyset on (agency, id) bounds
// the scan.
constexpr db::Query<Case(AgencyId, std::int64_t, std::string, std::string, int, std::string, std::string,
                         bool, StaffId, base::Time, int)>
    list_cases{
        "cases.list",
        "select " CASE_COLUMNS " from cases where agency = :agency and id < :before"
        " and (:states = '' or :states like '%,' || state || ',%')"
        " and (:offices = '' or :offices like '%,' || cast(office as text) || ',%' or (office is null and"
        " :or_without = 1))"
        " and (:topic = '' or topic = :topic)"
        " and (:area = '' or area = :area or area like :area || '.%')"
        " and (:only_public = 0 or (kind <> 'whistleblowing' and (:offices = '' or conduct_office is null)))"
        " and (:person = 0 or person = :person)"
        " and (:overdue = 0 or exists (select 1 from deadlines d where d.agency = cases.agency and"
        " d.subject_kind = 'case' and d.subject = cases.id and d.name = 'resolve' and d.met_at is null and "
        "d.ended_at is null and"
        " d.paused_at is null and d.due_at < :overdue))"
        " order by id desc limit :limit"};

constexpr db::Query<StateCount(AgencyId, base::Time)> count_states{
    "cases.count_by_state",
    "select state, count(*) from cases where agency = :agency and received_at >= :since and"
    " kind <> 'whistleblowing' group by state"};
constexpr db::Query<AreaCount(AgencyId)> count_regencies{
    "cases.count_by_regency",
    "select substr(area, 1, 5), state, count(*) from cases where agency = :agency and area is not null and"
    " kind <> 'whistleblowing' group by substr(area, 1, 5), state"};

constexpr db::Query<Case(AgencyId, base::Time, int)> select_silent{
    "cases.find_silent",
    "select " CASE_COLUMNS
    " from cases where agency = :agency and state = 'resolved' and exists (select 1 from"
    " deadlines d where d.agency = cases.agency and d.subject_kind = 'case' and d.subject = cases.id and"
    " d.name = 'silence' and d.met_at is null and d.ended_at is null and d.due_at < :now) order by id limit "
    ":limit"};
template <class List, class Code> std::string as_set(const List& list, Code code) {
    if (list.empty()) return {};
    std::string out = ",";
    for (const auto& each : list) {
        out += code(each);
        out += ',';
    }
    return out;
}

} // namespace

bool insert(db::Tx& tx, const Case& c) {
    return tx.run(insert_case, c.agency, c.id, c.code, c.version, c.kind, c.case_class, c.topic, c.urgency,
                  c.state, c.state_before, c.office, c.person, c.conduct_office, c.area, c.place_name, c.lat,
                  c.lon, c.place_p, c.identity_mode, c.visibility, c.consent, c.account, c.identity,
                  c.secret_hash, c.title, c.proposed_text, c.public_text, c.returns, c.contests, c.level,
                  c.public_reason, c.planned_day, c.budget_source, c.received_at, c.changed_at) == 1;
}

std::optional<Case> find(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.one(find_case, agency, id);
}

std::optional<Case> find_by_code(db::Tx& tx, AgencyId agency, const std::string& code) {
    return tx.one(find_case_by_code, agency, code);
}

bool update(db::Tx& tx, const Case& c, int before) {
    return tx.run(update_case, c.version, c.kind, c.case_class, c.topic, c.urgency, c.state, c.state_before,
                  c.office, c.person, c.conduct_office, c.area, c.place_name, c.lat, c.lon, c.place_p,
                  c.identity_mode, c.title, c.proposed_text, c.public_text, c.returns, c.contests, c.level,
                  c.public_reason, c.planned_day, c.budget_source, c.changed_at, c.agency, c.id, before) == 1;
}

void forget_proposed_text(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(clear_proposed_text, agency, id);
}

std::vector<Case> list(db::Tx& tx, AgencyId agency, const Listing& listing) {
    constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();
    return tx.all(list_cases, agency, listing.before == 0 ? all : listing.before,
                  as_set(listing.states, [](State s) { return base::code_of(s); }),
                  as_set(listing.offices, [](OfficeId id) { return base::to_string(id); }),
                  listing.or_without_office ? 1 : 0, listing.topic, listing.area, listing.only_public,
                  listing.person, listing.overdue_at, listing.limit);
}

std::vector<Case> find_silent(db::Tx& tx, AgencyId agency, base::Time now, int limit) {
    return tx.all(select_silent, agency, now, limit);
}

std::vector<StateCount> count_by_state(db::Tx& tx, AgencyId agency, base::Time since) {
    return tx.all(count_states, agency, since);
}

std::vector<AreaCount> count_by_regency(db::Tx& tx, AgencyId agency) {
    return tx.all(count_regencies, agency);
}

} // namespace cases
