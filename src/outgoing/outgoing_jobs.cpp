#include "outgoing/outgoing_jobs.h"

#include "items/item_actions.h"
#include "jobs/backoff.h"
#include "outgoing/letter.h"
#include "outgoing/mail_thread_actions.h"
#include "outgoing/send_actions.h"
#include "outgoing/send_job.h"
#include "people/identity_actions.h"

namespace outgoing {

events::Subscriber compose_subscriber(Composer composer) {
    return {.name = "outgoing.compose",
            .handle = [composer = std::move(composer)](db::Tx& tx, base::AgencyId agency,
                                                       const events::Stored& event) {
                return compose(tx, composer, agency, event);
            }};
}

jobs::Handler send_handler(const Sending& sending) {
    return {.kind = std::string(job_kind), .run = [sending](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<SendJob>(job.data);
                if (!data) return base::pass(data);
                return send(sending, job.agency, data->id);
            }};
}

base::Result<void> send(const Sending& s, base::AgencyId agency, OutgoingId id) {
    auto waiting = s.database.read([&](db::Tx& tx) { return queued(tx, agency, id); });
    if (!waiting) return {};
    if (waiting->channel == Channel::network) {
        if (s.posting) return send_posting(*s.posting, *waiting);
        return base::fail(base::Kind::unavailable, "network.unknown");
    }
    auto directory = s.directories.of(agency);
    if (!directory) return base::pass(directory);
    auto give_up = [&](State state, std::string problem) {
        s.database.write([&](db::Tx& tx) { drop(tx, *waiting, state, problem, s.now()); });
        return base::Result<void>{};
    };
    if (!s.sender) return give_up(State::failed, "mail.no_relay");
    auto reporter = s.database.read(
        [&](db::Tx& tx) { return people::open_identity(tx, s.vault, agency, waiting->identity); });
    if (!reporter || !reporter->contact.email) return give_up(State::cancelled, "mail.no_address");

    auto begun = s.database.write([&](db::Tx& tx) { return begin(tx, agency, id, s.now()); });
    if (!begun) return {};
    const auto secret = s.database.read(
        [&](db::Tx& tx) { return items::link_secret(tx, s.vault, agency, begun->case_id.value); });
    Mail mail{.agency = agency,
              .id = id,
              .from_name = (*directory)->agency().name,
              .to = *reporter->contact.email,
              .subject = begun->subject,
              .text = with_secret(begun->letter, secret),
              .at = s.now()};
    s.database.read([&](db::Tx& tx) {
        tie(tx, s.vault, s.posting ? &s.posting->network.channels : nullptr, **directory, *begun, mail);
    });
    const Handover handover = s.sender->send(mail);
    const auto wait =
        jobs::wait_after(begun->attempts, first_wait, longest_wait, jobs::chance_from(s.random(8)));
    s.database.write([&](db::Tx& tx) { finish(tx, s.ids, *begun, handover, wait, s.now()); });
    return {};
}

void sweep(db::Database& database, base::AgencyId agency, base::Time now) {
    database.write([&](db::Tx& tx) { give_up_expired(tx, agency, now); });
}

} // namespace outgoing
