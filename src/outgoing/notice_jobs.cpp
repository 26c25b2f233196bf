#include "outgoing/notice_jobs.h"

#include "db/database.h"
#include "jobs/backoff.h"
#include "outgoing/notice_mail_actions.h"
#include "outgoing/send_job.h"
#include "staff/duty_actions.h"

namespace outgoing {

jobs::Handler notice_handler(const NoticePost& post) {
    return {.kind = std::string(notice_job_kind), .run = [post](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<SendJob>(job.data);
                if (!data) return base::pass(data);
                return send_notice(post, job.agency, data->id);
            }};
}

base::Result<void> send_notice(const NoticePost& p, base::AgencyId agency, OutgoingId id) {
    auto directory = p.directories.of(agency);
    if (!directory) return base::pass(directory);
    if (!p.sender) {
        p.database.write([&](db::Tx& tx) { drop_notice_mail(tx, agency, id, "mail.no_relay", p.now()); });
        return {};
    }
    const auto begun =
        p.database.write([&](db::Tx& tx) { return begin_notice_mail(tx, agency, id, p.now()); });
    if (!begun) return {};
    const auto duty = p.database.read([&](db::Tx& tx) { return staff::duty_of(tx, agency, begun->staff); });
    Handover handover{Fate::refused, "mail.no_address"};
    if (duty.email)
        handover = p.sender->send({.agency = agency,
                                   .id = id,
                                   .from_name = (*directory)->agency().name,
                                   .to = *duty.email,
                                   .subject = begun->subject,
                                   .text = begun->body,
                                   .at = p.now()});
    const auto wait =
        jobs::wait_after(begun->attempts, first_wait, longest_wait, jobs::chance_from(p.random(8)));
    p.database.write([&](db::Tx& tx) { finish_notice_mail(tx, p.ids, *begun, handover, wait, p.now()); });
    return {};
}

base::Result<void> gather_notices(const NoticePost& p, base::AgencyId agency) {
    auto directory = p.directories.of(agency);
    if (!directory) return base::pass(directory);
    const base::Time now = p.now();
    p.database.write([&](db::Tx& tx) { give_up_notice_mails(tx, agency, now); });
    const auto people = p.database.read([&](db::Tx& tx) { return to_sum_up(tx, agency, now); });
    for (const auto person : people)
        p.database.write([&](db::Tx& tx) { sum_up(tx, {**directory, p.ids, now, p.post}, person); });
    return {};
}

} // namespace outgoing
