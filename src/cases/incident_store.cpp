#include "cases/incident_store.h"

#include "base/id_list.h"
#include "db/query.h"

namespace cases {

struct TouchedCase {
    CaseId id;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(TouchedCase, (), (id, people))

namespace {

using base::AgencyId;
using base::Time;
using Text = std::optional<std::string>;

constexpr db::Query<void(AgencyId, IncidentId, Time, int, int)> insert_one{
    "incidents.insert", "insert into incidents (agency, id, since, cases, people) values (:agency, :id, "
                        ":since, :cases, :people)"};
constexpr db::Query<void(AgencyId, IncidentId)> delete_one{
    "incidents.delete", "delete from incidents where agency = :agency and id = :id"};
constexpr db::Query<Incident(AgencyId, IncidentId)> select_one{
    "incidents.find",
    "select agency, id, since, cases, people from incidents where agency = :agency and id = :id"};
constexpr db::Query<Incident(AgencyId, CaseId)> select_of_case{
    "incidents.find_of_case",
    "select i.agency, i.id, i.since, i.cases, i.people from incident_members m cross join incidents i where "
    "m.agency = :agency and m.case_id = :case_id and i.agency = m.agency and i.id = m.incident"};
// :ids as "1,2,3". Incidents are looked up one by one: joined, PostgreSQL may read all of the agency for
// those few. Members stand behind the ids: else SQLite reads all of the agency.
#define PEOPLE_OF_CASES                                                                                      \
    "select m.case_id, coalesce((select i.people from incidents i where i.agency = m.agency and i.id ="      \
    " m.incident), 1) from "
constexpr db::Query<TouchedCase(std::string, AgencyId)> select_people{
    "incidents.people_of_cases",
    PEOPLE_OF_CASES "json_each('[' || :ids || ']') j cross join incident_members m where m.case_id = j.value"
                    " and m.agency = :agency",
    PEOPLE_OF_CASES "incident_members m where m.case_id = any(cast(string_to_array(:ids, ',') as bigint[]))"
                    " and m.agency = :agency"};
constexpr db::Query<Incident(AgencyId, int)> select_largest{
    "incidents.largest", "select agency, id, since, cases, people from incidents where agency = :agency "
                         "order by people desc, id desc limit :limit"};

constexpr db::Query<void(AgencyId, CaseId, IncidentId, Time)> insert_member{
    "incidents.add_member", "insert into incident_members (agency, case_id, incident, since) values "
                            "(:agency, :case_id, :incident, :since) on conflict do nothing"};
constexpr db::Query<void(AgencyId, CaseId)> delete_member{
    "incidents.remove_member", "delete from incident_members where agency = :agency and case_id = :case_id"};
constexpr db::Query<CaseId(AgencyId, IncidentId, CaseId, int)> select_members{
    "incidents.members", "select case_id from incident_members where agency = :agency and incident = "
                         ":incident and case_id > :after order by case_id limit :limit"};
constexpr db::Query<void(AgencyId, IncidentId)> count_anew{
    "incidents.count",
    "update incidents set cases = (select count(*) from incident_members m where m.agency = :agency and "
    "m.incident = :incident), people = (select count(distinct coalesce(c.identity, -c.id)) from "
    "incident_members m cross join cases c where m.agency = :agency and m.incident = :incident and c.agency "
    "= m.agency and c.id = m.case_id and c.state <> 'archived') where agency = :agency and id = :incident"};

constexpr db::Query<void(AgencyId, CaseId, IncidentId, Time, Text, std::string)> upsert_doubt{
    "incidents.put_doubt",
    "insert into incident_doubts (agency, case_id, incident, at, words, photos) values (:agency, :case_id, "
    ":incident, :at, :words, :photos) on conflict (agency, case_id) do update set incident = "
    "excluded.incident, at = excluded.at, words = excluded.words, photos = excluded.photos"};
constexpr db::Query<void(AgencyId, CaseId)> remove_doubt{
    "incidents.delete_doubt", "delete from incident_doubts where agency = :agency and case_id = :case_id"};
constexpr db::Query<void(AgencyId, CaseId)> clear_doubt_words{
    "incidents.forget_doubt_words",
    "update incident_doubts set words = null, photos = '' where agency = :agency and case_id = :case_id"};
#define DOUBT_COLUMNS "select case_id, incident, at, words, photos from incident_doubts "
constexpr db::Query<Doubt(AgencyId, CaseId)> select_doubt{"incidents.find_doubt", DOUBT_COLUMNS
                                                          "where agency = :agency and case_id = :case_id"};
constexpr db::Query<Doubt(AgencyId, IncidentId)> select_doubts{
    "incidents.doubts",
    DOUBT_COLUMNS "where agency = :agency and incident = :incident order by case_id limit 50"};

} // namespace

void insert_incident(db::Tx& tx, const Incident& incident) {
    tx.run(insert_one, incident.agency, incident.id, incident.since, incident.cases, incident.people);
}

void delete_incident(db::Tx& tx, AgencyId agency, IncidentId id) {
    tx.run(delete_one, agency, id);
}

std::optional<Incident> find_incident(db::Tx& tx, AgencyId agency, IncidentId id) {
    return tx.one(select_one, agency, id);
}

std::optional<Incident> find_incident_of(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.one(select_of_case, agency, id);
}

std::unordered_map<CaseId, int> find_people_of(db::Tx& tx, AgencyId agency, std::span<const CaseId> ids) {
    std::unordered_map<CaseId, int> out;
    if (ids.empty()) return out;
    for (const auto& row : tx.all(select_people, base::with_commas(ids), agency))
        out[row.id] = row.people;
    return out;
}

db::Statement find_people_of_statement() {
    return select_people.statement();
}

bool add_member(db::Tx& tx, AgencyId agency, IncidentId incident, CaseId id, Time since) {
    return tx.run(insert_member, agency, id, incident, since) == 1;
}

void remove_member(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(delete_member, agency, id);
}

std::vector<CaseId> find_members(db::Tx& tx, AgencyId agency, IncidentId incident, CaseId after, int limit) {
    return tx.all(select_members, agency, incident, after, limit);
}

void count_members(db::Tx& tx, AgencyId agency, IncidentId incident) {
    tx.run(count_anew, agency, incident);
}

std::vector<Incident> find_largest(db::Tx& tx, AgencyId agency, int limit) {
    return tx.all(select_largest, agency, limit);
}

void put_doubt(db::Tx& tx, AgencyId agency, const Doubt& doubt) {
    tx.run(upsert_doubt, agency, doubt.case_id, doubt.incident, doubt.at, doubt.words, doubt.photos);
}

void delete_doubt(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(remove_doubt, agency, id);
}

void forget_doubt_words(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(clear_doubt_words, agency, id);
}

std::optional<Doubt> find_doubt(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.one(select_doubt, agency, id);
}

std::vector<Doubt> find_doubts(db::Tx& tx, AgencyId agency, IncidentId incident) {
    return tx.all(select_doubts, agency, incident);
}

} // namespace cases
