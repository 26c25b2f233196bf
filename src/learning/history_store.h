// All SQL of the history of models.
#pragma once
#include "db/tx.h"
#include "learning/history.h"

namespace learning {

void insert(db::Tx& tx, base::AgencyId agency, const Entry& entry);
/// The newest first.
[[nodiscard]] std::vector<Entry> find_newest(db::Tx& tx, base::AgencyId agency, int most);
[[nodiscard]] std::optional<Entry> find_last_trial(db::Tx& tx, base::AgencyId agency);
/// By which another model came into use.
[[nodiscard]] std::optional<Entry> find_last_change(db::Tx& tx, base::AgencyId agency);
/// The newest by which a model learnt anew came into use; of that sum, where one is given.
[[nodiscard]] std::optional<Entry> find_last_take_over(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::optional<Entry> find_take_over(db::Tx& tx, base::AgencyId agency,
                                                  const std::string& model);

} // namespace learning
