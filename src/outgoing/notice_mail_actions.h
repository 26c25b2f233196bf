// Summing up notices to staff in one mail for each person, and the states of sending it. Never fails but by a
// broken database.
#pragma once
#include "agency/directory.h"
#include "outgoing/compose_actions.h"
#include "outgoing/notice_mail.h"
#include "outgoing/sender.h"

namespace db {
class Tx;
}

namespace outgoing {

/// One person gets one mail in that time, whatever happens.
inline constexpr std::chrono::minutes between_mails{30};
/// Somebody's steps wait that long: the ladders are catching up, and a summary comes after that.
inline constexpr std::chrono::seconds catching_up{30};
inline constexpr std::string_view notice_job_kind = "outgoing.notice";

struct SummingUp {
    const agency::Directory& directory;
    base::IdSource& ids;
    base::Time now;
    Post post;
};
/// Who has something to be mailed; nobody while ladders are catching up.
[[nodiscard]] std::vector<staff::StaffId> to_sum_up(db::Tx& tx, base::AgencyId agency, base::Time now);
/// Queues one mail of what still waits for the person, where they may have one now.
void sum_up(db::Tx& tx, const SummingUp& in, staff::StaffId person);

/// queued -> sending; empty when it is not (any more) to be sent.
[[nodiscard]] std::optional<NoticeMail> begin_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id,
                                                          base::Time now);
/// sending -> what came of it; with Fate::try_again it waits, until there were too many attempts.
void finish_notice_mail(db::Tx& tx, base::IdSource& ids, const NoticeMail& mail, const Handover& handover,
                        base::Duration wait, base::Time now);
/// It cannot be sent: there is no address, or no relay any more.
void drop_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id, std::string problem, base::Time now);
void give_up_notice_mails(db::Tx& tx, base::AgencyId agency, base::Time now);

[[nodiscard]] std::vector<NoticeMail> notice_mails_of(db::Tx& tx, base::AgencyId agency, staff::StaffId staff,
                                                      int most = 20);

} // namespace outgoing
