#include "staff/duty_store.h"

namespace staff::store {
namespace {

using base::AgencyId;
using OptionalText = std::optional<std::string>;

struct OwnRow {
    OptionalText email;
    OptionalText away_until;
};
BOOST_DESCRIBE_STRUCT(OwnRow, (), (email, away_until))

constexpr db::Query<DutyRow(AgencyId)> all_duties{
    "staff.duties", "select s.id, d.email, d.away_until, r.role, r.office from staff s "
                    "join staff_roles r on r.agency = s.agency and r.staff = s.id "
                    "left join staff_duty d on d.agency = s.agency and d.staff = s.id "
                    "where s.agency = :agency and s.active = 1 order by s.id, r.office, r.role"};
constexpr db::Query<OwnRow(AgencyId, StaffId)> select_duty{
    "staff.duty", "select email, away_until from staff_duty where agency = :agency and staff = :staff"};
constexpr db::Query<void(AgencyId, StaffId, OptionalText, OptionalText)> upsert_duty{
    "staff.put_duty",
    "insert into staff_duty (agency, staff, email, away_until) values (:agency, :staff, :email, :away) "
    "on conflict (agency, staff) do update set email = excluded.email, away_until = excluded.away_until"};

} // namespace

std::vector<DutyRow> duties(db::Tx& tx, AgencyId agency) {
    return tx.all(all_duties, agency);
}

Duty find_duty(db::Tx& tx, AgencyId agency, StaffId staff) {
    auto row = tx.one(select_duty, agency, staff);
    if (!row) return {};
    Duty out{.email = std::move(row->email), .away_until = {}};
    if (row->away_until)
        if (auto day = base::parse_day(*row->away_until)) out.away_until = *day;
    return out;
}

void put_duty(db::Tx& tx, AgencyId agency, StaffId staff, const Duty& duty) {
    tx.run(upsert_duty, agency, staff, duty.email,
           duty.away_until ? std::optional(base::to_iso(*duty.away_until)) : std::nullopt);
}

} // namespace staff::store
