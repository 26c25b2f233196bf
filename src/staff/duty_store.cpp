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
struct SaidRow {
    OptionalText email, language;
};
BOOST_DESCRIBE_STRUCT(SaidRow, (), (email, language))

constexpr db::Query<SaidRow(AgencyId, StaffId)> select_said{
    "staff.duty", "select email, language from staff_duty where agency = :agency and staff = :staff"};
constexpr db::Query<void(AgencyId, StaffId, OptionalText, std::string)> upsert_duty{
    "staff.put_duty",
    "insert into staff_duty (agency, staff, email, language) values (:agency, :staff, :email, :language) on "
    "conflict (agency, staff) do update set email = excluded.email, language = excluded.language"};

constexpr std::string_view english = "en";

} // namespace

std::vector<DutyRow> duties(db::Tx& tx, AgencyId agency) {
    return tx.all(all_duties, agency);
}

Duty find_duty(db::Tx& tx, AgencyId agency, StaffId staff) {
    const auto said = tx.one(select_said, agency, staff).value_or(SaidRow{});
    return {.email = said.email,
            .language = said.language == english ? base::Language::en : base::Language::id};
}

void put_duty(db::Tx& tx, AgencyId agency, StaffId staff, const Duty& duty) {
    tx.run(upsert_duty, agency, staff, duty.email,
           duty.language == base::Language::en ? std::string(english) : "id");
}

} // namespace staff::store
