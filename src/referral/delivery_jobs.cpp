#include "referral/delivery_jobs.h"

#include "base/json.h"
#include "db/database.h"
#include "items/reply_address.h"
#include "jobs/backoff.h"
#include "outgoing/send_job.h"
#include "referral/delivery_actions.h"
#include "referral/letter.h"
#include "referral/outside.h"
#include "referral/status_actions.h"

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
    return reached_by_mail(
        s.sender->send({.agency = directory.id(),
                        .id = outgoing::OutgoingId{p.delivery.id.value},
                        .from_name = directory.agency().name,
                        .to = p.outside.address,
                        .subject = letter.subject,
                        .text = letter.text,
                        .at = s.now(),
                        // So that it is known when it comes back.
                        .signature = items::mail_signature(s.vault, directory.id(), p.delivery.id.value)}));
}

/// Asked without filing anything; empty when nobody is there. A server that tells nothing is asked in XML,
/// which the specification demands.
std::optional<Format> format_of(const Services& s, const agency::OutsideAgency& outside) {
    bool is_anybody_there = false;
    for (const auto& request : format_requests(outside)) {
        const auto answer = s.carrier.exchange(request);
        if (auto format = judge_format(answer)) return format;
        is_anybody_there = is_anybody_there || answer.response;
        if (!answer.response && answer.reached == network::Reached::no) break;
    }
    return is_anybody_there ? std::optional(Format::xml) : std::nullopt;
}

Reached file(const Services& s, const agency::Directory& directory, Prepared& p) {
    std::string key;
    if (!p.outside.key_sealed.empty()) {
        auto opened = s.vault.open(directory.id(), key_place(p.outside.id), p.outside.key_sealed);
        if (!opened) return {Outcome::refused, {}, "open311.key"};
        key = std::move(*opened);
    }
    if (!p.delivery.format) p.delivery.format = format_of(s, p.outside);
    if (!p.delivery.format) return {Outcome::try_again, {}, "open311.unreachable"};
    return judge_filing(s.carrier.exchange(file_request(
        p.outside, key, filing_of({.directory = directory, .c = p.c, .said = p.said}), *p.delivery.format)));
}

base::Duration wait(const Services& s, int attempts) {
    return jobs::wait_after(std::max(attempts, 1), outgoing::first_wait, outgoing::longest_wait,
                            jobs::chance_from(s.random(8)));
}

base::Result<void> deliver(const Services& s, const jobs::Job& job, DeliveryId id) {
    auto directory = s.directories.of(job.agency);
    if (!directory) return base::pass(directory);
    auto begun = s.database.write([&](db::Tx& tx) { return begin(tx, job.agency, id, s.now()); });
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
    const auto reached = judge_token(s.carrier.exchange(
        token_request(asked->outside, *asked->delivery.token, asked->delivery.format.value_or(Format::xml))));
    const auto context = cases::context_for(**directory, s.ids, s.random, s.now());
    s.database.write([&](db::Tx& tx) {
        finish_poll(tx, context, asked->delivery, reached, wait(s, asked->delivery.attempts + 1));
    });
    return {};
}

base::Result<void> look(const Services& s, const jobs::Job& job, DeliveryId id) {
    auto directory = s.directories.of(job.agency);
    if (!directory) return base::pass(directory);
    const auto asked = s.database.read([&](db::Tx& tx) { return still_followed(tx, job.agency, id); });
    if (!asked) return {};
    const auto& d = asked->delivery;
    const auto seen = judge_request(
        s.carrier.exchange(status_request(asked->outside, *d.receipt, d.format.value_or(Format::xml))),
        *d.receipt);
    const auto wait =
        jobs::wait_after(d.attempts + 1, first_look_wait, longest_look_wait, jobs::chance_from(s.random(8)));
    const auto context = cases::context_for(**directory, s.ids, s.random, s.now());
    s.database.write([&](db::Tx& tx) { finish_look(tx, context, d, seen, wait); });
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

jobs::Handler look_handler(const Services& services) {
    return handler(look_kind, services, look);
}

} // namespace referral
