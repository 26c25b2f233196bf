// user, account: people and accounts from the command line.
#include "agency/agency_actions.h"
#include "app/chosen_agency.h"
#include "app/command.h"
#include "app/command_connect.h"
#include "app/house.h"
#include "base/json.h"
#include "staff/staff_actions.h"
#include "staff/token_actions.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {
namespace {

using Json = base::json::Object;

base::Result<agency::OfficeId> office_of(House& house, base::AgencyId id, std::int64_t wanted) {
    auto directory = house.directories.of(id);
    if (!directory) return base::pass(directory);
    auto all = (*directory)->offices().all();
    if (wanted == 0 && !all.empty()) return all.front().id; // preorder: the root stands first
    if ((*directory)->office(agency::OfficeId{wanted})) return agency::OfficeId{wanted};
    return base::fail(base::Kind::not_found, "office.unknown", "there is no such office");
}

void print(const Json& out) {
    std::cout << boost::json::serialize(out) << "\n";
}

} // namespace

Run add_user(CLI::App& app) {
    app.require_subcommand(1);
    auto flags = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    auto office = std::make_shared<std::int64_t>(0);
    auto login = std::make_shared<std::string>();
    auto name = std::make_shared<std::string>();
    auto roles = std::make_shared<std::vector<std::string>>();
    app.add_option("--agency", *agency, "id; not needed with one agency");
    auto* add = app.add_subcommand("add", "add a person; prints login, password and API token");
    add->add_option("--login", *login)->required();
    add->add_option("--name", *name)->required();
    add->add_option("--role", *roles, "operator, field_officer, coordinator, head, ...; may be repeated")
        ->required();
    add->add_option("--office", *office,
                    "id of the office at which the roles are held; without it, the root");
    add->fallthrough(); // --data and its like stand on either side of the verb
    app.add_subcommand("list", "people and their roles")->fallthrough();
    return [=, adds = add]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto opened = House::open_existing(*settings, Vault::not_needed);
        if (!opened) return base::pass(opened);
        House& house = **opened;
        auto id = agency_of(house, *agency);
        if (!id) return base::pass(id);
        if (!adds->parsed()) {
            auto people = house.database->read([&](db::Tx& tx) { return staff::all_people(tx, *id); });
            for (const auto& each : people) {
                base::json::Array held;
                for (const auto& role : each.roles)
                    held.push_back(
                        {{"role", base::code_of(role.role)}, {"office", base::to_string(role.office)}});
                print({{"login", each.login},
                       {"name", each.name},
                       {"active", each.is_active},
                       {"roles", held}});
            }
            return {};
        }
        auto at = office_of(house, *id, *office);
        if (!at) return base::pass(at);
        staff::NewPerson person{.login = *login, .name = *name, .password_hash = {}, .roles = {}};
        for (const auto& code : *roles) {
            auto role = base::from_code<staff::Role>(code, "role");
            if (!role) return base::pass(role);
            person.roles.push_back({*role, *at});
        }
        std::string password = new_password(house);
        auto hash = house.passwords.hash(password);
        if (!hash) return base::pass(hash);
        person.password_hash = *hash;
        auto result = house.database->write([&](db::Tx& tx) -> base::Result<Json> {
            auto added = staff::add_person(tx, {house.ids, house.now()}, *id, person);
            if (!added) return base::pass(added);
            auto token =
                staff::create_staff_token(tx, house.staff_services(), *id, added->id, "command line", {});
            if (!token) return base::pass(token);
            return Json{{"login", added->login}, {"password", password}, {"token", token->text}};
        });
        if (!result) return base::pass(result);
        print(*result);
        return {};
    };
}

Run add_account(CLI::App& app) {
    app.require_subcommand(1);
    auto flags = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    auto office = std::make_shared<std::int64_t>(0);
    auto network = std::make_shared<std::string>();
    auto name = std::make_shared<std::string>();
    app.add_option("--agency", *agency, "id; not needed with one agency");
    auto* add = app.add_subcommand("add", "add an account; prints its id and API token");
    add->add_option("--network", *network, "x, instagram, mail, phone, ...")->required();
    add->add_option("--name", *name, "as the network shows it")->required();
    add->add_option("--office", *office, "id of the office it belongs to; without it, the root");
    add->fallthrough();
    app.add_subcommand("list", "accounts")->fallthrough();
    auto connect = add_connect(app, flags, agency);
    return [=, adds = add, connects = app.get_subcommand("connect")]() -> base::Result<void> {
        if (connects->parsed()) return connect();
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto opened = House::open_existing(*settings, Vault::not_needed);
        if (!opened) return base::pass(opened);
        House& house = **opened;
        auto id = agency_of(house, *agency);
        if (!id) return base::pass(id);
        if (!adds->parsed()) {
            auto directory = house.directories.of(*id);
            if (!directory) return base::pass(directory);
            for (const auto& each : (*directory)->accounts())
                print({{"id", base::to_string(each.id)},
                       {"network", each.network},
                       {"name", each.name},
                       {"active", each.is_active}});
            return {};
        }
        auto at = office_of(house, *id, *office);
        if (!at) return base::pass(at);
        auto result = house.database->write([&](db::Tx& tx) -> base::Result<Json> {
            auto added = agency::add_account(tx, {house.ids, house.now()}, *id,
                                             {.id = {}, .office = *at, .network = *network, .name = *name});
            if (!added) return base::pass(added);
            auto token =
                staff::create_account_token(tx, house.staff_services(), *id, added->id, "command line", {});
            if (!token) return base::pass(token);
            return Json{
                {"id", base::to_string(added->id)}, {"network", added->network}, {"token", token->text}};
        });
        if (!result) return base::pass(result);
        print(*result);
        return {};
    };
}

} // namespace app
