#include "staff/duty_store.h"

namespace staff::store {
namespace {

using base::AgencyId;
using OptionalText = std::optional<std::string>;

constexpr db::Query<DutyRow(AgencyId)> all_duties{
    "staff.duties", "select s.id, d.email, r.role, r.office from staff s "
                    "join staff_roles r on r.agency = s.agency and r.staff = s.id "
                    "left join staff_duty d on d.agency = s.agency and d.staff = s.id "
                    "where s.agency = :agency and s.active = 1 order by s.id, r.office, r.role"};
constexpr db::Query<OptionalText(AgencyId, StaffId)> select_email{
    "staff.duty", "select email from staff_duty where agency = :agency and staff = :staff"};
constexpr db::Query<void(AgencyId, StaffId, OptionalText)> upsert_duty{
    "staff.put_duty", "insert into staff_duty (agency, staff, email) values (:agency, :staff, :email) "
                      "on conflict (agency, staff) do update set email = excluded.email"};

} // namespace

std::vector<DutyRow> duties(db::Tx& tx, AgencyId agency) {
    return tx.all(all_duties, agency);
}

Duty find_duty(db::Tx& tx, AgencyId agency, StaffId staff) {
    return {.email = tx.one(select_email, agency, staff).value_or(std::nullopt)};
}

void put_duty(db::Tx& tx, AgencyId agency, StaffId staff, const Duty& duty) {
    tx.run(upsert_duty, agency, staff, duty.email);
}

} // namespace staff::store
