#include "referral/delivery_jobs.h"

#include "base/json.h"
#include "db/database.h"
#include "jobs/backoff.h"
#include "outgoing/send_job.h"
#include "referral/delivery_actions.h"
#include "referral/letter.h"
#include "referral/outside.h"

namespace referral {
namespace {

struct DeliveryJob {
    DeliveryId id;
};
BOOST_DESCRIBE_STRUCT(DeliveryJob, (), (id))

Reached reached_by_mail(const outgoing::Handover& handover) {
    switch (handover.fate) {
    case outgoing::Fate::accepted: return {Outcome::arrived, {}, {}};
    case outgoing::Fate::refused: return {Outcome::refused, {}, handover.problem};
    case outgoing::Fate::try_again: return {Outcome::try_again, {}, handover.problem};
    case outgoing::Fate::unclear: break;
    }
    return {Outcome::unclear, {}, handover.problem};
}

Reached send_mail(const Services& s, const agency::Directory& directory, const Prepared& p) {
    if (!s.sender) return {Outcome::refused, {}, "mail.no_relay"};
    const std::string site = outgoing::site_of(s.post, directory.agency());
    if (site.empty()) return {Outcome::refused, {}, "mail.no_site"};
    const auto letter = letter_of({.directory = directory,
                                   .c = p.c,
                                   .said = p.said,
                                   .link = site + "/serah-terima/" + p.c.code +
                                           "?kunci=" + secret_of(s.vault, directory.id(), p.delivery.id)});
    return reached_by_mail(s.sender->send({.agency = directory.id(),
                                           .id = outgoing::OutgoingId{p.delivery.id.value},
                                           .from_name = directory.agency().name,
                                           .to = p.outside.address,
                                           .subject = letter.subject,
                                           .text = letter.text,
                                           .at = s.now()}));
}

Reached file(const Services& s, const agency::Directory& directory, const Prepared& p) {
    std::string key;
    if (!p.outside.key_sealed.empty()) {
        auto opened = s.vault.open(directory.id(), key_place(p.outside.id), p.outside.key_sealed);
        if (!opened) return {Outcome::refused, {}, "open311.key"};
        key = std::move(*opened);
    }
    return judge_filing(s.carrier.exchange(
        file_request(p.outside, key, filing_of({.directory = directory, .c = p.c, .said = p.said}))));
}

base::Duration wait(const Services& s, int attempts) {
    return jobs::wait_after(std::max(attempts, 1), outgoing::first_wait, outgoing::longest_wait,
                            jobs::chance_from(s.random(8)));
}

base::Result<void> deliver(const Services& s, const jobs::Job& job, DeliveryId id) {
    auto directory = s.directories.of(job.agency);
    if (!directory) return base::pass(directory);
    const auto begun = s.database.write([&](db::Tx& tx) { return begin(tx, job.agency, id, s.now()); });
    if (!begun) return {};
    // The way is that of the journal's row: an administrator may have changed it since.
    Reached reached =
        begun->delivery.way == begun->outside.way
            ? (begun->delivery.way == agency::OutsideWay::mail ? send_mail(s, **directory, *begun)
                                                               : file(s, **directory, *begun))
            : Reached{Outcome::refused, {}, "delivery.way_changed"};
    const auto context = cases::context_for(**directory, s.ids, s.random, s.now());
    s.database.write([&](db::Tx& tx) {
        finish(tx, context, begun->delivery, reached, wait(s, begun->delivery.attempts));
    });
    return {};
}

base::Result<void> poll(const Services& s, const jobs::Job& job, DeliveryId id) {
    auto directory = s.directories.of(job.agency);
    if (!directory) return base::pass(directory);
    const auto asked = s.database.read([&](db::Tx& tx) { return waiting_for_number(tx, job.agency, id); });
    if (!asked) return {};
    const auto reached =
        judge_token(s.carrier.exchange(token_request(asked->outside, *asked->delivery.token)));
    const auto context = cases::context_for(**directory, s.ids, s.random, s.now());
    s.database.write([&](db::Tx& tx) {
        finish_poll(tx, context, asked->delivery, reached, wait(s, asked->delivery.attempts + 1));
    });
    return {};
}

template <class Run> jobs::Handler handler(std::string_view kind, const Services& services, Run run) {
    return {.kind = std::string(kind), .run = [services, run](const jobs::Job& job) -> base::Result<void> {
                auto data = base::json::parse_as<DeliveryJob>(job.data);
                if (!data) return base::pass(data);
                return run(services, job, data->id);
            }};
}

} // namespace

jobs::Handler deliver_handler(const Services& services) {
    return handler(deliver_kind, services, deliver);
}

jobs::Handler poll_handler(const Services& services) {
    return handler(poll_kind, services, poll);
}

} // namespace referral
