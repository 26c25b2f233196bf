// Another agency of this installation, as one that hands a case over knows it.
#pragma once
#include "base/id.h"

#include <string>

namespace agency {

struct OtherAgency {
    base::AgencyId id;
    std::string name;
};

} // namespace agency
