#include "outgoing/notice_mail_actions.h"

#include "base/json.h"
#include "cases/case_actions.h"
#include "cases/ladder_actions.h"
#include "cases/visibility.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/happening.h"
#include "deadlines/own_profiles.h"
#include "jobs/job_actions.h"
#include "outgoing/notice_letter.h"
#include "outgoing/notice_mail_store.h"
#include "outgoing/send_actions.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"
#include "staff/staff_actions.h"

#include <fmt/format.h>

namespace outgoing {
namespace {

std::string topic_of(const cases::Case& c, const agency::Directory& directory, base::Language language) {
    if (!cases::is_known_to_public(c)) return {};
    const auto* topic = c.topic ? directory.topic(*c.topic) : nullptr;
    return topic ? std::string(topic->name(language)) : std::string();
}

/// What is still so: of cases that wait for the agency, with the due time of now.
std::vector<NoticeLine> lines_of(db::Tx& tx, const SummingUp& in, std::span<const staff::Notice> notices,
                                 base::Language language) {
    std::vector<NoticeLine> out;
    for (const auto& notice : notices) {
        const auto c = cases::case_of_id(tx, in.directory.id(), cases::CaseId{notice.subject});
        if (!c) continue;
        if (notice.subject_kind == staff::handover_subject) {
            if (c->state != cases::State::referred) continue;
            out.push_back({.code = c->code,
                           .topic = topic_of(*c, in.directory, language),
                           .deadline = {},
                           .at_percent = 0,
                           .due = notice.due_at,
                           .news = said_of_handover(notice.deadline, language)});
            continue;
        }
        if (!cases::is_waiting_for_the_agency(c->state)) continue;
        for (const auto& deadline :
             deadlines::deadlines_of(tx, in.directory.id(), {notice.subject_kind, notice.subject}))
            if (deadline.name == notice.deadline && deadline.is_running())
                out.push_back({.code = c->code,
                               .topic = topic_of(*c, in.directory, language),
                               .deadline = deadlines::spoken_name(
                                   deadline, deadlines::profiles_of(in.directory), language),
                               .at_percent = percent_now(notice.at_percent, deadline.due_at, in.now),
                               .due = deadline.due_at});
    }
    return out;
}

void queue(db::Tx& tx, base::IdSource& ids, const NoticeMail& mail, base::Time run_at, base::Time now) {
    jobs::enqueue(tx, ids, mail.agency,
                  {.kind = std::string(notice_job_kind),
                   .name = fmt::format("{}.{}", mail.id.value, mail.attempts),
                   .data = boost::json::serialize(base::json::Object{{"id", base::to_string(mail.id)}}),
                   .run_at = run_at},
                  now);
}

bool was_mailed_lately(db::Tx& tx, base::AgencyId agency, staff::StaffId person, base::Time now) {
    const auto last = store::notice_mails_of(tx, agency, person, 1);
    return !last.empty() && last.front().created_at > now - between_mails;
}

} // namespace

std::vector<staff::StaffId> to_sum_up(db::Tx& tx, base::AgencyId agency, base::Time now) {
    constexpr int everybody = 5'000;
    if (cases::is_climbing(tx, agency, now - catching_up)) return {};
    return staff::staff_to_mail(tx, agency, now, everybody);
}

void sum_up(db::Tx& tx, const SummingUp& in, staff::StaffId id) {
    const auto agency = in.directory.id();
    if (was_mailed_lately(tx, agency, id, in.now)) return;
    const auto notices = staff::take_for_mail(tx, agency, id, in.now);
    const auto person = staff::find_person(tx, agency, id);
    const auto duty = staff::duty_of(tx, agency, id);
    const auto& zone = in.directory.agency().zone;
    if (!in.post.has_relay || !person || !person->is_active || !duty.email ||
        staff::away_until(tx, agency, id, base::local_day(in.now, zone)))
        return;
    const auto lines = lines_of(tx, in, notices, duty.language);
    if (lines.empty()) return;
    auto text = notice_text({.person = person->name,
                             .site = site_of(in.post, in.directory.agency()),
                             .zone = zone,
                             .language = duty.language},
                            lines);
    const NoticeMail mail{.agency = agency,
                          .id = in.ids.next<OutgoingId>(),
                          .staff = id,
                          .state = State::queued,
                          .subject = std::move(text.subject),
                          .body = std::move(text.body),
                          .created_at = in.now,
                          .changed_at = in.now,
                          .attempts = 0,
                          .lease_until = {},
                          .problem = {}};
    store::insert(tx, mail);
    queue(tx, in.ids, mail, in.now, in.now);
}

std::optional<NoticeMail> begin_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id,
                                            base::Time now) {
    if (!store::begin_notice_mail(tx, agency, id, now, now + lease)) return std::nullopt;
    return store::find_notice_mail(tx, agency, id);
}

void finish_notice_mail(db::Tx& tx, base::IdSource& ids, const NoticeMail& mail, const Handover& handover,
                        base::Duration wait, base::Time now) {
    State state = State::unknown;
    switch (handover.fate) {
    case Fate::accepted: state = State::sent; break;
    case Fate::refused: state = State::failed; break;
    case Fate::try_again: state = mail.attempts < most_attempts ? State::queued : State::failed; break;
    case Fate::unclear: break;
    }
    const auto problem = state == State::sent ? std::nullopt : std::optional(handover.problem);
    const bool is_ours =
        store::change_notice_mail(tx, mail.agency, mail.id, State::sending, state, now, problem);
    if (is_ours && state == State::queued) queue(tx, ids, mail, now + wait, now);
}

void drop_notice_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id, std::string problem, base::Time now) {
    (void)store::change_notice_mail(tx, agency, id, State::queued, State::cancelled, now, std::move(problem));
}

void give_up_notice_mails(db::Tx& tx, base::AgencyId agency, base::Time now) {
    store::give_up_notice_mails(tx, agency, now, "mail.interrupted");
}

std::vector<NoticeMail> notice_mails_of(db::Tx& tx, base::AgencyId agency, staff::StaffId staff, int most) {
    return store::notice_mails_of(tx, agency, staff, most);
}

} // namespace outgoing
