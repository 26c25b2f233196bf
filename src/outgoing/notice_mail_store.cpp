#include "outgoing/notice_mail_store.h"

namespace outgoing::store {
namespace {

using base::AgencyId;
using base::Time;
using Text = std::string;

#define NOTICE_MAIL_COLUMNS                                                                                  \
    "agency, id, staff, state, subject, body, created_at, changed_at, attempts, lease_until, problem"

constexpr db::Query<void(AgencyId, OutgoingId, staff::StaffId, State, Text, Text, Time, Time, int)>
    insert_mail{"notice_mails.insert",
                "insert into notice_mails (" NOTICE_MAIL_COLUMNS
                ") values (:agency, :id, :staff, :state, :subject, :body, :created, :changed, :attempts, "
                "null, null)"};
constexpr db::Query<NoticeMail(AgencyId, OutgoingId)> select_one{
    "notice_mails.find",
    "select " NOTICE_MAIL_COLUMNS " from notice_mails where agency = :agency and id = :id"};
constexpr db::Query<NoticeMail(AgencyId, staff::StaffId, int)> select_of_staff{
    "notice_mails.of_staff",
    "select " NOTICE_MAIL_COLUMNS " from notice_mails where agency = :agency and staff = :staff "
    "order by created_at desc limit :most"};
constexpr db::Query<void(Time, Time, AgencyId, OutgoingId)> update_begin{
    "notice_mails.begin",
    "update notice_mails set state = 'sending', attempts = attempts + 1, changed_at = :now, lease_until = "
    ":until, problem = null where agency = :agency and id = :id and state = 'queued'"};
constexpr db::Query<void(State, Time, std::optional<Text>, AgencyId, OutgoingId, State)> update_state{
    "notice_mails.change_state",
    "update notice_mails set state = :to, changed_at = :now, problem = :problem, lease_until = null where "
    "agency = :agency and id = :id and state = :from"};
constexpr db::Query<void(Time, Text, AgencyId, Time)> update_expired{
    "notice_mails.give_up_expired",
    "update notice_mails set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null "
    "where agency = :agency and lease_until < :before"};
constexpr db::Query<void(Time, Text, AgencyId)> update_waiting{
    "notice_mails.hold_all",
    "update notice_mails set state = 'unknown', changed_at = :now, problem = :problem, lease_until = null "
    "where agency = :agency and state in ('queued', 'sending')"};

} // namespace

void insert(db::Tx& tx, const NoticeMail& mail) {
    tx.run(insert_mail, mail.agency, mail.id, mail.staff, mail.state, mail.subject, mail.body,
           mail.created_at, mail.changed_at, mail.attempts);
}

std::optional<NoticeMail> find_notice_mail(db::Tx& tx, AgencyId agency, OutgoingId id) {
    return tx.one(select_one, agency, id);
}

std::vector<NoticeMail> notice_mails_of(db::Tx& tx, AgencyId agency, staff::StaffId staff, int most) {
    return tx.all(select_of_staff, agency, staff, most);
}

bool begin_notice_mail(db::Tx& tx, AgencyId agency, OutgoingId id, Time now, Time until) {
    return tx.run(update_begin, now, until, agency, id) == 1;
}

bool change_notice_mail(db::Tx& tx, AgencyId agency, OutgoingId id, State from, State to, Time now,
                        std::optional<Text> problem) {
    return tx.run(update_state, to, now, std::move(problem), agency, id, from) == 1;
}

void give_up_notice_mails(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    tx.run(update_expired, now, std::string(problem), agency, now);
}

std::int64_t hold_notice_mails(db::Tx& tx, AgencyId agency, Time now, std::string_view problem) {
    return tx.run(update_waiting, now, std::string(problem), agency);
}

} // namespace outgoing::store
