// What a person may see of an agency's cases, as sets that a statement can use: made by asking actor_for()
// and staff_view() once for each office, so that no list ever decides it another way. Never fails.
#pragma once
#include "cases/view.h"

#include <boost/describe.hpp>

namespace cases {

/// Cases whose readers an office alone does not decide: conduct and whistleblowing. All of one group are seen
/// by the same people.
struct RestrictedGroup {
    std::optional<OfficeId> office;
    std::optional<OfficeId> conduct_office;
    bool is_whistleblowing = false;
    bool is_mine = false; ///< the person asking is the one in charge
};
BOOST_DESCRIBE_STRUCT(RestrictedGroup, (), (office, conduct_office, is_whistleblowing, is_mine))

/// "11:0:1:0", as the statements write it: office, office complained about, whistleblowing, mine.
[[nodiscard]] std::string key_of(const RestrictedGroup& group);

struct Sight {
    StaffId me;
    std::vector<OfficeId> offices; ///< whose ordinary cases are seen
    bool sees_all_offices = false;
    bool sees_queue = false;             ///< and ordinary cases without an office
    std::vector<OfficeId> own;           ///< where a working role is held itself
    std::vector<OfficeId> deciding;      ///< where coordinator or head counts
    bool decides_queue = false;          ///< and for cases without an office
    std::vector<std::string> restricted; ///< keys of the groups that are seen

    [[nodiscard]] bool decides() const noexcept { return decides_queue || !deciding.empty(); }
};

[[nodiscard]] Sight sight_of(StaffId me, std::span<const staff::HeldRole> roles,
                             const agency::OfficeTree& offices, std::span<const RestrictedGroup> groups);

} // namespace cases
