// A summary of notices on its way to a member of staff. States as of Outgoing; what is `unknown` stays so:
// the list in the desk says the same. Plain values.
#pragma once
#include "outgoing/outgoing.h"

namespace outgoing {

/// A row of table notice_mails; members stand in the order of its columns.
struct NoticeMail {
    base::AgencyId agency;
    OutgoingId id;
    staff::StaffId staff;
    State state = State::queued;
    std::string subject;
    std::string body;
    base::Time created_at{};
    base::Time changed_at{};
    int attempts = 0;
    std::optional<base::Time> lease_until;
    std::optional<std::string> problem;
    bool operator==(const NoticeMail&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoticeMail, (),
                      (agency, id, staff, state, subject, body, created_at, changed_at, attempts, lease_until,
                       problem))

} // namespace outgoing
