#include "staff/absence_store.h"

namespace staff::store {
namespace {

using base::AgencyId;

constexpr db::Query<Absence(AgencyId, std::string)> from_day{
    "staff.absences", "select id, staff, first_day, last_day, substitute from absences "
                      "where agency = :agency and last_day >= :day order by staff, first_day, id"};
constexpr db::Query<void(AgencyId, AbsenceId, StaffId, std::string, std::string, std::optional<StaffId>,
                         base::Time)>
    add{"staff.insert_absence",
        "insert into absences (agency, id, staff, first_day, last_day, substitute, noted_at) "
        "values (:agency, :id, :staff, :first_day, :last_day, :substitute, :noted_at)"};
constexpr db::Query<void(AgencyId, AbsenceId)> remove{
    "staff.delete_absence", "delete from absences where agency = :agency and id = :id"};

} // namespace

std::vector<Absence> absences_from(db::Tx& tx, AgencyId agency, const std::string& day) {
    return tx.all(from_day, agency, day);
}

void insert_absence(db::Tx& tx, AgencyId agency, const Absence& absence, base::Time now) {
    tx.run(add, agency, absence.id, absence.staff, absence.first_day, absence.last_day, absence.substitute,
           now);
}

bool delete_absence(db::Tx& tx, AgencyId agency, AbsenceId id) {
    return tx.run(remove, agency, id) > 0;
}

} // namespace staff::store
