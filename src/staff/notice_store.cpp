#include "staff/notice_store.h"

namespace staff::store {
namespace {

using base::AgencyId;
using base::Time;
using OptionalTime = std::optional<Time>;
using Text = std::string;
using Number = std::int64_t;

constexpr db::Query<void(AgencyId, NoticeId, StaffId, Text, Number, Text, int, Text, Time, Time,
                         OptionalTime)>
    upsert{"notices.put",
           "insert into notices (agency, id, staff, subject_kind, subject, deadline, at_percent, audience, "
           "due_at, at, mail_at) values (:agency, :id, :staff, :kind, :subject, :deadline, :percent, "
           ":audience, :due, :at, :mail) on conflict (agency, subject_kind, subject, staff) do update set "
           "deadline = excluded.deadline, at_percent = excluded.at_percent, audience = excluded.audience, "
           "due_at = excluded.due_at, at = excluded.at, mail_at = excluded.mail_at, seen_at = null, "
           "over_at = null"};
constexpr db::Query<Notice(AgencyId, StaffId, int)> select_open{
    "notices.open",
    "select id, staff, subject_kind, subject, deadline, at_percent, audience, due_at, at, mail_at, seen_at "
    "from notices where agency = :agency and staff = :staff and over_at is null order by at desc, id desc "
    "limit :most"};
constexpr db::Query<Number(AgencyId, StaffId)> select_unseen{
    "notices.count_unseen", "select count(*) from notices where agency = :agency and staff = :staff and "
                            "over_at is null and seen_at is null"};
constexpr db::Query<void(Time, AgencyId, StaffId, Time)> update_seen{
    "notices.mark_seen", "update notices set seen_at = :now, mail_at = null where agency = :agency and "
                         "staff = :staff and over_at is null and seen_at is null and at <= :until"};
constexpr db::Query<void(Time, AgencyId, Text, Number)> update_over{
    "notices.end", "update notices set over_at = :now, mail_at = null where agency = :agency and "
                   "subject_kind = :kind and subject = :subject and over_at is null"};
constexpr db::Query<void(Time, AgencyId, Text, Number, Text)> update_met{
    "notices.end_of_deadline",
    "update notices set over_at = :now, mail_at = null where agency = :agency and subject_kind = :kind and "
    "subject = :subject and over_at is null and deadline = :deadline"};
constexpr db::Query<StaffId(AgencyId, Time, int)> select_staff_to_mail{
    "notices.staff_to_mail", "select distinct staff from notices where agency = :agency and mail_at <= :now "
                             "order by staff limit :most"};
constexpr db::Query<Notice(AgencyId, StaffId, Time, int)> select_to_mail{
    "notices.to_mail",
    "select id, staff, subject_kind, subject, deadline, at_percent, audience, due_at, at, mail_at, seen_at "
    "from notices where agency = :agency and staff = :staff and over_at is null and mail_at <= :now "
    "order by due_at, id limit :most"};
constexpr db::Query<void(AgencyId, StaffId, Time)> update_mailed{
    "notices.clear_mail", "update notices set mail_at = null where agency = :agency and staff = :staff and "
                          "over_at is null and mail_at <= :until"};

} // namespace

void put_notice(db::Tx& tx, AgencyId agency, const Notice& n) {
    tx.run(upsert, agency, n.id, n.staff, n.subject_kind, n.subject, n.deadline, n.at_percent, n.audience,
           n.due_at, n.at, n.mail_at);
}

std::vector<Notice> open_notices(db::Tx& tx, AgencyId agency, StaffId staff, int most) {
    return tx.all(select_open, agency, staff, most);
}

std::int64_t count_unseen(db::Tx& tx, AgencyId agency, StaffId staff) {
    return tx.one(select_unseen, agency, staff).value_or(0);
}

void mark_seen(db::Tx& tx, AgencyId agency, StaffId staff, Time until, Time now) {
    tx.run(update_seen, now, agency, staff, until);
}

void end_notices(db::Tx& tx, AgencyId agency, std::string_view subject_kind, std::int64_t subject, Time now,
                 std::optional<std::string> deadline) {
    if (deadline)
        tx.run(update_met, now, agency, std::string(subject_kind), subject, *deadline);
    else
        tx.run(update_over, now, agency, std::string(subject_kind), subject);
}

std::vector<StaffId> staff_to_mail(db::Tx& tx, AgencyId agency, Time now, int most) {
    return tx.all(select_staff_to_mail, agency, now, most);
}

std::vector<Notice> notices_to_mail(db::Tx& tx, AgencyId agency, StaffId staff, Time now, int most) {
    return tx.all(select_to_mail, agency, staff, now, most);
}

void clear_mail(db::Tx& tx, AgencyId agency, StaffId staff, Time until) {
    tx.run(update_mailed, agency, staff, until);
}

} // namespace staff::store
