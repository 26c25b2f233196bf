// Who settles which office is responsible when two have refused a case, and how long that may take.
#pragma once
#include "agency/office.h"

#include <boost/describe.hpp>

namespace agency {

struct Arbiter {
    OfficeId office;                        ///< gets the case until it is settled
    std::optional<std::int64_t> staff = {}; ///< the person named for it; null: whoever coordinates there
    int working_days = 2;
    bool operator==(const Arbiter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Arbiter, (), (office, staff, working_days))

inline constexpr int max_arbiter_days = 30;

} // namespace agency
