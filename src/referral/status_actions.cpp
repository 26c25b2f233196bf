#include "referral/status_actions.h"

#include "agency/outside_actions.h"
#include "cases/case_event_actions.h"
#include "cases/followed.h"
#include "db/tx.h"
#include "referral/delivery_step_actions.h"
#include "referral/delivery_store.h"

namespace referral {

std::optional<Prepared> still_followed(db::Tx& tx, base::AgencyId agency, DeliveryId id) {
    const auto d = store::find(tx, agency, id);
    if (!d || d->state != State::followed || !d->receipt) return std::nullopt;
    auto standing = standing_of(tx, agency, d->case_id);
    auto outside = agency::outside_agency(tx, agency, d->outside);
    if (!standing || !outside || !is_there(*standing, *d) || outside->way != d->way) return std::nullopt;
    return Prepared{*d, std::move(*outside), std::move(standing->c), std::move(standing->said)};
}

void finish_look(db::Tx& tx, const cases::Context& context, const Delivery& delivery, const Seen& seen,
                 base::Duration wait) {
    Delivery d = delivery;
    ++d.attempts;
    d.asked_at = context.now;
    d.problem = seen.problem.empty() ? std::nullopt : std::optional(seen.problem);
    const auto note = seen.note.empty() ? std::nullopt : std::optional(seen.note);
    const bool is_news = seen.status && (d.there != seen.status || d.there_note != note);
    if (is_news) {
        d.there = seen.status;
        d.there_note = note;
        d.there_at = seen.at;
        d.changed_at = context.now;
    }
    if (d.there == There::closed)
        d.state = State::finished;
    else if (d.attempts >= most_looks)
        d.state = State::answered;
    if (!store::change(tx, d, State::followed)) return;
    if (d.state == State::followed)
        queue(tx, context.ids, d, look_kind, context.now + std::max(wait, seen.asks_to_wait), context.now);
    const auto c = is_news ? cases::case_of_id(tx, d.agency, d.case_id) : std::nullopt;
    if (!c) return;
    base::json::Object told{{"status", base::code_of(*d.there)}, {"receipt", d.receipt.value_or("")}};
    if (d.there_note) told["note"] = *d.there_note;
    cases::append_fact(tx, context.ids, *c, cases::followed, cases::house(), context.now,
                       cases::ReadBy::staff, std::move(told));
}

} // namespace referral
