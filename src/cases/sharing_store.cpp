#include "cases/sharing_store.h"

namespace cases {
namespace {

using base::AgencyId;

struct PersonLoad {
    StaffId person;
    std::int64_t n;
};
BOOST_DESCRIBE_STRUCT(PersonLoad, (), (person, n))

constexpr db::Query<Sharing(AgencyId, OfficeId)> of_office{
    "cases.sharing",
    "select office, how, last_person from office_sharing where agency = :agency and office = :office"};
constexpr db::Query<Sharing(AgencyId)> of_all{
    "cases.all_sharing",
    "select office, how, last_person from office_sharing where agency = :agency order by office"};
constexpr db::Query<void(AgencyId, OfficeId, SharedBy, std::optional<StaffId>)> upsert{
    "cases.put_sharing",
    "insert into office_sharing (agency, office, how, last_person) "
    "values (:agency, :office, :how, :last_person) on conflict (agency, office) do update set "
    "how = excluded.how, last_person = excluded.last_person"};
constexpr db::Query<void(AgencyId, OfficeId)> remove{
    "cases.delete_sharing", "delete from office_sharing where agency = :agency and office = :office"};
constexpr db::Query<PersonLoad(AgencyId)> loads{
    "cases.person_loads",
    "select person, cast(sum(n) as bigint) from "
    "(select person, n from case_tallies where agency = :agency and (standing & 1) <> 0 and person <> 0 "
    "union all select person, n from tally_changes where agency = :agency and (standing & 1) <> 0 and "
    "person <> 0) t group by person having sum(n) > 0 order by person"};
constexpr db::Query<CaseId(AgencyId, StaffId, int)> open_of{
    "cases.open_of_person", "select id from cases where agency = :agency and person = :person and "
                            "(standing & 1) = 1 order by received_at, id limit :most"};

} // namespace

std::optional<Sharing> find_sharing(db::Tx& tx, AgencyId agency, OfficeId office) {
    return tx.one(of_office, agency, office);
}

std::vector<Sharing> all_sharing(db::Tx& tx, AgencyId agency) {
    return tx.all(of_all, agency);
}

void put_sharing(db::Tx& tx, AgencyId agency, const Sharing& sharing) {
    tx.run(upsert, agency, sharing.office, sharing.how, sharing.last_person);
}

void delete_sharing(db::Tx& tx, AgencyId agency, OfficeId office) {
    tx.run(remove, agency, office);
}

std::vector<Officer> person_loads(db::Tx& tx, AgencyId agency) {
    std::vector<Officer> out;
    for (const auto& row : tx.all(loads, agency))
        out.push_back({row.person, row.n});
    return out;
}

std::vector<CaseId> open_cases_of(db::Tx& tx, AgencyId agency, StaffId person, int limit) {
    return tx.all(open_of, agency, person, limit);
}

} // namespace cases
