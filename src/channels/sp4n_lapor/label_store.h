// All SQL of labels and columns.
#pragma once
#include "channels/sp4n_lapor/column.h"
#include "channels/sp4n_lapor/label.h"
#include "db/tx.h"

namespace channels::sp4n_lapor {

[[nodiscard]] std::vector<Label> list_labels(db::Tx& tx, base::AgencyId agency);
/// A label that is there already keeps its meaning.
void save_seen(db::Tx& tx, base::AgencyId agency, const Label& label);
/// Sets or takes away the meaning.
void save_meaning(db::Tx& tx, base::AgencyId agency, const Label& label);

[[nodiscard]] std::vector<NamedColumn> list_columns(db::Tx& tx, base::AgencyId agency);
/// An empty header takes the name away.
void save_column(db::Tx& tx, base::AgencyId agency, const NamedColumn& column);

} // namespace channels::sp4n_lapor
