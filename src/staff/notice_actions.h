// Notices to staff: put by who knows, read in the desk, gathered for mails. Never fails but by a broken
// database.
#pragma once
#include "staff/notice.h"

#include <string_view>

namespace db {
class Tx;
}

namespace staff {

/// In place of what the person was told of that subject before; `id` is for a new row.
void tell(db::Tx& tx, base::AgencyId agency, const Notice& notice);
/// The subject, or that deadline of it, needs nobody any more.
void end_notices(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind, std::int64_t subject,
                 base::Time now, std::optional<std::string> deadline = {});

/// Of subjects that still need the person, newest first, at most `most_notices`.
[[nodiscard]] std::vector<Notice> notices_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
[[nodiscard]] std::int64_t count_unseen(db::Tx& tx, base::AgencyId agency, StaffId staff);
/// All up to `until`, the newest that the person had before them.
void mark_seen(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Time until, base::Time now);

/// Who has something to be mailed now.
[[nodiscard]] std::vector<StaffId> staff_to_mail(db::Tx& tx, base::AgencyId agency, base::Time now,
                                                 int most = 100);
/// What goes out to the person now, the first due first; all of it counts as mailed.
[[nodiscard]] std::vector<Notice> take_for_mail(db::Tx& tx, base::AgencyId agency, StaffId staff,
                                                base::Time now);

} // namespace staff
