// Accounts and their tokens; a token is shown once.
#include "administration/agency_pages.h"
#include "administration/agency_routes.h"
#include "administration/guard_routes.h"
#include "db/database.h"
#include "network/connection_view_actions.h"
#include "staff/token_actions.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

http::Response show(const Visit& visit, const Filled& filled) {
    auto tokens = visit.services.database.read([&](db::Tx& tx) {
        TokensOf out;
        for (const auto& account : visit.directory->accounts())
            for (const auto& token : staff::tokens_of(tx, visit.agency(), account.id))
                out[account.id].push_back(
                    {base::to_string(token.id), token.label, token.created_at, token.revoked_at});
        return out;
    });
    const auto standings = visit.services.database.read([&](db::Tx& tx) {
        StandingsOf out;
        const auto view = network::view_connections(tx, visit.agency());
        for (const auto& line : view.lines)
            out[line.account] = standing_of(signs_of(line, view));
        return out;
    });
    auto page = accounts_page(visit.frame(), tokens, standings, filled);
    return filled.problem ? refused(page, *filled.problem) : shown(page);
}

Response add(const Visit& visit) {
    auto added = [&]() -> base::Result<agency::Account> {
        agency::Account account{
            .id = {}, .office = {}, .network = visit.value("network"), .name = visit.value("name")};
        if (const std::string office = visit.value("office"); !office.empty()) {
            auto id = base::parse_id_as<agency::OfficeId>(office);
            if (!id || !visit.directory->office(*id)) return base::fail_field("office");
            account.office = *id;
        }
        return visit.services.database.write(
            [&](db::Tx& tx) { return agency::add_account(tx, visit.change(), visit.agency(), account); });
    }();
    if (!added) return show(visit, visit.filled(added.error()));
    return saved(visit, "/meja/atur/akun");
}

base::Result<agency::Account> account_of(const Visit& visit) {
    auto id = visit.id<agency::AccountId>("id");
    const auto* account = id ? visit.directory->account(*id) : nullptr;
    if (!account) return not_there();
    return *account;
}

Response set_active(const Visit& visit, bool is_active) {
    auto account = account_of(visit);
    if (!account) return base::pass(account);
    auto done = visit.services.database.write([&](db::Tx& tx) {
        return agency::set_account_active(tx, visit.change(), visit.agency(), account->id, is_active);
    });
    if (!done) return base::pass(done);
    return saved(visit, "/meja/atur/akun");
}

Response make_token(const Visit& visit) {
    auto account = account_of(visit);
    if (!account) return base::pass(account);
    auto made = visit.services.database.write([&](db::Tx& tx) {
        return staff::create_account_token(tx, visit.services, visit.agency(), account->id,
                                           visit.value("label"), visit.person.staff);
    });
    if (!made) return show(visit, visit.filled(made.error()));
    return shown(token_page(visit.frame(), *account, made->text));
}

Response revoke_token(const Visit& visit) {
    auto account = account_of(visit);
    if (!account) return base::pass(account);
    auto id = visit.id<staff::TokenId>("token");
    if (!id) return base::pass(id);
    auto done = visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
        for (const auto& token : staff::tokens_of(tx, visit.agency(), account->id))
            if (token.id == *id)
                return staff::revoke_token(tx, visit.services, visit.agency(), *id, visit.person.staff);
        return not_there();
    });
    if (!done) return base::pass(done);
    return saved(visit, "/meja/atur/akun");
}

} // namespace

void add_account_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/akun", Need::whole,
            [](const Visit& visit) { return show(visit, {}); });
    add_post(router, services, "/meja/atur/akun", Need::whole, add);
    add_post(router, services, "/meja/atur/akun/{id}/tutup", Need::whole,
             [](const Visit& visit) { return set_active(visit, /*is_active=*/false); });
    add_post(router, services, "/meja/atur/akun/{id}/buka", Need::whole,
             [](const Visit& visit) { return set_active(visit, /*is_active=*/true); });
    add_post(router, services, "/meja/atur/akun/{id}/token", Need::whole, make_token);
    add_post(router, services, "/meja/atur/akun/{id}/token/{token}/cabut", Need::whole, revoke_token);
}

} // namespace administration
