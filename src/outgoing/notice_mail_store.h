// SQL of mails to staff. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "outgoing/notice_mail.h"

namespace outgoing::store {

void insert(db::Tx& tx, const NoticeMail& mail);
[[nodiscard]] std::optional<NoticeMail> find_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id);
/// Newest first.
[[nodiscard]] std::vector<NoticeMail> notice_mails_of(db::Tx& tx, base::AgencyId agency, staff::StaffId staff,
                                                      int most);
/// queued -> sending with a lease, one attempt more; false when somebody else was faster.
[[nodiscard]] bool begin_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now,
                                     base::Time until);
/// From one state to another; false when it is not in it (any more).
[[nodiscard]] bool change_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id, State from, State to,
                                      base::Time now, std::optional<std::string> problem);
/// Those whose lease is over: unknown.
void give_up_notice_mails(db::Tx& tx, base::AgencyId agency, base::Time now, std::string_view problem);
/// All that wait or are being sent: unknown. Gives how many.
std::int64_t hold_notice_mails(db::Tx& tx, base::AgencyId agency, base::Time now, std::string_view problem);

} // namespace outgoing::store
