#include "staff/notice_actions.h"

#include "staff/notice_store.h"

namespace staff {

void tell(db::Tx& tx, base::AgencyId agency, const Notice& notice) {
    store::put_notice(tx, agency, notice);
}

void end_notices(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind, std::int64_t subject,
                 base::Time now, std::optional<std::string> deadline) {
    store::end_notices(tx, agency, subject_kind, subject, now, std::move(deadline));
}

std::vector<Notice> notices_of(db::Tx& tx, base::AgencyId agency, StaffId staff) {
    return store::open_notices(tx, agency, staff, most_notices);
}

std::int64_t count_unseen(db::Tx& tx, base::AgencyId agency, StaffId staff) {
    return store::count_unseen(tx, agency, staff);
}

void mark_seen(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Time until, base::Time now) {
    store::mark_seen(tx, agency, staff, until, now);
}

std::vector<StaffId> staff_to_mail(db::Tx& tx, base::AgencyId agency, base::Time now, int most) {
    return store::staff_to_mail(tx, agency, now, most);
}

std::vector<Notice> take_for_mail(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Time now) {
    auto out = store::notices_to_mail(tx, agency, staff, now, most_notices);
    store::clear_mail(tx, agency, staff, now);
    return out;
}

} // namespace staff
