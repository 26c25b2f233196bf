// SQL of who is at work. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "staff/duty.h"

namespace staff::store {

/// A role that a person with an open account holds.
struct DutyRow {
    StaffId id;
    std::optional<std::string> email;
    Role role;
    agency::OfficeId office;
};
BOOST_DESCRIBE_STRUCT(DutyRow, (), (id, email, role, office))
/// By person.
[[nodiscard]] std::vector<DutyRow> duties(db::Tx& tx, base::AgencyId agency);

[[nodiscard]] Duty find_duty(db::Tx& tx, base::AgencyId agency, StaffId staff);
void put_duty(db::Tx& tx, base::AgencyId agency, StaffId staff, const Duty& duty);

} // namespace staff::store
