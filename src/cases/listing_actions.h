// Lists of cases without any right asked: callers show what public_view() and staff_view() let through.
#pragma once
#include "cases/listing.h"

namespace db {
class Tx;
}

namespace cases {

[[nodiscard]] std::vector<Case> list_cases(db::Tx& tx, base::AgencyId agency, const Listing& listing);

} // namespace cases
