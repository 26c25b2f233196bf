// All SQL of suggestions, what people said of them, and their tallies.
#pragma once
#include "db/tx.h"
#include "learning/tally.h"

namespace learning {

struct StoredSuggestion {
    Suggestion suggestion;
    Truth truth;
    std::optional<int> month; ///< in which people first said something
};

void insert(db::Tx& tx, base::AgencyId agency, CaseId id, const Suggestion& suggestion);
[[nodiscard]] std::optional<StoredSuggestion> find(db::Tx& tx, base::AgencyId agency, CaseId id);
void save_truth(db::Tx& tx, base::AgencyId agency, CaseId id, const Truth& truth, int month);

void add_to_tally(db::Tx& tx, base::AgencyId agency, int month, const Scored& scored, std::int64_t n);
[[nodiscard]] std::vector<Tallied> find_tallies(db::Tx& tx, base::AgencyId agency, int from, int to);
[[nodiscard]] MonthFigures find_month(db::Tx& tx, base::AgencyId agency, int month);

void add_decision(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::int64_t find_decisions(db::Tx& tx, base::AgencyId agency);

} // namespace learning
