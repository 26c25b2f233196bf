#include "deadlines/deadline_store.h"

#include "base/id_list.h"
#include "db/tx.h"

#include <algorithm>

namespace deadlines {
namespace {

using base::AgencyId;
using base::Duration;
using base::Time;
using OptionalTime = std::optional<Time>;

// Ordered by a sum, which no index has: by the id alone SQLite walks the key of all the agency's deadlines
// to spare itself the sorting of four rows.
constexpr db::Query<Deadline(AgencyId, std::string, std::int64_t)> find_by_subject{
    "deadlines.find_of",
    "select id, subject_kind, subject, name, profile, profile_version, starts_on, started_at, due_at, "
    "is_provisional, met_at, ended_at, paused_at, paused_ms, crossed, next_crossing_at, "
    "class_code, counted, pauses, pause_ends_at, extended_at from deadlines "
    "where agency = :agency and subject_kind = :kind and subject = :subject"};

// :subjects as "1,2,3".
#define OF_SUBJECTS                                                                                          \
    "select id, subject_kind, subject, name, profile, profile_version, starts_on, started_at, due_at, "      \
    "is_provisional, met_at, ended_at, paused_at, paused_ms, crossed, next_crossing_at, "                    \
    "class_code, counted, pauses, pause_ends_at, extended_at from deadlines "                                \
    "where agency = :agency and subject_kind = :kind and subject "
constexpr db::Query<Deadline(AgencyId, std::string, std::string)> find_by_subjects{
    "deadlines.find_of_all", OF_SUBJECTS "in (select value from json_each('[' || :subjects || ']'))",
    OF_SUBJECTS "= any(cast(string_to_array(:subjects, ',') as bigint[]))"};

constexpr db::Query<Deadline(AgencyId, int)> select_provisional{
    "deadlines.find_provisional",
    "select id, subject_kind, subject, name, profile, profile_version, starts_on, started_at, due_at, "
    "is_provisional, met_at, ended_at, paused_at, paused_ms, crossed, next_crossing_at, "
    "class_code, counted, pauses, pause_ends_at, extended_at from deadlines "
    "where agency = :agency and is_provisional = 1 and met_at is null and ended_at is null "
    "order by due_at limit :n"};
constexpr db::Query<Deadline(AgencyId, Time, int)> find_crossing{
    "deadlines.find_to_cross",
    "select id, subject_kind, subject, name, profile, profile_version, starts_on, started_at, due_at, "
    "is_provisional, met_at, ended_at, paused_at, paused_ms, crossed, next_crossing_at, "
    "class_code, counted, pauses, pause_ends_at, extended_at from deadlines "
    "where agency = :agency and next_crossing_at < :now order by next_crossing_at limit :n"};

constexpr db::Query<void(AgencyId, DeadlineId, std::string, std::int64_t, std::string, std::string,
                         std::string, std::string, Time, Time, bool, Duration, Crossed, OptionalTime,
                         std::string, std::string)>
    insert_one{
        "deadlines.insert",
        "insert into deadlines (agency, id, subject_kind, subject, name, profile, profile_version, "
        "starts_on, started_at, due_at, is_provisional, paused_ms, crossed, next_crossing_at, class_code, "
        "counted) "
        "values (:agency, :id, :kind, :subject, :name, :profile, :version, :starts_on, :started, :due, "
        ":provisional, :paused, :crossed, :next, :class, :counted) on conflict do nothing"};

constexpr db::Query<void(std::string, std::string, Time, Time, bool, OptionalTime, OptionalTime, OptionalTime,
                         Duration, Crossed, OptionalTime, std::string, std::string, std::string, OptionalTime,
                         OptionalTime, AgencyId, DeadlineId)>
    save_one{"deadlines.save",
             "update deadlines set profile = :profile, profile_version = :version, started_at = :started, "
             "due_at = :due, is_provisional = :provisional, "
             "met_at = :met, ended_at = :ended, paused_at = :paused_at, paused_ms = :paused, "
             "crossed = :crossed, next_crossing_at = :next, class_code = :class, counted = :counted, "
             "pauses = :pauses, pause_ends_at = :pause_ends, extended_at = :extended "
             "where agency = :agency and id = :id"};

constexpr db::Query<void(Crossed, OptionalTime, AgencyId, DeadlineId, Crossed)> save_crossed{
    "deadlines.save_crossing",
    "update deadlines set crossed = :crossed, next_crossing_at = :next "
    "where agency = :agency and id = :id and crossed = :was and next_crossing_at is not null"};

} // namespace

std::vector<Deadline> find_of(db::Tx& tx, AgencyId agency, const Subject& subject) {
    // In this order, asked of SQLite, it would walk through all deadlines of the agency.
    auto found = tx.all(find_by_subject, agency, subject.kind, subject.id);
    std::ranges::sort(found, {}, &Deadline::id);
    return found;
}

db::Statement find_of_statement() {
    return find_by_subject.statement();
}

std::vector<Deadline> find_of_all(db::Tx& tx, AgencyId agency, std::string_view kind,
                                  std::span<const std::int64_t> subjects) {
    if (subjects.empty()) return {};
    return tx.all(find_by_subjects, agency, std::string(kind), base::with_commas(subjects));
}

db::Statement find_of_all_statement() {
    return find_by_subjects.statement();
}

db::Statement find_to_cross_statement() {
    return find_crossing.statement();
}

std::vector<Deadline> find_to_cross(db::Tx& tx, AgencyId agency, Time now, int limit) {
    return tx.all(find_crossing, agency, now, limit);
}

std::vector<Deadline> find_provisional(db::Tx& tx, AgencyId agency, int limit) {
    return tx.all(select_provisional, agency, limit);
}

db::Statement find_provisional_statement() {
    return select_provisional.statement();
}

bool insert(db::Tx& tx, AgencyId agency, const Deadline& d) {
    return tx.run(insert_one, agency, d.id, d.subject_kind, d.subject, d.name, d.profile, d.profile_version,
                  d.starts_on, d.started_at, d.due_at, d.is_provisional, d.paused_ms, d.crossed,
                  d.next_crossing_at, d.class_code, d.counted) == 1;
}

void save(db::Tx& tx, AgencyId agency, const Deadline& d) {
    tx.run(save_one, d.profile, d.profile_version, d.started_at, d.due_at, d.is_provisional, d.met_at,
           d.ended_at, d.paused_at, d.paused_ms, d.crossed, d.next_crossing_at, d.class_code, d.counted,
           d.pauses, d.pause_ends_at, d.extended_at, agency, d.id);
}

bool save_crossing(db::Tx& tx, AgencyId agency, const Deadline& d, Crossed was) {
    return tx.run(save_crossed, d.crossed, d.next_crossing_at, agency, d.id, was) == 1;
}

} // namespace deadlines
