#include "outgoing/send_actions.h"

#include "base/json.h"
#include "jobs/job_actions.h"
#include "outgoing/notice_mail_store.h"
#include "outgoing/outgoing_store.h"

#include <fmt/format.h>

namespace outgoing {

void queue(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, base::Time run_at, base::Time now) {
    jobs::enqueue(tx, ids, outgoing.agency,
                  {.kind = std::string(job_kind),
                   .name = fmt::format("{}.{}", outgoing.id.value, outgoing.attempts),
                   .data = boost::json::serialize(base::json::Object{{"id", base::to_string(outgoing.id)}}),
                   .run_at = run_at},
                  now);
}

std::optional<Outgoing> queued(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    auto found = store::find(tx, agency, id);
    return found && found->state == State::queued ? found : std::nullopt;
}

std::optional<Outgoing> in_doubt(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    auto found = store::find(tx, agency, id);
    return found && found->state == State::unknown ? found : std::nullopt;
}

std::optional<Outgoing> begin(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now) {
    if (!store::begin(tx, agency, id, now, now + lease)) return std::nullopt;
    return store::find(tx, agency, id);
}

void drop(db::Tx& tx, const Outgoing& outgoing, State state, std::string problem, base::Time now) {
    (void)store::change_state(tx, outgoing.agency, outgoing.id, State::queued, state, now,
                              std::move(problem));
}

void finish(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, const Handover& handover,
            base::Duration wait, base::Time now) {
    State state = State::unknown;
    std::optional<std::string> problem = handover.problem;
    switch (handover.fate) {
    case Fate::accepted:
        state = State::sent;
        problem.reset();
        break;
    case Fate::refused: state = State::failed; break;
    case Fate::try_again: state = outgoing.attempts < most_attempts ? State::queued : State::failed; break;
    case Fate::unclear: break;
    }
    const bool is_ours =
        store::finish(tx, outgoing.agency, outgoing.id, outgoing.attempts, state, now, std::move(problem));
    if (is_ours && state == State::queued) queue(tx, ids, outgoing, now + wait, now);
}

std::int64_t give_up_expired(db::Tx& tx, base::AgencyId agency, base::Time now) {
    return store::give_up_expired(tx, agency, now, now + lease + jobs::most_skew, "mail.interrupted");
}

std::int64_t hold_all(db::Tx& tx, base::AgencyId agency, base::Time now) {
    return store::hold_all(tx, agency, now, "mail.put_back") +
           store::hold_notice_mails(tx, agency, now, "mail.put_back");
}

std::int64_t count_unsettled(db::Tx& tx, base::AgencyId agency) {
    return store::count_unsettled(tx, agency);
}

} // namespace outgoing
