// Writes down a change of an agency as an event and tells every Directories, in the unit of work of the
// change.
#pragma once
#include "agency/agency_actions.h"
#include "base/json.h"

namespace agency {

struct Note {
    std::string_view kind; ///< "office.added"
    std::string_view subject_kind = "agency";
    std::int64_t subject = 0; ///< 0: the agency itself
    base::json::Object data = {};
};

void note(db::Tx& tx, const Change& change, base::AgencyId agency, const Note& note);

} // namespace agency
