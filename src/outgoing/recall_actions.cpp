#include "outgoing/recall_actions.h"

#include "base/json.h"
#include "jobs/job_actions.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_store.h"

namespace outgoing {

void queue_recall(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, OutgoingId id, base::Time run_at,
                  base::Time now) {
    jobs::enqueue(tx, ids, agency,
                  {.kind = std::string(recall_job_kind),
                   .name = base::to_string(id),
                   .data = boost::json::serialize(base::json::Object{{"id", base::to_string(id)}}),
                   .run_at = run_at},
                  now);
}

bool withdraw(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now) {
    const auto posting = store::find_posting(tx, agency, id);
    // An attempt before this one may have left something there.
    if (!posting || posting->began_at || posting->progress.find("\"ids\"") != std::string::npos) return false;
    return store::change_state(tx, agency, id, State::queued, State::cancelled, now, "network.recalled");
}

void recall(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, OutgoingId id, base::Time now) {
    const auto found = store::find(tx, agency, id);
    if (!found || !found->is_own_post()) return;
    switch (found->state) {
    case State::failed:
    case State::cancelled:
    case State::recalled: return;
    case State::queued:
        if (withdraw(tx, agency, id, now)) return;
        break;
    case State::sending:
    case State::sent:
    case State::unknown: break;
    }
    store::set_recall(tx, agency, id, recall_wanted);
    queue_recall(tx, ids, agency, id, now, now);
}

bool finish_recalled(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now) {
    return store::change_state(tx, agency, id, State::sent, State::recalled, now, std::nullopt);
}

void refuse_recall(db::Tx& tx, base::AgencyId agency, OutgoingId id, const std::string& problem,
                   base::Time now) {
    store::set_recall(tx, agency, id, recall_refused);
    (void)store::change_state(tx, agency, id, State::sent, State::sent, now, problem);
}

} // namespace outgoing
