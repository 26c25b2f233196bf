// API tokens: `tgs_<agency>_...` acts as a person, `tga_<agency>_...` posts for an account. 256 random bits
// and a checksum, so that a typing error is refused before the database is asked. Only the SHA-256 is at
// rest.
#pragma once
#include "base/codes.h"
#include "base/id.h"
#include "base/random.h"

namespace staff {

using TokenId = base::Id<struct TokenTag>;

enum class TokenSubject { staff, account };

struct ParsedToken {
    TokenSubject subject = TokenSubject::staff;
    base::AgencyId agency;
    std::string hash; ///< SHA-256 of the token's text, base64url: what is at rest
};

[[nodiscard]] std::string make_token(TokenSubject subject, base::AgencyId agency, const base::Random& random);
/// unauthenticated `token.unknown` for anything that no make_token() could have given.
[[nodiscard]] base::Result<ParsedToken> parse_token(std::string_view token);
/// The token of an Authorization header ("Bearer ..."): unauthenticated `token.missing` when there is none.
[[nodiscard]] base::Result<std::string_view> bearer(std::string_view authorization);

} // namespace staff

template <> inline constexpr auto base::codes<staff::TokenSubject> =
    std::to_array<base::Coded<staff::TokenSubject>>({
        {staff::TokenSubject::staff, "staff"},
        {staff::TokenSubject::account, "account"},
    });
