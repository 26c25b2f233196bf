// SQL of notices. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "staff/notice.h"

namespace staff::store {

/// In place of what the person was told of that subject before.
void put_notice(db::Tx& tx, base::AgencyId agency, const Notice& notice);
/// Those whose subject still needs them, newest first.
[[nodiscard]] std::vector<Notice> open_notices(db::Tx& tx, base::AgencyId agency, StaffId staff, int most);
[[nodiscard]] std::int64_t count_unseen(db::Tx& tx, base::AgencyId agency, StaffId staff);
/// All that was there at `until`.
void mark_seen(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Time until, base::Time now);
/// Of all people; of one deadline or of all.
void end_notices(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind, std::int64_t subject,
                 base::Time now, std::optional<std::string> deadline);

[[nodiscard]] std::vector<StaffId> staff_to_mail(db::Tx& tx, base::AgencyId agency, base::Time now, int most);
[[nodiscard]] std::vector<Notice> notices_to_mail(db::Tx& tx, base::AgencyId agency, StaffId staff,
                                                  base::Time now, int most);
/// Nothing of it goes out by mail any more.
void clear_mail(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Time until);

} // namespace staff::store
