#include "cases/relocation_store.h"

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using Text = std::optional<std::string>;

#define RELOCATION_COLUMNS                                                                                   \
    "id, asked_at, from_office, to_office, topic, area, reason, state, after_time, after_case, n_total, "    \
    "n_moved, n_left"

constexpr db::Query<void(AgencyId, std::optional<std::int64_t>, RelocationId, Time, OfficeId,
                         std::optional<OfficeId>, Text, Text, MoveReason, RelocationState, Time, CaseId,
                         std::int64_t, std::int64_t, std::int64_t)>
    add{"cases.insert_relocation",
        "insert into relocations (agency, staff, " RELOCATION_COLUMNS ") values (:agency, :staff, :id, "
        ":asked_at, :from_office, :to_office, :topic, :area, :reason, :state, :after_time, :after_case, "
        ":n_total, :n_moved, :n_left)"};
constexpr db::Query<RelocationRow(AgencyId, RelocationId)> by_id{
    "cases.relocation", "select " RELOCATION_COLUMNS " from relocations where agency = :agency and id = :id"};
constexpr db::Query<void(RelocationState, Time, CaseId, std::int64_t, std::int64_t, AgencyId, RelocationId)>
    go_on{"cases.save_relocation",
          "update relocations set state = :state, after_time = :after_time, after_case = :after_case, "
          "n_moved = :n_moved, n_left = :n_left where agency = :agency and id = :id"};
constexpr db::Query<ViewMark(AgencyId, OfficeId, Time, CaseId, int)> open_of_office{
    "cases.open_to_relocate",
    "select received_at, id from cases where agency = :agency and coalesce(office, 0) = :office and "
    "(standing & 1) = 1 and (received_at, id) > (:at, :id) order by received_at, id limit :most"};

} // namespace

void insert_relocation(db::Tx& tx, AgencyId agency, const RelocationRow& row,
                       std::optional<std::int64_t> staff) {
    tx.run(add, agency, staff, row.id, row.asked_at, row.from_office, row.to_office, row.topic, row.area,
           row.reason, row.state, row.after_time, row.after_case, row.n_total, row.n_moved, row.n_left);
}

std::optional<RelocationRow> find_relocation(db::Tx& tx, AgencyId agency, RelocationId id) {
    return tx.one(by_id, agency, id);
}

void save_relocation(db::Tx& tx, AgencyId agency, const RelocationRow& row) {
    tx.run(go_on, row.state, row.after_time, row.after_case, row.n_moved, row.n_left, agency, row.id);
}

std::vector<ViewMark> open_at(db::Tx& tx, AgencyId agency, OfficeId office, ViewMark after, int limit) {
    return tx.all(open_of_office, agency, office, after.received_at, after.id, limit);
}

} // namespace cases
