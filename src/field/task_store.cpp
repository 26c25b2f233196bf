#include "field/task_store.h"

#include "base/id_range.h"
#include "db/query.h"

namespace field {
namespace {

using base::AgencyId;

constexpr db::Query<TaskRow(AgencyId, agency::OfficeId, staff::StaffId, int)> select_tasks{
    "field.find_tasks",
    "select c.id, d.due_at, c.lat, c.lon, c.planned_day from cases c left join deadlines d on"
    " d.agency = c.agency and d.subject_kind = 'case' and d.subject = c.id and d.name = 'resolve' and"
    " d.met_at is null and d.ended_at is null"
    // As the index of open cases by office says it.
    " where c.agency = :agency and coalesce(c.office, 0) = :office and (c.standing & 1) = 1 and c.state in "
    "('assigned', 'in_progress', 'scheduled')"
    " and (c.person is null or c.person = :person)"
    " order by case when d.due_at is null then 1 else 0 end, d.due_at, c.id limit :limit"};

// Ids of proofs are ordered by time: today's are the end of the primary key.
constexpr db::Query<cases::CaseId(AgencyId, std::int64_t, staff::StaffId)> select_done{
    "field.find_done", "select case_id from proofs where agency = :agency and id >= :first and"
                       " given_by = :person order by id desc limit 50"};

} // namespace

std::vector<TaskRow> find_tasks(db::Tx& tx, AgencyId agency, agency::OfficeId office, staff::StaffId person) {
    return tx.all(select_tasks, agency, office, person, tasks_per_office);
}

std::vector<cases::CaseId> find_done(db::Tx& tx, AgencyId agency, staff::StaffId person, base::Time since) {
    return tx.all(select_done, agency, base::first_id_at(since), person);
}

} // namespace field
