#include "agency/office_hours_store.h"

namespace agency::store {
namespace {

constexpr db::Query<OfficeHoursRow(base::AgencyId)> select_hours{
    "agency.office_hours", "select weekday, hours from office_hours where agency = :agency order by weekday"};
constexpr db::Query<void(base::AgencyId, int, std::string)> put_hours{
    "agency.put_office_hours",
    "insert into office_hours (agency, weekday, hours) values (:agency, :weekday, :hours) "
    "on conflict (agency, weekday) do update set hours = excluded.hours"};

} // namespace

std::vector<OfficeHoursRow> office_hours(db::Tx& tx, base::AgencyId agency) {
    return tx.all(select_hours, agency);
}

void put_office_hours(db::Tx& tx, base::AgencyId agency, const OfficeHoursRow& row) {
    tx.run(put_hours, agency, row.weekday, row.hours);
}

} // namespace agency::store
