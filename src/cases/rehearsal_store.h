// SQL of rehearsals and of the cases that they read. Throws db::Error when the engine fails.
#pragma once
#include "cases/rehearsal.h"
#include "cases/view.h"
#include "db/tx.h"

namespace cases {

struct RehearsalRow {
    RehearsalId id;
    base::Time asked_at{};
    base::Time since{};
    std::string rules_now, rules_then;
    RehearsalState state = RehearsalState::running;
    base::Time after_time{};
    CaseId after_case;
    std::int64_t n_read = 0, n_total = 0;
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(RehearsalRow, (),
                      (id, asked_at, since, rules_now, rules_then, state, after_time, after_case, n_read,
                       n_total, outcome))

void insert_rehearsal(db::Tx& tx, base::AgencyId agency, const RehearsalRow& row,
                      std::optional<std::int64_t> staff);
[[nodiscard]] std::optional<RehearsalRow> find_rehearsal(db::Tx& tx, base::AgencyId agency, RehearsalId id);
/// How far it is, unless somebody else went on from `before`; false then.
[[nodiscard]] bool save_rehearsal(db::Tx& tx, base::AgencyId agency, const RehearsalRow& row,
                                  std::int64_t before);
/// All but the newest few.
void forget_rehearsals(db::Tx& tx, base::AgencyId agency, int kept);

[[nodiscard]] std::int64_t count_since(db::Tx& tx, base::AgencyId agency, base::Time since);
/// By the time they were received, behind a mark.
[[nodiscard]] std::vector<Past> find_past(db::Tx& tx, base::AgencyId agency, ViewMark after, int limit);

} // namespace cases
