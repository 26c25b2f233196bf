// What reminders by mail do by themselves: gathering, sending, giving up on what was interrupted.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "jobs/job.h"
#include "outgoing/compose_actions.h"
#include "outgoing/sender.h"

namespace outgoing {

struct NoticePost {
    db::Database& database;
    agency::Directories& directories;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    Sender* sender = nullptr; ///< none: notices stand in the desk only
    Post post = {};
};

[[nodiscard]] jobs::Handler notice_handler(const NoticePost& post);
/// Sends one that is queued; nothing to do is no failure.
[[nodiscard]] base::Result<void> send_notice(const NoticePost& post, base::AgencyId agency, OutgoingId id);
/// Each half minute and at the start: one mail for each person of what waits to be mailed.
[[nodiscard]] base::Result<void> gather_notices(const NoticePost& post, base::AgencyId agency);

} // namespace outgoing
