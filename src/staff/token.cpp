#include "staff/token.h"

#include "base/encode.h"
#include "base/text.h"
#include "staff/digest.h"

namespace staff {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t secret_symbols = 43;
constexpr std::size_t check_symbols = 6;

std::string_view prefix_of(TokenSubject subject) {
    switch (subject) {
    case TokenSubject::staff: return "tgs_";
    case TokenSubject::account: return "tga_";
    }
    return {};
}

std::string check_of(std::string_view text) {
    return sha256(text).substr(0, check_symbols);
}

std::unexpected<base::Problem> unknown_token() {
    return base::fail(base::Kind::unauthenticated, "token.unknown");
}

} // namespace

std::string make_token(TokenSubject subject, base::AgencyId agency, const base::Random& random) {
    std::string text = std::string(prefix_of(subject)) + base::to_string(agency) + "_" +
                       base::to_base64url(random(secret_bytes));
    return text + check_of(text);
}

base::Result<ParsedToken> parse_token(std::string_view token) {
    if (token.size() > 80 || token.size() < 4 + 2 + secret_symbols + check_symbols) return unknown_token();
    ParsedToken out;
    if (token.starts_with(prefix_of(TokenSubject::account)))
        out.subject = TokenSubject::account;
    else if (!token.starts_with(prefix_of(TokenSubject::staff)))
        return unknown_token();

    std::string_view rest = token.substr(4);
    auto agency = base::parse_id_as<base::AgencyId>(rest.substr(0, rest.find('_')));
    if (!agency) return unknown_token();
    std::string_view secret = rest.substr(rest.find('_') + 1);
    if (secret.size() != secret_symbols + check_symbols) return unknown_token();
    std::string_view checked = token.substr(0, token.size() - check_symbols);
    if (check_of(checked) != token.substr(token.size() - check_symbols)) return unknown_token();
    out.agency = *agency;
    out.hash = sha256(token);
    return out;
}

base::Result<std::string_view> bearer(std::string_view authorization) {
    constexpr std::string_view scheme = "bearer ";
    std::string_view text = base::trim(authorization);
    if (text.size() <= scheme.size() || base::lower_ascii(text.substr(0, scheme.size())) != scheme)
        return base::fail(base::Kind::unauthenticated, "token.missing");
    return base::trim(text.substr(scheme.size()));
}

} // namespace staff
