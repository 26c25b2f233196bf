// A notice (pengingat) to a member of staff: a subject of theirs, by the last step that told them. Holds no
// words and no name of anybody. Plain values.
#pragma once
#include "base/time.h"
#include "staff/principal.h"

namespace staff {

using NoticeId = base::Id<struct NoticeTag>;

/// A row of table notices.
struct Notice {
    NoticeId id;
    StaffId staff;
    std::string subject_kind; ///< "case", "handover"
    std::int64_t subject = 0;
    std::string deadline; ///< "resolve"
    int at_percent = 0;   ///< of its time was over
    std::string audience; ///< as what the person was told: "office_head"
    base::Time due_at{};
    base::Time at{};
    std::optional<base::Time> mail_at; ///< from when it may go out by mail
    std::optional<base::Time> seen_at;
    bool operator==(const Notice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (id, staff, subject_kind, subject, deadline, at_percent, audience, due_at, at, mail_at,
                       seen_at))

/// What waits is the hand-over of a case to an agency outside: `subject` is the case, `deadline` how the
/// hand-over stands ("unknown", "finished"), without a time.
inline constexpr std::string_view handover_subject = "handover";

inline constexpr int most_notices = 100; ///< of a page, of a mail

} // namespace staff
