// Who acts on a case, reduced to what the rules ask: a person with the roles that count for this case, its
// reporter, or the house itself (routing rules, deadlines). Never fails.
#pragma once
#include "cases/bits.h"
#include "cases/case.h"

namespace cases {

enum class Party { staff, reporter, system };

using RoleSet = Bits<staff::Role>;

struct Actor {
    Party party = Party::staff;
    StaffId staff; ///< empty unless party is staff
    RoleSet roles; ///< valid at the office of the case
};

[[nodiscard]] Actor reporter() noexcept;
[[nodiscard]] Actor house() noexcept;
/// The roles of a person that count for this case: held at its office or above; for one without an office,
/// held at a root. A role held at the office that a conduct complaint names, or below it, does not count; at
/// a root, above which there is nobody, its coordinators and heads still do.
[[nodiscard]] Actor actor_for(const Case& c, StaffId staff, std::span<const staff::HeldRole> held,
                              const agency::OfficeTree& offices);

} // namespace cases

template <> inline constexpr auto base::codes<cases::Party> = std::to_array<base::Coded<cases::Party>>({
    {cases::Party::staff, "staff"},
    {cases::Party::reporter, "reporter"},
    {cases::Party::system, "system"},
});
