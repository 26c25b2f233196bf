#include "staff/session_store.h"

namespace staff::store {
namespace {

struct SessionRow {
    std::string hash;
    StaffId staff;
    base::Time created_at, seen_at, expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (hash, staff, created_at, seen_at, expires_at))
struct FailuresRow {
    int count;
    base::Time last_at;
};
BOOST_DESCRIBE_STRUCT(FailuresRow, (), (count, last_at))

using base::AgencyId;
using base::Time;
using Text = std::string;

constexpr db::Query<void(AgencyId, Text, StaffId, Time, Time, Time)> add_session{
    "staff.insert_session", "insert into sessions (agency, hash, staff, created_at, seen_at, expires_at) "
                            "values (:agency, :hash, :staff, :created_at, :seen_at, :expires_at)"};
constexpr db::Query<SessionRow(AgencyId, Text)> session_by_hash{
    "staff.find_session", "select hash, staff, created_at, seen_at, expires_at from sessions "
                          "where agency = :agency and hash = :hash"};
constexpr db::Query<SessionRow(AgencyId, StaffId)> sessions_by_staff{
    "staff.sessions_of", "select hash, staff, created_at, seen_at, expires_at from sessions "
                         "where agency = :agency and staff = :staff order by seen_at desc, hash"};
constexpr db::Query<void(Time, AgencyId, Text)> touch{
    "staff.touch_session",
    "update sessions set seen_at = :now where agency = :agency and hash = :hash and seen_at < :now"};
constexpr db::Query<void(AgencyId, StaffId, Text)> remove_session{
    "staff.delete_session",
    "delete from sessions where agency = :agency and staff = :staff and hash = :hash"};
constexpr db::Query<void(AgencyId, StaffId)> remove_sessions{
    "staff.delete_sessions_of", "delete from sessions where agency = :agency and staff = :staff"};
constexpr db::Query<void(AgencyId, Time, Time)> remove_dead_sessions{
    "staff.delete_dead_sessions",
    "delete from sessions where agency = :agency and (expires_at <= :now or seen_at <= :idle_since)"};

constexpr db::Query<void(AgencyId)> remove_all_sessions{"staff.delete_all_sessions",
                                                        "delete from sessions where agency = :agency"};

constexpr db::Query<FailuresRow(AgencyId, Text)> failures_by_key{
    "staff.failures",
    "select count, last_at from sign_in_failures where agency = :agency and key_hash = :key"};
constexpr db::Query<void(AgencyId, Text, int, Time)> put_failures{
    "staff.set_failures", "insert into sign_in_failures (agency, key_hash, count, last_at) "
                          "values (:agency, :key, :count, :last_at) on conflict (agency, key_hash) "
                          "do update set count = excluded.count, last_at = excluded.last_at"};
constexpr db::Query<void(AgencyId, Text)> remove_failures{
    "staff.forget_failures", "delete from sign_in_failures where agency = :agency and key_hash = :key"};
constexpr db::Query<void(AgencyId, Time)> remove_old_failures{
    "staff.forget_old_failures",
    "delete from sign_in_failures where agency = :agency and last_at <= :before"};

Session to_session(SessionRow row) {
    return {std::move(row.hash), row.staff, row.created_at, row.seen_at, row.expires_at};
}

} // namespace

void insert_session(db::Tx& tx, AgencyId agency, const Session& session) {
    tx.run(add_session, agency, session.hash, session.staff, session.created_at, session.seen_at,
           session.expires_at);
}

std::optional<Session> find_session(db::Tx& tx, AgencyId agency, std::string_view hash) {
    auto row = tx.one(session_by_hash, agency, hash);
    if (!row) return std::nullopt;
    return to_session(std::move(*row));
}

std::vector<Session> sessions_of(db::Tx& tx, AgencyId agency, StaffId staff) {
    std::vector<Session> out;
    for (auto& row : tx.all(sessions_by_staff, agency, staff))
        out.push_back(to_session(std::move(row)));
    return out;
}

void delete_all_sessions(db::Tx& tx, AgencyId agency) {
    tx.run(remove_all_sessions, agency);
}

void touch_session(db::Tx& tx, AgencyId agency, std::string_view hash, Time now) {
    tx.run(touch, now, agency, hash);
}

bool delete_session(db::Tx& tx, AgencyId agency, StaffId staff, std::string_view hash) {
    return tx.run(remove_session, agency, staff, hash) > 0;
}

void delete_sessions_of(db::Tx& tx, AgencyId agency, StaffId staff) {
    tx.run(remove_sessions, agency, staff);
}

void delete_dead_sessions(db::Tx& tx, AgencyId agency, Time now) {
    tx.run(remove_dead_sessions, agency, now, now - session_idle);
}

std::optional<Failures> failures(db::Tx& tx, AgencyId agency, std::string_view key) {
    auto row = tx.one(failures_by_key, agency, key);
    if (!row) return std::nullopt;
    return Failures{row->count, row->last_at};
}

void set_failures(db::Tx& tx, AgencyId agency, std::string_view key, const Failures& failures) {
    tx.run(put_failures, agency, key, failures.count, failures.last_at);
}

void forget_failures(db::Tx& tx, AgencyId agency, std::string_view key) {
    tx.run(remove_failures, agency, key);
}

void forget_old_failures(db::Tx& tx, AgencyId agency, Time before) {
    tx.run(remove_old_failures, agency, before);
}

} // namespace staff::store
