// SQL of relocations. Throws db::Error when the engine fails.
#pragma once
#include "cases/relocation.h"
#include "cases/view.h"
#include "db/tx.h"

namespace cases {

/// A row of table relocations; members stand in the order of its columns.
struct RelocationRow {
    RelocationId id;
    base::Time asked_at{};
    OfficeId from_office;
    std::optional<OfficeId> to_office;
    std::optional<std::string> topic, area;
    MoveReason reason = MoveReason::rules;
    RelocationState state = RelocationState::running;
    base::Time after_time{};
    CaseId after_case;
    std::int64_t n_total = 0, n_moved = 0, n_left = 0;
};
BOOST_DESCRIBE_STRUCT(RelocationRow, (),
                      (id, asked_at, from_office, to_office, topic, area, reason, state, after_time,
                       after_case, n_total, n_moved, n_left))

void insert_relocation(db::Tx& tx, base::AgencyId agency, const RelocationRow& row,
                       std::optional<std::int64_t> staff);
[[nodiscard]] std::optional<RelocationRow> find_relocation(db::Tx& tx, base::AgencyId agency,
                                                           RelocationId id);
void save_relocation(db::Tx& tx, base::AgencyId agency, const RelocationRow& row);

/// Open cases of an office behind a mark, the longest wait first.
[[nodiscard]] std::vector<ViewMark> open_at(db::Tx& tx, base::AgencyId agency, OfficeId office,
                                            ViewMark after, int limit);

} // namespace cases
