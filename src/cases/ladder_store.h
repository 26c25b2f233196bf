// When to look at the deadlines of which case, and the steps that were taken. Throws db::Error when the
// engine fails.
#pragma once
#include "cases/case.h"
#include "db/tx.h"

namespace cases {

void insert_ladder(db::Tx& tx, base::AgencyId agency, CaseId id, std::optional<base::Time> next_at);
/// Not later than `at`, where the case has a ladder.
void hasten_ladder(db::Tx& tx, base::AgencyId agency, CaseId id, base::Time at);
void save_next_look(db::Tx& tx, base::AgencyId agency, CaseId id, std::optional<base::Time> next_at);
/// Whose time has come, the longest waiting first.
[[nodiscard]] std::vector<CaseId> find_ladders_due(db::Tx& tx, base::AgencyId agency, base::Time now,
                                                   int most);

struct TakenStep {
    std::string deadline;
    std::string step;
};
BOOST_DESCRIBE_STRUCT(TakenStep, (), (deadline, step))
[[nodiscard]] std::vector<TakenStep> find_taken_steps(db::Tx& tx, base::AgencyId agency, CaseId id);
/// What runs on after it was over climbs anew.
void forget_taken_steps(db::Tx& tx, base::AgencyId agency, CaseId id);
/// All statements above, so that their plans can be checked.
[[nodiscard]] std::vector<db::Statement> ladder_statements();
/// False when it was taken already.
[[nodiscard]] bool insert_taken_step(db::Tx& tx, base::AgencyId agency, CaseId id, const TakenStep& step,
                                     base::Time now);

} // namespace cases
