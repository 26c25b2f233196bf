// Recording what came by phone, counter, letter, link or screenshot: one item, one case, one secret link; the
// same form twice is the same case, and so is the same link.
#pragma once
#include "agency/directory_actions.h"
#include "deadlines/deadline.h"
#include "intake/accept_actions.h"
#include "intake/record.h"

namespace intake {

struct Recorded {
    cases::Case c;
    std::vector<deadlines::Deadline> deadlines;
    std::string secret; ///< for the link to /lacak; empty when another form had recorded it before
    bool was_known = false;
};
/// `record` has passed check(). Makes the agency's account of the channel when there is none yet. Refusals:
/// unavailable `account.unknown` when the agency has closed that account; those of accept().
[[nodiscard]] base::Result<Recorded> take_record(const Services& services, agency::Directories& directories,
                                                 base::AgencyId agency, staff::StaffId by,
                                                 const Record& record);

/// What a case made of these words would be, before anything is stored.
struct Preview {
    Understood understood;
    bool kind_is_sure = false;
    std::optional<agency::OfficeId> office; ///< none: the coordinator's queue
    bool has_private_data = false;
    bool is_empty = true; ///< there is nothing to read yet
};
[[nodiscard]] Preview preview(const Services& services, const agency::Directory& directory,
                              const RecordDraft& draft);

} // namespace intake
