#include "cases/incident_jobs.h"

#include "cases/incident_actions.h"
#include "cases/standing.h"
#include "db/database.h"
#include "jobs/job_actions.h"
#include "proof/proof_actions.h"

#include <spdlog/spdlog.h>

namespace cases {
namespace {

/// What proved the case, and who gave it.
struct Proved {
    proof::Given given;
    StaffId by;
};

std::optional<Proved> proof_of(db::Tx& tx, const Case& c) {
    if (c.state != State::resolved && c.state != State::closed) return std::nullopt;
    const auto rounds = proof::rounds(tx, c.agency, c.id.value);
    if (rounds.empty()) return std::nullopt;
    const auto& last = rounds.back();
    return Proved{.given = {.kind = last.kind,
                            .note = last.note,
                            .before = last.before,
                            .after = last.after,
                            .document_number = last.document_number,
                            .document_day = last.document_day},
                  .by = StaffId{last.given_by}};
}

/// A case that moved meanwhile, or asks for another proof, is left to people.
bool is_left_to_people(const base::Problem& problem) {
    return problem.kind == base::Kind::conflict || problem.kind == base::Kind::invalid ||
           problem.kind == base::Kind::not_found;
}

base::Result<void> no_value(const base::Result<Case>& after) {
    if (!after) return std::unexpected(after.error());
    return {};
}

/// Each other case of the incident in a unit of its own; those that are done already are passed over.
template <class Do>
base::Result<void> each_other(const Carrying& carrying, const jobs::Job& job, const Do& what) {
    auto directory = carrying.directories.of(job.agency);
    if (!directory) return base::pass(directory);
    const auto id = base::parse_id_as<CaseId>(job.name);
    if (!id) return {};
    const auto context = context_for(**directory, carrying.ids, carrying.random, carrying.now());
    const auto others =
        carrying.database.read([&](db::Tx& tx) { return together_with(tx, job.agency, *id); });
    for (CaseId other : others) {
        auto done = carrying.database.write([&](db::Tx& tx) -> base::Result<void> {
            const auto c = case_of_id(tx, job.agency, other);
            return c ? what(tx, context, *c) : base::Result<void>{};
        });
        if (done) continue;
        if (!is_left_to_people(done.error())) return done;
        spdlog::warn("case {} of an incident is left to people: {} {}", other.value, done.error().code,
                     done.error().field);
    }
    return {};
}

} // namespace

void carry_on(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const events::Stored& event,
              base::Time now) {
    if (event.kind != "case.resolved" || event.subject_kind != "case" || event.actor_kind != "staff") return;
    if (!incident_of(tx, agency, CaseId{event.subject})) return;
    jobs::enqueue(tx, ids, agency,
                  {.kind = std::string(carry_kind), .name = std::to_string(event.subject), .run_at = now},
                  now);
}

jobs::Handler carry_handler(const Carrying& carrying) {
    return {.kind = std::string(carry_kind), .run = [carrying](const jobs::Job& job) -> base::Result<void> {
                const auto proved = carrying.database.read([&](db::Tx& tx) -> std::optional<Proved> {
                    const auto id = base::parse_id_as<CaseId>(job.name);
                    const auto source = id ? case_of_id(tx, job.agency, *id) : std::nullopt;
                    return source ? proof_of(tx, *source) : std::nullopt;
                });
                if (!proved) return {};
                return each_other(carrying, job, [&](db::Tx& tx, const Context& context, const Case& c) {
                    if (!is_open(c.state)) return base::Result<void>{};
                    return no_value(act(tx, context, c, house(),
                                        Resolve{.proof = proved->given, .carried_from = proved->by}));
                });
            }};
}

jobs::Handler reopen_handler(const Carrying& carrying) {
    return {.kind = std::string(reopen_kind), .run = [carrying](const jobs::Job& job) -> base::Result<void> {
                return each_other(carrying, job, [](db::Tx& tx, const Context& context, const Case& c) {
                    if (c.state != State::resolved && c.state != State::closed) return base::Result<void>{};
                    return no_value(act(tx, context, c, reporter(),
                                        Contest{.words = {}, .photos = {}, .is_looked_at = true}));
                });
            }};
}

} // namespace cases
