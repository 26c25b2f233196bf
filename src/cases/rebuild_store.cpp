#include "cases/rebuild_store.h"

#include "db/query.h"

namespace cases {
namespace {

using base::AgencyId;
using Number = std::int64_t;

constexpr db::Query<Window(AgencyId, Number, int)> select_positions{
    "rebuild.window_of_positions",
    "select count(*), max(position) from (select position from events where agency = :agency and position > "
    ":after order by position limit :most) w"};
constexpr db::Query<Number(AgencyId, Number, Number)> select_events_without_case{
    "rebuild.events_without_case",
    "select distinct e.subject from events e left join cases c on c.agency = e.agency and c.id = e.subject "
    "where e.agency = :agency and e.position > :after and e.position <= :until and e.subject_kind = 'case' "
    "and c.id is null"};
constexpr db::Query<Window(AgencyId, Number, int)> select_items{
    "rebuild.window_of_items",
    "select count(*), max(id) from (select id from items where agency = :agency and id > :after order by id "
    "limit :most) w"};
constexpr db::Query<Number(AgencyId, Number, Number)> select_items_without_case{
    "rebuild.items_without_case",
    "select i.id from items i left join cases c on c.agency = i.agency and c.id = i.case_id where i.agency = "
    ":agency and i.id > :after and i.id <= :until and i.case_id is not null and c.id is null"};

} // namespace

Window window_of_positions(db::Tx& tx, AgencyId agency, Number after, int most) {
    return tx.one(select_positions, agency, after, most).value_or(Window{});
}

std::vector<Number> find_events_without_case(db::Tx& tx, AgencyId agency, Number after, Number until) {
    return tx.all(select_events_without_case, agency, after, until);
}

Window window_of_items(db::Tx& tx, AgencyId agency, Number after, int most) {
    return tx.one(select_items, agency, after, most).value_or(Window{});
}

std::vector<Number> find_items_without_case(db::Tx& tx, AgencyId agency, Number after, Number until) {
    return tx.all(select_items_without_case, agency, after, until);
}

} // namespace cases
