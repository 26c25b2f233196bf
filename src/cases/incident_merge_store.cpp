#include "cases/incident_merge_store.h"

#include "db/query.h"

namespace cases {
namespace {

using base::AgencyId;
using base::Time;

constexpr db::Query<IncidentId(AgencyId, IncidentId)> lock_row{
    "incidents.lock", "select id from incidents where agency = :agency and id = :id {for update}"};

constexpr db::Query<void(AgencyId, MergingId, IncidentId, IncidentId, Time, Time, StaffId, std::string, int,
                         int)>
    insert_one{
        "incidents.insert_merging",
        "insert into incident_mergings (agency, id, kept, gone, gone_since, at, staff, reason, cases, "
        "people) values (:agency, :id, :kept, :gone, :gone_since, :at, :staff, :reason, :cases, :people)"};
constexpr db::Query<void(MergingId, IncidentId, AgencyId, IncidentId)> keep_members{
    "incidents.keep_members",
    "insert into incident_merging_members (agency, merging, case_id, came_over, is_solved) select m.agency, "
    ":merging, m.case_id, case when m.incident = :gone then 1 else 0 end, case when c.state in ('resolved', "
    "'closed') then 1 else 0 end from incident_members m cross join cases c where m.agency = :agency and "
    "m.incident in (:gone, :kept) and c.agency = m.agency and c.id = m.case_id"};
constexpr db::Query<void(std::optional<Time>, std::optional<StaffId>, AgencyId, MergingId)> end_one{
    "incidents.end_merging", "update incident_mergings set undone_at = :at, undone_by = :by where agency = "
                             ":agency and id = :id"};

#define MERGING_COLUMNS                                                                                      \
    "select agency, id, kept, gone, gone_since, at, staff, reason, cases, people, undone_at, undone_by "     \
    "from "                                                                                                  \
    "incident_mergings where agency = :agency "
constexpr db::Query<Merging(AgencyId, IncidentId)> select_last{
    "incidents.last_merging",
    MERGING_COLUMNS "and kept = :kept and undone_at is null order by id desc limit 1"};
constexpr db::Query<Merging(AgencyId, IncidentId, int)> select_into{
    "incidents.mergings", MERGING_COLUMNS "and kept = :kept order by id desc limit :limit"};
constexpr db::Query<IncidentId(AgencyId, IncidentId)> select_kept{
    "incidents.kept_of", "select kept from incident_mergings where agency = :agency and gone = :gone and "
                         "undone_at is null order by id desc limit 1"};

constexpr db::Query<void(IncidentId, AgencyId, IncidentId)> move_all{
    "incidents.move_members",
    "update incident_members set incident = :to where agency = :agency and incident = :from"};
constexpr db::Query<void(IncidentId, AgencyId, IncidentId)> move_doubts{
    "incidents.move_doubts",
    "update incident_doubts set incident = :to where agency = :agency and incident = :from"};
#define THOSE_THAT_CAME_OVER                                                                                 \
    " set incident = :gone where agency = :agency and incident = :kept and case_id in (select s.case_id "    \
    "from "                                                                                                  \
    "incident_merging_members s where s.agency = :agency and s.merging = :merging and s.came_over = 1)"
constexpr db::Query<void(IncidentId, AgencyId, IncidentId, MergingId)> move_back{
    "incidents.move_members_back", "update incident_members" THOSE_THAT_CAME_OVER};
constexpr db::Query<void(IncidentId, AgencyId, IncidentId, MergingId)> move_doubts_back{
    "incidents.move_doubts_back", "update incident_doubts" THOSE_THAT_CAME_OVER};

constexpr db::Query<CaseId(AgencyId, MergingId, CaseId)> select_other_side{
    "incidents.other_side",
    "select o.case_id from incident_merging_members o where o.agency = :agency and o.merging = :merging and "
    "o.came_over <> (select s.came_over from incident_merging_members s where s.agency = :agency and "
    "s.merging "
    "= :merging and s.case_id = :case_id) order by o.case_id limit 1"};
constexpr db::Query<std::int64_t(AgencyId, MergingId, IncidentId)> count_lost{
    "incidents.changed_since",
    "select count(*) from incident_merging_members s left join incident_members m on m.agency = s.agency and "
    "m.case_id = s.case_id left join cases c on c.agency = s.agency and c.id = s.case_id where s.agency = "
    ":agency and s.merging = :merging and (m.incident is null or m.incident <> :kept or s.is_solved <> case "
    "when c.state in ('resolved', 'closed') then 1 else 0 end)"};
constexpr db::Query<std::int64_t(AgencyId, IncidentId, MergingId)> count_new{
    "incidents.came_since",
    "select count(*) from incident_members m where m.agency = :agency and m.incident = :kept and not exists "
    "(select 1 from incident_merging_members s where s.agency = m.agency and s.merging = :merging and "
    "s.case_id = m.case_id)"};

constexpr db::Query<int(AgencyId, IncidentId, IncidentId)> count_people{
    "incidents.people_of_both",
    "select count(distinct coalesce(c.identity, -c.id)) from incident_members m cross join cases c where "
    "m.agency = :agency and m.incident in (:a, :b) and c.agency = m.agency and c.id = m.case_id and c.state "
    "<> "
    "'archived'"};

constexpr db::Query<void(AgencyId, CaseId)> clear_words{
    "incidents.forget_merging_words",
    "update incident_mergings set reason = '' where agency = :agency and id in (select s.merging from "
    "incident_merging_members s where s.agency = :agency and s.case_id = :case_id)"};

} // namespace

bool lock_incident(db::Tx& tx, AgencyId agency, IncidentId id) {
    return tx.one(lock_row, agency, id).has_value();
}

void insert_merging(db::Tx& tx, const Merging& m) {
    tx.run(insert_one, m.agency, m.id, m.kept, m.gone, m.gone_since, m.at, m.by, m.reason, m.cases, m.people);
    tx.run(keep_members, m.id, m.gone, m.agency, m.kept);
}

void end_merging(db::Tx& tx, const Merging& m) {
    tx.run(end_one, m.undone_at, m.undone_by, m.agency, m.id);
}

std::optional<Merging> find_last_merging(db::Tx& tx, AgencyId agency, IncidentId kept) {
    return tx.one(select_last, agency, kept);
}

std::vector<Merging> find_mergings(db::Tx& tx, AgencyId agency, IncidentId kept, int limit) {
    return tx.all(select_into, agency, kept, limit);
}

std::optional<IncidentId> find_kept_of(db::Tx& tx, AgencyId agency, IncidentId gone) {
    return tx.one(select_kept, agency, gone);
}

void move_members(db::Tx& tx, AgencyId agency, IncidentId from, IncidentId to) {
    tx.run(move_all, to, agency, from);
    tx.run(move_doubts, to, agency, from);
}

void move_members_back(db::Tx& tx, const Merging& m) {
    tx.run(move_back, m.gone, m.agency, m.kept, m.id);
    tx.run(move_doubts_back, m.gone, m.agency, m.kept, m.id);
}

std::optional<CaseId> find_other_side(db::Tx& tx, const Merging& m, CaseId id) {
    return tx.one(select_other_side, m.agency, m.id, id);
}

std::int64_t count_changes_since(db::Tx& tx, const Merging& m) {
    return tx.one(count_lost, m.agency, m.id, m.kept).value_or(0) +
           tx.one(count_new, m.agency, m.kept, m.id).value_or(0);
}

int count_people_of_both(db::Tx& tx, AgencyId agency, IncidentId a, IncidentId b) {
    return tx.one(count_people, agency, a, b).value_or(0);
}

void forget_merging_words(db::Tx& tx, AgencyId agency, CaseId id) {
    tx.run(clear_words, agency, id);
}

} // namespace cases
