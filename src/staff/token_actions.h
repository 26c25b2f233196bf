// API tokens: making, listing, revoking, and who a request with one is. Refusals: unauthenticated
// `token.missing` and `token.unknown`, forbidden `token.scope`, not_found `token.not_found`.
#pragma once
#include "staff/principal.h"
#include "staff/services_actions.h"
#include "staff/token.h"

namespace db {
class Tx;
}

namespace staff {

/// What a request is about to do.
enum class Scope {
    items, ///< post items: accounts only
    media, ///< post media: accounts and persons
    staff, ///< everything else: persons only
};

struct NewToken {
    TokenId id;
    std::string text; ///< shown once
};
struct TokenRow {
    TokenId id;
    std::string label;
    base::Time created_at{};
    std::optional<base::Time> revoked_at;
};

/// `by` is empty for the command line.
[[nodiscard]] base::Result<NewToken> create_staff_token(db::Tx& tx, const Services& services,
                                                        base::AgencyId agency, StaffId staff,
                                                        std::string_view label, std::optional<StaffId> by);
[[nodiscard]] base::Result<NewToken> create_account_token(db::Tx& tx, const Services& services,
                                                          base::AgencyId agency, agency::AccountId account,
                                                          std::string_view label, std::optional<StaffId> by);
[[nodiscard]] std::vector<TokenRow> tokens_of(db::Tx& tx, base::AgencyId agency, StaffId staff);
[[nodiscard]] std::vector<TokenRow> tokens_of(db::Tx& tx, base::AgencyId agency, agency::AccountId account);
[[nodiscard]] base::Result<void> revoke_token(db::Tx& tx, const Services& services, base::AgencyId agency,
                                              TokenId token, std::optional<StaffId> by);

/// `authorization` is the whole header; `agency` the one of the host.
[[nodiscard]] base::Result<Principal> authenticate(const Services& services, base::AgencyId agency,
                                                   std::string_view authorization, Scope scope);

} // namespace staff
