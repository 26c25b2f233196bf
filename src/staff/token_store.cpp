#include "staff/session_store.h"

namespace staff::store {
namespace {

using base::AgencyId;
using base::Time;
using Text = std::string;

constexpr db::Query<void(AgencyId, Text, TokenId, TokenSubject, std::int64_t, Text, Time)> add{
    "staff.insert_token", "insert into tokens (agency, hash, id, subject_kind, subject, label, created_at) "
                          "values (:agency, :hash, :id, :subject_kind, :subject, :label, :created_at)"};
constexpr db::Query<StoredToken(AgencyId, Text)> by_hash{
    "staff.find_token", "select id, subject_kind, subject, label, created_at, revoked_at from tokens "
                        "where agency = :agency and hash = :hash"};
constexpr db::Query<StoredToken(AgencyId, TokenSubject, std::int64_t)> by_subject{
    "staff.tokens_of", "select id, subject_kind, subject, label, created_at, revoked_at from tokens "
                       "where agency = :agency and subject_kind = :kind and subject = :subject order by id"};
constexpr db::Query<void(Time, AgencyId, TokenId)> revoke{
    "staff.revoke_token",
    "update tokens set revoked_at = :now where agency = :agency and id = :id and revoked_at is null"};

} // namespace

void insert_token(db::Tx& tx, AgencyId agency, std::string_view hash, const StoredToken& token) {
    tx.run(add, agency, hash, token.id, token.subject_kind, token.subject, token.label, token.created_at);
}

std::optional<StoredToken> find_token(db::Tx& tx, AgencyId agency, std::string_view hash) {
    return tx.one(by_hash, agency, hash);
}

std::vector<StoredToken> tokens_of(db::Tx& tx, AgencyId agency, TokenSubject kind, std::int64_t subject) {
    return tx.all(by_subject, agency, kind, subject);
}

bool revoke_token(db::Tx& tx, AgencyId agency, TokenId token, Time now) {
    return tx.run(revoke, now, agency, token) > 0;
}

} // namespace staff::store
