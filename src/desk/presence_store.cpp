#include "desk/presence_store.h"

namespace desk::store {
namespace {

using base::AgencyId;
using base::Time;
using cases::CaseId;
using staff::StaffId;

constexpr db::Query<void(AgencyId, CaseId, StaffId, Time)> upsert_presence{
    "presence.save",
    "insert into presence (agency, case_id, staff, seen_at) values (:agency, :case, :staff, :now)"
    " on conflict (agency, case_id, staff) do update set seen_at = excluded.seen_at"};

constexpr db::Query<Looking(AgencyId, CaseId, StaffId, Time)> select_others{
    "presence.find_others",
    "select p.staff, s.name, p.seen_at from presence p join staff s on s.agency = p.agency and s.id = p.staff"
    " where p.agency = :agency and p.case_id = :case and p.staff <> :me and p.seen_at > :since"
    " order by p.seen_at desc, p.staff"};

constexpr db::Query<LookingAt(AgencyId, StaffId, Time)> select_all_others{
    "presence.find_all_others", "select p.case_id, p.staff, s.name, p.seen_at from presence p"
                                " join staff s on s.agency = p.agency and s.id = p.staff"
                                " where p.agency = :agency and p.staff <> :me and p.seen_at > :since"
                                " order by p.seen_at desc, p.staff"};

constexpr db::Query<void(AgencyId, Time)> delete_old{
    "presence.sweep", "delete from presence where agency = :agency and seen_at < :before"};

} // namespace

void save_presence(db::Tx& tx, AgencyId agency, CaseId c, StaffId staff, Time now) {
    tx.run(upsert_presence, agency, c, staff, now);
}

std::vector<Looking> find_others(db::Tx& tx, AgencyId agency, CaseId c, StaffId me, Time since) {
    return tx.all(select_others, agency, c, me, since);
}

std::vector<LookingAt> find_all_others(db::Tx& tx, AgencyId agency, StaffId me, Time since) {
    return tx.all(select_all_others, agency, me, since);
}

void delete_seen_before(db::Tx& tx, AgencyId agency, Time before) {
    tx.run(delete_old, agency, before);
}

} // namespace desk::store
