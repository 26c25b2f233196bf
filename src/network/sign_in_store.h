// All SQL of sign-ins that are under way.
#pragma once
#include "db/tx.h"
#include "network/connected.h"
#include "staff/principal.h"

namespace network::store {

/// A row of table sign_ins.
struct SignInRow {
    std::string state_hash;
    agency::AccountId account = {};
    staff::StaffId staff = {};
    std::string session_hash;
    std::string sealed;
    base::Time until{};
};
BOOST_DESCRIBE_STRUCT(SignInRow, (), (state_hash, account, staff, session_hash, sealed, until))

void insert_sign_in(db::Tx& tx, base::AgencyId agency, const SignInRow& row);
[[nodiscard]] std::optional<SignInRow> find_sign_in(db::Tx& tx, base::AgencyId agency,
                                                    const std::string& state_hash);
void delete_sign_in(db::Tx& tx, base::AgencyId agency, const std::string& state_hash);
/// Those that nobody came back from.
void delete_old_sign_ins(db::Tx& tx, base::AgencyId agency, base::Time now);

} // namespace network::store
