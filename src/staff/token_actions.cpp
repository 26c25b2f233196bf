#include "staff/token_actions.h"

#include "agency/agency_actions.h"
#include "base/text.h"
#include "db/database.h"
#include "staff/audit_actions.h"
#include "staff/session_store.h"
#include "staff/staff_store.h"

namespace staff {
namespace {

constexpr std::size_t max_label = 80;

base::Result<NewToken> create(db::Tx& tx, const Services& services, base::AgencyId agency,
                              TokenSubject subject_kind, std::int64_t subject, std::string_view label,
                              std::optional<StaffId> by) {
    auto cleaned = base::clean(label, max_label, "label");
    if (!cleaned) return base::pass(cleaned);
    NewToken token{.id = services.ids.next<TokenId>(),
                   .text = make_token(subject_kind, agency, services.random)};
    auto parsed = parse_token(token.text);
    if (!parsed) return base::pass(parsed);
    store::insert_token(tx, agency, parsed->hash,
                        {token.id, subject_kind, subject, *cleaned, services.now(), std::nullopt});
    write_down(tx, services.ids, agency, services.now(),
               {.kind = "token.created",
                .subject_kind = base::code_of(subject_kind),
                .subject = subject,
                .by = by,
                .data = {{"token", base::to_string(token.id)}, {"label", *cleaned}}});
    return token;
}

std::vector<TokenRow> rows(std::vector<store::StoredToken> stored) {
    std::vector<TokenRow> out;
    for (auto& token : stored)
        out.push_back({token.id, std::move(token.label), token.created_at, token.revoked_at});
    return out;
}

bool is_in_scope(TokenSubject subject, Scope scope) {
    switch (scope) {
    case Scope::items: return subject == TokenSubject::account;
    case Scope::media: return true;
    case Scope::staff: return subject == TokenSubject::staff;
    }
    return false;
}

std::unexpected<base::Problem> unknown() {
    return base::fail(base::Kind::unauthenticated, "token.unknown");
}

} // namespace

base::Result<NewToken> create_staff_token(db::Tx& tx, const Services& services, base::AgencyId agency,
                                          StaffId staff, std::string_view label, std::optional<StaffId> by) {
    if (!store::person_by_id(tx, agency, staff)) return base::fail(base::Kind::not_found, "staff.unknown");
    return create(tx, services, agency, TokenSubject::staff, staff.value, label, by);
}

base::Result<NewToken> create_account_token(db::Tx& tx, const Services& services, base::AgencyId agency,
                                            agency::AccountId account, std::string_view label,
                                            std::optional<StaffId> by) {
    if (!agency::has_account(tx, agency, account))
        return base::fail(base::Kind::not_found, "account.unknown");
    return create(tx, services, agency, TokenSubject::account, account.value, label, by);
}

std::vector<TokenRow> tokens_of(db::Tx& tx, base::AgencyId agency, StaffId staff) {
    return rows(store::tokens_of(tx, agency, TokenSubject::staff, staff.value));
}

std::vector<TokenRow> tokens_of(db::Tx& tx, base::AgencyId agency, agency::AccountId account) {
    return rows(store::tokens_of(tx, agency, TokenSubject::account, account.value));
}

base::Result<void> revoke_token(db::Tx& tx, const Services& services, base::AgencyId agency, TokenId token,
                                std::optional<StaffId> by) {
    if (!store::revoke_token(tx, agency, token, services.now()))
        return base::fail(base::Kind::not_found, "token.not_found");
    write_down(tx, services.ids, agency, services.now(),
               {.kind = "token.revoked", .subject_kind = "token", .subject = token.value, .by = by});
    return {};
}

base::Result<Principal> authenticate(const Services& services, base::AgencyId agency,
                                     std::string_view authorization, Scope scope) {
    auto text = bearer(authorization);
    if (!text) return base::pass(text);
    auto parsed = parse_token(*text);
    if (!parsed) return base::pass(parsed);
    if (parsed->agency != agency) return unknown();
    auto directory = services.directories.of(agency);
    if (!directory) return base::pass(directory);

    return services.database.read([&](db::Tx& tx) -> base::Result<Principal> {
        auto token = store::find_token(tx, agency, parsed->hash);
        if (!token || token->revoked_at || token->subject_kind != parsed->subject) return unknown();
        Principal principal{.agency = agency, .staff = {}, .name = {}, .roles = {}, .account = {}};
        switch (token->subject_kind) {
        case TokenSubject::account: {
            const auto* account = (*directory)->account(agency::AccountId{token->subject});
            if (!account || !account->is_active) return unknown();
            principal.account = account->id;
            principal.name = account->name;
            break;
        }
        case TokenSubject::staff: {
            auto person = store::person_by_id(tx, agency, StaffId{token->subject});
            if (!person || !person->is_active) return unknown();
            principal.staff = person->id;
            principal.name = person->name;
            principal.roles = store::roles_of(tx, agency, person->id);
            break;
        }
        }
        if (!is_in_scope(token->subject_kind, scope)) return base::fail(base::Kind::forbidden, "token.scope");
        return principal;
    });
}

} // namespace staff
