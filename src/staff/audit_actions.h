// What this room writes down about sign-ins, tokens and people: events that are never public and hold neither
// secrets nor logins in clear.
#pragma once
#include "base/json.h"
#include "staff/principal.h"

namespace db {
class Tx;
}

namespace staff {

struct Audit {
    std::string_view kind;         ///< "staff.signed_in"
    std::string_view subject_kind; ///< "staff", "account", "agency"
    std::int64_t subject = 0;
    std::optional<StaffId> by; ///< none: the server or the command line
    base::json::Object data = {};
};

void write_down(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, base::Time now, const Audit& audit);

} // namespace staff
