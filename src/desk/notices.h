// What a person was reminded of, as the page /meja/pengingat shows it. Plain data.
#pragma once
#include "cases/case.h"
#include "deadlines/deadline.h"
#include "staff/duty.h"
#include "staff/notice.h"

namespace desk {

struct NoticeRow {
    staff::Notice notice;
    cases::Case c;
    std::optional<deadlines::Deadline> clock;
};

struct Notices {
    std::vector<NoticeRow> rows = {}; ///< newest first
    staff::Duty duty = {};
    std::optional<base::Day> away_until = {};
};

} // namespace desk
