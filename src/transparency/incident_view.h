// One incident as the public sees it: how many people report the same thing, and each report that may be
// known. Plain data.
#pragma once
#include "cases/incident.h"
#include "cases/visibility.h"

namespace transparency {

struct PublicIncident {
    cases::Incident incident;
    std::vector<cases::PublicView> reports; ///< that the public may know of, the first by time
    int solved = 0;                         ///< of these
};

} // namespace transparency
