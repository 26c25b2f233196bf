// A case as the API shows it to staff (contract.md). Pure: what may be shown was decided before.
#pragma once
#include "agency/directory.h"
#include "base/json.h"
#include "cases/incident.h"
#include "cases/lifecycle.h"
#include "cases/visibility.h"
#include "deadlines/deadline.h"
#include "events/event.h"

namespace cases {

struct WholeCase {
    Case c;
    StaffView view;
    std::vector<deadlines::Deadline> deadlines;
    std::vector<events::Stored> timeline;
    std::vector<proof::Round> proofs;
    std::vector<CommandName> available;
    std::optional<Incident> incident = {};
};

[[nodiscard]] base::json::Object to_json(const WholeCase& whole, const agency::Directory& directory,
                                         base::Time now);
/// Without events and proof: a row of a list.
[[nodiscard]] base::json::Object to_row(const WholeCase& whole, const agency::Directory& directory,
                                        base::Time now);

} // namespace cases
