#include "events/event_store.h"

namespace events {

namespace {

using base::AgencyId;
using db::Query;

constexpr Query<void(AgencyId, EventId, std::string, std::int64_t, std::string, base::Time, std::string,
                     std::optional<std::int64_t>, bool, std::string)>
    insert_event{
        "events.insert",
        "insert into events (agency, id, position, subject_kind, subject, kind, at, actor_kind, actor, "
        "is_public, data) values (:agency, :id, null, :subject_kind, :subject, :kind, :at, :actor_kind, "
        ":actor, :is_public, :data)"};

constexpr Query<Stored(AgencyId, std::int64_t, int)> select_after{
    "events.find_after",
    "select id, position, subject_kind, subject, kind, at, actor_kind, actor, is_public, data from "
    "events where agency = :agency and position > :position order by position limit :most"};

constexpr Query<Heading(AgencyId, std::int64_t, int)> select_headings_after{
    "events.find_headings_after", "select position, kind from events where agency = :agency and position > "
                                  ":position order by position limit :most"};

constexpr Query<std::int64_t(AgencyId)> select_last_position{
    "events.find_last_position", "select position from events where agency = :agency and position is not "
                                 "null order by position desc limit 1"};

constexpr Query<Stored(AgencyId, std::string, std::int64_t)> select_of_subject{
    "events.find_of_subject",
    "select id, position, subject_kind, subject, kind, at, actor_kind, actor, is_public, data from events "
    "where agency "
    "= :agency and subject_kind = :subject_kind and subject = :subject order by id"};

constexpr Query<std::int64_t(AgencyId, std::string, std::int64_t)> select_last_id_of{
    "events.last_id_of", "select coalesce(max(id), 0) from events where agency = :agency and subject_kind = "
                         ":kind and subject = :subject"};
constexpr Query<std::int64_t(AgencyId)> select_last_id{
    "events.last_id", "select coalesce(max(id), 0) from events where agency = :agency"};
constexpr Query<Stored(AgencyId, std::string, std::int64_t, std::string)> select_last_of{
    "events.find_last_of", "select id, position, subject_kind, subject, kind, at, actor_kind, actor, "
                           "is_public, data from events where agency "
                           "= :agency and subject_kind = :subject_kind and subject = :subject and kind = "
                           ":kind order by id desc limit 1"};

// The list of subjects stands in the index events_of_administration word for word: without it every case is
// read.
constexpr Query<Stored(AgencyId, std::int64_t, int)> select_changes{
    "events.find_changes_before",
    "select id, position, subject_kind, subject, kind, at, actor_kind, actor, is_public, data from events "
    "where agency = :agency and id < :before and "
    "subject_kind in ('agency', 'office', 'account', 'staff', 'token', 'invitation') and "
    "kind not in ('staff.signed_in', 'staff.signed_out', 'staff.sign_in_failed') "
    "order by id desc limit :most"};

constexpr Query<int(AgencyId)> select_unnumbered{
    "events.has_unnumbered", "select 1 from events where agency = :agency and position is null limit 1"};

constexpr Query<void(AgencyId, int, std::int64_t)> update_positions{
    "events.number_oldest", "with oldest as (select id from events where agency = :agency and position is "
                            "null order by id limit :most), "
                            "numbers as (select id, row_number() over (order by id) as n from oldest) "
                            "update events set position = :last + numbers.n from numbers where events.agency "
                            "= :agency and events.id = "
                            "numbers.id"};

// A lease that ends later than one taken now would was given by a clock that has been set back since.
constexpr Query<void(std::string, base::Time, AgencyId, std::string, base::Time)> update_lease{
    "events.renew_lease",
    "update leases set holder = :holder, until_at = :until where agency = :agency and name = "
    ":name and (holder = :holder or until_at <= :now or until_at > :until)"};

constexpr Query<void(AgencyId, std::string, std::string, base::Time)> insert_lease{
    "events.insert_lease",
    "insert into leases (agency, name, holder, until_at) values (:agency, :name, :holder, :until)"
    " on conflict do nothing"};

constexpr Query<void(AgencyId, std::string)> delete_one_lease{
    "events.delete_lease", "delete from leases where agency = :agency and name = :name"};

constexpr Query<void(AgencyId, std::string)> insert_cursor{
    "events.insert_cursor",
    "insert into event_cursors (agency, subscriber, position) values (:agency, :subscriber, 0) "
    "on conflict do nothing"};

constexpr Query<std::int64_t(AgencyId, std::string)> select_cursor{
    "events.find_cursor",
    "select position from event_cursors where agency = :agency and subscriber = :subscriber"};

constexpr Query<std::int64_t(AgencyId, std::string)> select_cursor_locked{
    "events.lock_cursor",
    "select position from event_cursors where agency = :agency and subscriber = :subscriber {for update}"};

constexpr Query<void(std::int64_t, AgencyId, std::string)> update_cursor{
    "events.move_cursor",
    "update event_cursors set position = :position where agency = :agency and subscriber = :subscriber"};

constexpr db::Query<void(std::string, base::AgencyId, EventId)> update_data{
    "events.set_data", "update events set data = :data where agency = :agency and id = :id"};

constexpr Query<Stored(AgencyId, std::int64_t)> select_at{
    "events.find_at", "select id, position, subject_kind, subject, kind, at, actor_kind, actor, is_public, "
                      "data from events where agency = :agency and position = :position"};
constexpr Query<EventId(AgencyId)> select_newest_id{
    "events.find_newest_id", "select id from events where agency = :agency order by id desc limit 1"};
constexpr Query<std::int64_t(AgencyId, std::int64_t, std::int64_t, std::string)> select_subjects{
    "events.find_subjects_between",
    "select subject from events where agency = :agency and position > :after and position <= :until and kind "
    "= :kind order by position"};

} // namespace

void insert(db::Tx& tx, AgencyId agency, EventId id, const Event& e) {
    tx.run(insert_event, agency, id, e.subject_kind, e.subject, e.kind, e.at, e.actor_kind, e.actor,
           e.is_public, e.data);
}

std::vector<Stored> find_after(db::Tx& tx, AgencyId agency, std::int64_t position, int most) {
    return tx.all(select_after, agency, position, most);
}

std::vector<Heading> find_headings_after(db::Tx& tx, AgencyId agency, std::int64_t position, int most) {
    return tx.all(select_headings_after, agency, position, most);
}

std::int64_t find_last_position(db::Tx& tx, AgencyId agency) {
    return tx.one(select_last_position, agency).value_or(0);
}

std::vector<Stored> find_of_subject(db::Tx& tx, AgencyId agency, std::string_view subject_kind,
                                    std::int64_t subject) {
    return tx.all(select_of_subject, agency, subject_kind, subject);
}

std::int64_t find_last_id_of(db::Tx& tx, AgencyId agency, std::string_view subject_kind,
                             std::int64_t subject) {
    return tx.one(select_last_id_of, agency, subject_kind, subject).value_or(0);
}

std::int64_t find_last_id(db::Tx& tx, AgencyId agency) {
    return tx.one(select_last_id, agency).value_or(0);
}

std::optional<Stored> find_last_of(db::Tx& tx, AgencyId agency, std::string_view subject_kind,
                                   std::int64_t subject, std::string_view kind) {
    return tx.one(select_last_of, agency, subject_kind, subject, kind);
}

bool has_unnumbered(db::Tx& tx, AgencyId agency) {
    return tx.one(select_unnumbered, agency).has_value();
}

int number_oldest(db::Tx& tx, AgencyId agency, int most) {
    return static_cast<int>(tx.run(update_positions, agency, most, find_last_position(tx, agency)));
}

bool take_lease(db::Tx& tx, AgencyId agency, std::string_view name, std::string_view holder, base::Time now,
                base::Time until) {
    if (tx.run(update_lease, holder, until, agency, name, now) == 1) return true;
    return tx.run(insert_lease, agency, name, holder, until) == 1;
}

void delete_lease(db::Tx& tx, AgencyId agency, std::string_view name) {
    tx.run(delete_one_lease, agency, std::string(name));
}

std::int64_t lock_cursor(db::Tx& tx, AgencyId agency, std::string_view subscriber) {
    if (const auto position = tx.one(select_cursor_locked, agency, subscriber)) return *position;
    tx.run(insert_cursor, agency, subscriber);
    return tx.one(select_cursor_locked, agency, subscriber).value_or(0);
}

std::int64_t find_cursor(db::Tx& tx, AgencyId agency, std::string_view subscriber) {
    return tx.one(select_cursor, agency, subscriber).value_or(0);
}

void move_cursor(db::Tx& tx, AgencyId agency, std::string_view subscriber, std::int64_t position) {
    tx.run(update_cursor, position, agency, subscriber);
}

std::vector<Stored> find_changes_before(db::Tx& tx, AgencyId agency, std::int64_t before, int most) {
    return tx.all(select_changes, agency, before, most);
}

std::optional<Stored> find_at(db::Tx& tx, AgencyId agency, std::int64_t position) {
    return tx.one(select_at, agency, position);
}

std::optional<EventId> find_newest_id(db::Tx& tx, AgencyId agency) {
    return tx.one(select_newest_id, agency);
}

std::vector<std::int64_t> find_subjects_between(db::Tx& tx, AgencyId agency, std::int64_t after,
                                                std::int64_t until, std::string_view kind) {
    return tx.all(select_subjects, agency, after, until, kind);
}

void set_data(db::Tx& tx, base::AgencyId agency, EventId id, std::string_view data) {
    tx.run(update_data, std::string(data), agency, id);
}

} // namespace events
