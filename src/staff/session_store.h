// SQL of sessions, failed sign-ins and tokens. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "staff/lockout.h"
#include "staff/session.h"
#include "staff/token.h"

namespace staff::store {

void insert_session(db::Tx& tx, base::AgencyId agency, const Session& session);
[[nodiscard]] std::optional<Session> find_session(db::Tx& tx, base::AgencyId agency, std::string_view hash);
[[nodiscard]] std::vector<Session> sessions_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
void touch_session(db::Tx& tx, base::AgencyId agency, std::string_view hash, base::Time now);
[[nodiscard]] bool delete_session(db::Tx& tx, base::AgencyId agency, StaffId staff, std::string_view hash);
void delete_sessions_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
void delete_all_sessions(db::Tx& tx, base::AgencyId agency);
void delete_dead_sessions(db::Tx& tx, base::AgencyId agency, base::Time now);

[[nodiscard]] std::optional<Failures> failures(db::Tx& tx, base::AgencyId agency, std::string_view key);
void set_failures(db::Tx& tx, base::AgencyId agency, std::string_view key, const Failures& failures);
void forget_failures(db::Tx& tx, base::AgencyId agency, std::string_view key);
void forget_old_failures(db::Tx& tx, base::AgencyId agency, base::Time before);

struct StoredToken {
    TokenId id;
    TokenSubject subject_kind;
    std::int64_t subject;
    std::string label;
    base::Time created_at;
    std::optional<base::Time> revoked_at;
};
BOOST_DESCRIBE_STRUCT(StoredToken, (), (id, subject_kind, subject, label, created_at, revoked_at))

void insert_token(db::Tx& tx, base::AgencyId agency, std::string_view hash, const StoredToken& token);
[[nodiscard]] std::optional<StoredToken> find_token(db::Tx& tx, base::AgencyId agency, std::string_view hash);
[[nodiscard]] std::vector<StoredToken> tokens_of(db::Tx& tx, base::AgencyId agency, TokenSubject kind,
                                                 std::int64_t subject);
/// False when there is none or it is revoked already.
[[nodiscard]] bool revoke_token(db::Tx& tx, base::AgencyId agency, TokenId token, base::Time now);

} // namespace staff::store
