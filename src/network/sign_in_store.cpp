#include "network/sign_in_store.h"

#include "db/query.h"

namespace network::store {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;
using db::Query;

constexpr Query<void(AgencyId, std::string, AccountId, staff::StaffId, std::string, std::string, Time)>
    insert_row{
        "sign_ins.insert",
        "insert into sign_ins (agency, state_hash, account, staff, session_hash, sealed, until) values "
        "(:agency, :state_hash, :account, :staff, :session_hash, :sealed, :until)"};
constexpr Query<SignInRow(AgencyId, std::string)> select_row{
    "sign_ins.find", "select state_hash, account, staff, session_hash, sealed, until from sign_ins where "
                     "agency = :agency and state_hash = :state_hash"};
constexpr Query<void(AgencyId, std::string)> delete_row{
    "sign_ins.delete", "delete from sign_ins where agency = :agency and state_hash = :state_hash"};
constexpr Query<void(AgencyId, Time)> delete_old{
    "sign_ins.delete_old", "delete from sign_ins where agency = :agency and until < :now"};

} // namespace

void insert_sign_in(db::Tx& tx, AgencyId agency, const SignInRow& row) {
    tx.run(insert_row, agency, row.state_hash, row.account, row.staff, row.session_hash, row.sealed,
           row.until);
}

std::optional<SignInRow> find_sign_in(db::Tx& tx, AgencyId agency, const std::string& state_hash) {
    return tx.one(select_row, agency, state_hash);
}

void delete_sign_in(db::Tx& tx, AgencyId agency, const std::string& state_hash) {
    tx.run(delete_row, agency, state_hash);
}

void delete_old_sign_ins(db::Tx& tx, AgencyId agency, Time now) {
    tx.run(delete_old, agency, now);
}

} // namespace network::store
