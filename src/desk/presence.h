// Who has a case on the screen right now: others see it, so that nobody answers twice. Plain data.
#pragma once
#include "cases/case.h"

#include <boost/describe.hpp>

#include <map>

namespace desk {

/// Somebody seen this recently is looking; an open page says so again every 20 seconds.
inline constexpr base::Duration presence_length = std::chrono::seconds(45);

struct Looking {
    staff::StaffId staff;
    std::string name;
    base::Time seen_at{};
    bool operator==(const Looking&) const = default;
};
BOOST_DESCRIBE_STRUCT(Looking, (), (staff, name, seen_at))

/// By case; who came last stands first.
using LookingByCase = std::map<cases::CaseId, std::vector<Looking>>;

} // namespace desk
