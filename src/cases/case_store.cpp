#include "cases/case_store.h"

#include "base/id_list.h"
#include "db/query.h"

#include <algorithm>
#include <unordered_map>

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
                         std::string, Text, int, int, int, Text, Text, Text, base::Time, base::Time, int)>
    insert_case{
        "cases.insert",
        "insert into cases (" CASE_COLUMNS ", standing) values (:agency, :id, :code, :version, :kind, "
        ":class, :topic, :urgency, :state, :state_before,"
        " :office, :person, :conduct_office, :area, :place_name, :lat, :lon, :place_p, :identity_mode,"
        " :visibility, :consent, :account, :identity, :secret_hash, :title, :proposed_text, :public_text,"
        " :returns, :contests, :level, :public_reason, :planned_day, :budget_source, :received_at, "
        ":changed_at, :standing)"
        " on conflict do nothing"};

constexpr db::Query<void(int, Kind, std::optional<Class>, Text, double, State, std::optional<State>,
                         std::optional<OfficeId>, std::optional<StaffId>, std::optional<OfficeId>, Text, Text,
                         Real, Real, Real, IdentityMode, std::string, std::string, Text, int, int, int, Text,
                         Text, Text, base::Time, int, AgencyId, CaseId, int)>
    update_case{
        "cases.update",
        "update cases set version = :version, kind = :kind, class = :class, topic = :topic, urgency = "
        ":urgency,"
        " state = :state, state_before = :state_before, office = :office, person = :person,"
        " conduct_office = :conduct_office, area = :area, place_name = :place_name, lat = :lat, lon = :lon,"
        " place_p = :place_p, identity_mode = :identity_mode, title = :title, proposed_text = :proposed_text,"
        " public_text = :public_text, returns = :returns, contests = :contests, level = :level,"
        " public_reason = :public_reason, planned_day = :planned_day, budget_source = :budget_source,"
        " changed_at = :changed_at, standing = :standing where agency = :agency and id = :id and version = "
        ":before"};

constexpr db::Query<Case(AgencyId, CaseId)> find_case{
    "cases.find", "select " CASE_COLUMNS " from cases where agency = :agency and id = :id"};
// :ids as "1,2,3".
constexpr db::Query<Case(AgencyId, std::string)> find_cases{
    "cases.find_all",
    "select " CASE_COLUMNS " from cases where agency = :agency and id in (select value from json_each('[' ||"
    " :ids || ']'))",
    "select " CASE_COLUMNS " from cases where agency = :agency and id = any(cast(string_to_array(:ids, ',')"
    " as bigint[]))"};
constexpr db::Query<Case(AgencyId, std::string)> find_case_by_code{
    "cases.find_by_code", "select " CASE_COLUMNS " from cases where agency = :agency and code = :code"};

constexpr db::Query<void(AgencyId, CaseId)> clear_proposed_text{
    "cases.clear_proposed_text", "update cases set proposed_text = '' where agency = :agency and id = :id"};
constexpr db::Query<int(AgencyId, CaseId)> select_standing{
    "cases.find_standing", "select standing from cases where agency = :agency and id = :id"};
constexpr db::Query<void(int, AgencyId, CaseId)> update_standing{
    "cases.save_standing", "update cases set standing = :standing where agency = :agency and id = :id"};
constexpr db::Query<void(int, AgencyId, std::string)> update_standings{
    "cases.save_standings",
    "update cases set standing = :standing where agency = :agency and id in (select value from json_each('['"
    " || :ids || ']'))",
    "update cases set standing = :standing where agency = :agency and id ="
    " any(cast(string_to_array(:ids, ',') as bigint[]))"};
constexpr db::Query<CaseId(AgencyId, CaseId, int)> select_ids{
    "cases.find_ids", "select id from cases where agency = :agency and id > :after order by id limit :limit"};

constexpr db::Query<Case(AgencyId, base::Time, int)> select_silent{
    "cases.find_silent",
    "select " CASE_COLUMNS
    " from cases where agency = :agency and state = 'resolved' and id in (select d.subject from deadlines d"
    " where d.agency = :agency and d.name = 'silence' and d.subject_kind = 'case' and d.met_at is null and"
    " d.ended_at is null and d.due_at < :now) and id not in (select x.case_id from incident_doubts x where"
    " x.agency = :agency) order by id limit :limit"};

} // namespace

bool insert(db::Tx& tx, const Case& c, Standing standing) {
    return tx.run(insert_case, c.agency, c.id, c.code, c.version, c.kind, c.case_class, c.topic, c.urgency,
                  c.state, c.state_before, c.office, c.person, c.conduct_office, c.area, c.place_name, c.lat,
                  c.lon, c.place_p, c.identity_mode, c.visibility, c.consent, c.account, c.identity,
                  c.secret_hash, c.title, c.proposed_text, c.public_text, c.returns, c.contests, c.level,
                  c.public_reason, c.planned_day, c.budget_source, c.received_at, c.changed_at,
                  standing.bits) == 1;
}

std::optional<Case> find(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.one(find_case, agency, id);
}

std::optional<Case> find_by_code(db::Tx& tx, AgencyId agency, const std::string& code) {
    return tx.one(find_case_by_code, agency, code);
}

std::vector<Case> find_all(db::Tx& tx, AgencyId agency, std::span<const CaseId> ids) {
    if (ids.empty()) return {};
    auto found = tx.all(find_cases, agency, base::with_commas(ids));
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        places[ids[i].value] = i;
    std::ranges::sort(found, {}, [&](const Case& c) { return places.at(c.id.value); });
    return found;
}

std::vector<Case> find_all(db::Tx& tx, AgencyId agency, std::span<const ViewMark> keys) {
    std::vector<CaseId> ids;
    for (const auto& key : keys)
        ids.push_back(key.id);
    return find_all(tx, agency, ids);
}

bool update(db::Tx& tx, const Case& c, int before, Standing standing) {
    return tx.run(update_case, c.version, c.kind, c.case_class, c.topic, c.urgency, c.state, c.state_before,
                  c.office, c.person, c.conduct_office, c.area, c.place_name, c.lat, c.lon, c.place_p,
                  c.identity_mode, c.title, c.proposed_text, c.public_text, c.returns, c.contests, c.level,
                  c.public_reason, c.planned_day, c.budget_source, c.changed_at, standing.bits, c.agency,
                  c.id, before) == 1;
}

void forget_proposed_text(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(clear_proposed_text, agency, id);
}

Standing find_standing(db::Tx& tx, AgencyId agency, CaseId id) {
    return Standing{tx.one(select_standing, agency, id).value_or(0)};
}

void save_standing(db::Tx& tx, AgencyId agency, CaseId id, Standing standing) {
    tx.run(update_standing, standing.bits, agency, id);
}

void save_standing(db::Tx& tx, AgencyId agency, std::span<const CaseId> ids, Standing standing) {
    if (!ids.empty()) tx.run(update_standings, standing.bits, agency, base::with_commas(ids));
}

std::vector<CaseId> find_ids(db::Tx& tx, AgencyId agency, CaseId after, int limit) {
    return tx.all(select_ids, agency, after, limit);
}

std::vector<Case> find_silent(db::Tx& tx, AgencyId agency, base::Time now, int limit) {
    return tx.all(select_silent, agency, now, limit);
}

} // namespace cases
