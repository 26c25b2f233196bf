#include "referral/delivery_actions.h"

#include "agency/outside_actions.h"
#include "cases/transitions.h"
#include "cases/visibility.h"
#include "db/tx.h"
#include "events/event_actions.h"
#include "jobs/job_actions.h"
#include "people/secret.h"
#include "referral/delivery_step_actions.h"
#include "referral/delivery_store.h"
#include "staff/notice_actions.h"

#include <fmt/format.h>

namespace referral {
namespace {

constexpr std::chrono::minutes lease{5};
constexpr int most_listed = 200;

bool is_waiting(const Standing& standing, const Delivery& d) {
    return is_there(standing, d) && !standing.has_receipt;
}

std::optional<Prepared> prepared(db::Tx& tx, const Delivery& d) {
    auto standing = standing_of(tx, d.agency, d.case_id);
    auto outside = agency::outside_agency(tx, d.agency, d.outside);
    if (!standing || !outside || !is_waiting(*standing, d)) return std::nullopt;
    return Prepared{d, std::move(*outside), std::move(standing->c), std::move(standing->said)};
}

/// The number becomes the case's receipt, unless a person was faster.
void take_number(db::Tx& tx, const cases::Context& context, const Delivery& d, const std::string& number) {
    const auto standing = standing_of(tx, d.agency, d.case_id);
    if (!standing || !is_waiting(*standing, d)) return;
    // Refused only when somebody else moved the case just now: the row keeps the number.
    (void)cases::act(tx, context, standing->c, cases::house(), cases::Receipt{.receipt = number});
}

/// `receipt`: the number that came; none: it is not theirs.
void close(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const events::Stored& answer,
           const std::optional<std::string>& receipt, base::Time now) {
    const cases::CaseId id{answer.subject};
    for (auto d : store::of_case(tx, agency, id)) {
        if (d.state == State::answered || d.state == State::cancelled || d.event > answer.id.value) continue;
        const State from = d.state;
        // One that is being sent is finished by its sender.
        if (from == State::sending) continue;
        if (receipt && (from == State::followed || from == State::finished)) continue;
        d.state = receipt ? with_number(d) : State::answered;
        if (receipt) d.receipt = receipt;
        if (d.state == State::followed) d.attempts = 0;
        d.changed_at = now;
        if (store::change(tx, d, from) && d.state == State::followed) queue(tx, ids, d, look_kind, now, now);
    }
    end_telling(tx, agency, id, now);
}

} // namespace

bool follows(std::string_view event_kind) noexcept {
    return event_kind == "case.referred" || event_kind == "case.receipted" ||
           event_kind == "case.handed_back";
}

void queue(db::Tx& tx, base::IdSource& ids, const Delivery& d, std::string_view kind, base::Time run_at,
           base::Time now) {
    jobs::enqueue(tx, ids, d.agency,
                  {.kind = std::string(kind),
                   .name = fmt::format("{}.{}", d.id.value, d.attempts),
                   .data = boost::json::serialize(base::json::Object{{"id", base::to_string(d.id)}}),
                   .run_at = run_at},
                  now);
}

std::optional<Standing> standing_of(db::Tx& tx, base::AgencyId agency, cases::CaseId id) {
    auto c = cases::case_of_id(tx, agency, id);
    const auto event = events::last_of(tx, agency, "case", id.value, "case.referred");
    if (!c || !event) return std::nullopt;
    auto data = base::json::parse(event->data);
    auto body = data ? cases::read_body(event->kind, *data) : base::pass(data);
    if (!body) return std::nullopt;
    const auto receipt = events::last_of(tx, agency, "case", id.value, "case.receipted");
    auto said = std::get<cases::Referred>(*body);
    const bool has = said.receipt || (receipt && receipt->id > event->id);
    return Standing{std::move(*c), std::move(said), event->id.value, has};
}

bool is_there(const Standing& standing, const Delivery& d) {
    return standing.c.state == cases::State::referred && standing.event == d.event;
}

State with_number(const Delivery& d) {
    // Of one that never left there is nothing to ask.
    return d.way == agency::OutsideWay::open311 && (d.attempts > 0 || d.token) ? State::followed
                                                                               : State::answered;
}

void end_telling(db::Tx& tx, base::AgencyId agency, cases::CaseId id, base::Time now) {
    staff::end_notices(tx, agency, staff::handover_subject, id.value, now);
}

void follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const events::Stored& event,
            base::Time now) {
    if (event.subject_kind != "case" || !follows(event.kind)) return;
    const bool is_answer = event.kind != "case.referred";
    auto data = base::json::parse(event.data);
    auto body = data ? cases::read_body(event.kind, *data) : base::pass(data);
    if (!body) return;
    const cases::CaseId id{event.subject};
    if (is_answer) {
        const auto* receipted = std::get_if<cases::Receipted>(&*body);
        close(tx, ids, agency, event, receipted ? std::optional(receipted->receipt) : std::nullopt, now);
        return;
    }
    const auto& said = std::get<cases::Referred>(*body);
    // With a number already, a person has handed it over.
    if (!said.outside || said.receipt) return;
    const auto outside = agency::outside_agency(tx, agency, *said.outside);
    if (!outside) return;
    const Delivery d{.agency = agency,
                     .id = ids.next<DeliveryId>(),
                     .case_id = id,
                     .event = event.id.value,
                     .outside = outside->id,
                     .way = outside->way,
                     .state = State::queued,
                     .attempts = 0,
                     .token = {},
                     .receipt = {},
                     .problem = {},
                     .created_at = now,
                     .changed_at = now,
                     .lease_until = {}};
    if (store::insert(tx, d)) queue(tx, ids, d, deliver_kind, now, now);
}

std::optional<Prepared> begin(db::Tx& tx, base::AgencyId agency, DeliveryId id, base::Time now) {
    auto d = store::find(tx, agency, id);
    if (!d || d->state != State::queued) return std::nullopt;
    auto out = prepared(tx, *d);
    if (!out) {
        d->state = State::cancelled;
        d->changed_at = now;
        (void)store::change(tx, *d, State::queued);
        return std::nullopt;
    }
    if (!store::begin(tx, agency, id, now, now + lease)) return std::nullopt;
    ++out->delivery.attempts;
    out->delivery.state = State::sending;
    return out;
}

std::optional<Prepared> waiting_for_number(db::Tx& tx, base::AgencyId agency, DeliveryId id) {
    const auto d = store::find(tx, agency, id);
    if (!d || d->state != State::tokened || !d->token) return std::nullopt;
    return prepared(tx, *d);
}

void finish(db::Tx& tx, const cases::Context& context, const Delivery& delivery, const Reached& reached,
            base::Duration wait) {
    Delivery d = delivery;
    d.state = after(reached.outcome, d.attempts);
    d.changed_at = context.now;
    d.problem = reached.problem.empty() ? std::nullopt : std::optional(reached.problem);
    if (reached.outcome == Outcome::tokened) d.token = reached.value;
    if (reached.outcome == Outcome::receipted) {
        d.receipt = reached.value;
        d.state = with_number(d);
    }
    // From here on they count how often was asked.
    if (d.state == State::tokened || d.state == State::followed) d.attempts = 0;
    // Whoever came late (the lease is over) has arrived all the same: a number counts from `unknown` too.
    if (!store::change(tx, d, State::sending) &&
        !(reached.outcome == Outcome::receipted && store::change(tx, d, State::unknown)))
        return;
    if (reached.outcome == Outcome::receipted) take_number(tx, context, d, reached.value);
    if (d.state == State::queued) queue(tx, context.ids, d, deliver_kind, context.now + wait, context.now);
    if (d.state == State::tokened) queue(tx, context.ids, d, poll_kind, context.now + wait, context.now);
    if (d.state == State::followed) queue(tx, context.ids, d, look_kind, context.now, context.now);
}

void finish_poll(db::Tx& tx, const cases::Context& context, const Delivery& delivery, const Reached& reached,
                 base::Duration wait) {
    Delivery d = delivery;
    ++d.attempts;
    d.changed_at = context.now;
    d.problem = reached.problem.empty() ? std::nullopt : std::optional(reached.problem);
    if (reached.outcome == Outcome::receipted) {
        d.receipt = reached.value;
        d.state = with_number(d);
        d.attempts = 0;
    } else if (d.attempts >= most_polls) {
        d.state = State::unknown;
    }
    if (!store::change(tx, d, State::tokened)) return;
    if (reached.outcome == Outcome::receipted) take_number(tx, context, d, reached.value);
    if (d.state == State::followed) queue(tx, context.ids, d, look_kind, context.now, context.now);
    if (d.state == State::tokened) queue(tx, context.ids, d, poll_kind, context.now + wait, context.now);
}

void sweep(db::Tx& tx, base::AgencyId agency, base::Time now) {
    store::give_up_expired(tx, agency, now, "delivery.interrupted");
}

std::int64_t hold_all(db::Tx& tx, base::AgencyId agency, base::Time now) {
    return store::hold_all(tx, agency, now, "delivery.put_back");
}

std::string secret_of(const people::Vault& vault, base::AgencyId agency, DeliveryId id) {
    return vault.lookup(agency, "serah-terima", base::to_string(id)).substr(0, 22);
}

base::Result<Opened> open(db::Tx& tx, const agency::Directory& directory, const people::Vault& vault,
                          std::string_view code, std::string_view secret) {
    auto c = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
    if (!c) return base::pass(c);
    for (const auto& d : store::of_case(tx, directory.id(), c->id)) {
        if (d.way != agency::OutsideWay::mail ||
            !people::matches(secret, people::hash_of_secret(secret_of(vault, directory.id(), d.id))))
            continue;
        auto standing = standing_of(tx, directory.id(), c->id);
        const auto outside = agency::outside_agency(tx, directory.id(), d.outside);
        if (!standing || !outside) break;
        const bool is_open = is_waiting(*standing, d);
        return Opened{d, std::move(*c), std::move(standing->said), outside->name, is_open};
    }
    return base::fail(base::Kind::not_found, "case.not_found", "a link that fits nothing");
}

base::Result<void> accept(db::Tx& tx, const cases::Context& context, const Opened& opened,
                          std::string_view number) {
    if (!opened.is_open) return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    auto done =
        cases::act(tx, context, opened.c, cases::house(), cases::Receipt{.receipt = std::string(number)});
    if (!done) return base::pass(done);
    return {};
}

base::Result<void> refuse(db::Tx& tx, const cases::Context& context, const Opened& opened,
                          std::string_view reason) {
    if (!opened.is_open) return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    auto done =
        cases::act(tx, context, opened.c, cases::house(), cases::HandBack{.reason = std::string(reason)});
    if (!done) return base::pass(done);
    return {};
}

std::optional<Progress> progress_of(db::Tx& tx, base::AgencyId agency, cases::CaseId id) {
    const auto all = store::of_case(tx, agency, id);
    if (all.empty()) return std::nullopt;
    const auto outside = agency::outside_agency(tx, agency, all.front().outside);
    return Progress{all.front(), outside ? outside->name : std::string(), {}};
}

std::vector<Progress> in_state(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                               State state) {
    std::vector<Progress> out;
    for (const auto& d : store::in_state(tx, directory.id(), state, most_listed)) {
        const auto c = cases::case_of_id(tx, directory.id(), d.case_id);
        if (!c) continue;
        const auto actor = cases::actor_for(*c, person.staff, person.roles, directory.offices());
        if (!cases::staff_view(*c, actor).may_see) continue;
        const auto outside = agency::outside_agency(tx, directory.id(), d.outside);
        out.push_back({d, outside ? outside->name : std::string(), c->code});
    }
    return out;
}

base::Result<void> settle(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory,
                          const staff::Principal& person, DeliveryId id, Settlement settlement,
                          base::Time now) {
    auto d = store::find(tx, directory.id(), id);
    const auto c = d ? cases::case_of_id(tx, directory.id(), d->case_id) : std::nullopt;
    if (!d || !c) return base::fail(base::Kind::not_found, "delivery.unknown");
    const auto actor = cases::actor_for(*c, person.staff, person.roles, directory.offices());
    if (!cases::staff_view(*c, actor).may_see) return base::fail(base::Kind::not_found, "delivery.unknown");
    // What was closed there is taken note of by whoever has the case; where it goes is a coordinator's word.
    const auto& may = settlement == Settlement::noted ? cases::roles::desk : cases::roles::coordination;
    if (!may.meets(actor.roles) && c->kind != cases::Kind::whistleblowing)
        return base::fail(base::Kind::forbidden, "office.not_yours");
    if (!waits_for_person(d->state) || (d->state == State::finished) != (settlement == Settlement::noted))
        return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    const State from = d->state;
    switch (settlement) {
    case Settlement::arrived: d->state = State::sent; break;
    case Settlement::send_again: d->state = State::queued; break;
    case Settlement::noted: d->state = State::answered; break;
    }
    d->changed_at = now;
    d->problem.reset();
    // Their server may have been mended, or set up anew.
    if (d->state == State::queued) d->format.reset();
    if (!store::change(tx, *d, from)) return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    if (d->state == State::queued) queue(tx, ids, *d, deliver_kind, now, now);
    end_telling(tx, directory.id(), c->id, now);
    events::append(tx, ids, directory.id(),
                   {.subject_kind = "delivery",
                    .subject = id.value,
                    .kind = "delivery.settled",
                    .at = now,
                    .actor_kind = "staff",
                    .actor = person.staff.value,
                    .is_public = false,
                    .data = base::json::write(base::json::Value(
                        base::json::Object{{"case", c->code}, {"as", base::code_of(settlement)}}))});
    return {};
}

} // namespace referral
