// One case as the tallies count it: which cases stand alike for staff, and where it belongs in the public
// figures. Pure; never fails.
#pragma once
#include "cases/standing.h"

namespace cases {

struct Tallied {
    bool is_restricted = false;
    std::int64_t office = 0;         ///< 0: none
    std::int64_t person = 0;         ///< 0: none, or it makes no difference to who sees the case where
    std::int64_t conduct_office = 0; ///< 0: none
    bool is_whistleblowing = false;
    int standing = 0;
    std::string topic;      ///< empty: none
    std::string regency;    ///< "31.74"; empty: none
    std::int64_t day = 0;   ///< since 1970, in the agency's zone
    std::int64_t month = 0; ///< year * 12 + month - 1
    bool operator==(const Tallied&) const = default;
};

[[nodiscard]] Tallied tallied(const Case& c, Standing standing, base::Zone zone);

} // namespace cases
