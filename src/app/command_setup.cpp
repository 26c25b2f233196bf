// setup, user, account: making an agency and its people from the command line.
#include "agency/agency_actions.h"
#include "app/command.h"
#include "app/house.h"
#include "base/encode.h"
#include "base/json.h"
#include "staff/staff_actions.h"
#include "staff/token_actions.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {
namespace {

using Json = base::json::Object;

/// The only agency of the database, or the one with that id.
base::Result<base::AgencyId> agency_of(House& house, std::int64_t wanted) {
    auto all = house.directories.agencies();
    if (wanted == 0 && all.size() == 1) return all.front();
    for (auto id : all)
        if (id.value == wanted) return id;
    return base::fail(base::Kind::not_found, "agency.unknown",
                      all.empty() ? "there is no agency yet: tanggap setup makes one"
                                  : "name one of the agencies with --agency");
}

base::Result<agency::OfficeId> office_of(House& house, base::AgencyId id, std::int64_t wanted) {
    auto directory = house.directories.of(id);
    if (!directory) return base::pass(directory);
    auto all = (*directory)->offices().all();
    if (wanted == 0 && !all.empty()) return all.front().id; // preorder: the root stands first
    if ((*directory)->office(agency::OfficeId{wanted})) return agency::OfficeId{wanted};
    return base::fail(base::Kind::not_found, "office.unknown", "there is no such office");
}

std::string new_password(House& house) {
    return base::to_base64url(house.random(15));
}

void print(const Json& out) {
    std::cout << boost::json::serialize(out) << "\n";
}

} // namespace

Run add_setup(CLI::App& app) {
    auto flags = add_settings(app);
    auto made = std::make_shared<agency::Agency>();
    auto host = std::make_shared<std::string>();
    auto zone = std::make_shared<std::string>("WIB");
    auto login = std::make_shared<std::string>();
    auto person = std::make_shared<std::string>();
    app.add_option("--name", made->name, "of the agency's desk, as citizens read it")->required();
    app.add_option("--short-name", made->short_name, "the same in a word or two")->required();
    app.add_option("--organiser", made->organiser, "the public body that answers for it")->required();
    app.add_option("--prefix", made->prefix, "of public codes: TGP in TGP-7K3M-9QXT")->required();
    app.add_option("--host", *host, "host name, when the installation serves several agencies");
    app.add_option("--zone", *zone, "WIB, WITA or WIT")->capture_default_str();
    app.add_option("--profile", made->profile, "deadline profile of topics that name none")
        ->capture_default_str();
    app.add_option("--region", made->regions, "area codes it serves: 31, 35.78")->required();
    app.add_option("--login", *login, "of the first administrator")->required();
    app.add_option("--person", *person, "name of the first administrator")->required();
    return [=]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto house = House::open(*settings, Vault::make_or_open);
        if (!house) return base::pass(house);
        auto read_zone = base::zone_from(*zone);
        if (!read_zone) return base::pass(read_zone);
        made->zone = *read_zone;
        if (!host->empty()) made->host = *host;
        made->created_at = (*house)->now();
        std::string password = new_password(**house);
        auto hash = (*house)->passwords.hash(password);
        if (!hash) return base::pass(hash);
        auto result = (*house)->database->write([&](db::Tx& tx) -> base::Result<Json> {
            agency::Change change{(*house)->ids, (*house)->now()};
            auto agency = agency::create_agency(tx, change, (*house)->random, *made);
            if (!agency) return base::pass(agency);
            auto root = agency::add_office(
                tx, change, agency->id,
                {.id = {}, .parent = {}, .name = agency->organiser, .short_name = agency->short_name});
            if (!root) return base::pass(root);
            auto form = agency::add_account(tx, change, agency->id,
                                            {.id = {},
                                             .office = root->id,
                                             .network = std::string(agency::form_network),
                                             .name = agency->name});
            if (!form) return base::pass(form);
            auto admin = staff::add_person(
                tx, {(*house)->ids, (*house)->now()}, agency->id,
                {.login = *login,
                 .name = *person,
                 .password_hash = *hash,
                 .roles = {{staff::Role::administrator, root->id}, {staff::Role::coordinator, root->id}}});
            if (!admin) return base::pass(admin);
            return Json{{"agency", base::to_string(agency->id)},
                        {"office", base::to_string(root->id)},
                        {"login", admin->login},
                        {"password", password}};
        });
        if (!result) return base::pass(result);
        print(*result);
        return {};
    };
}

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
        auto opened = House::open(*settings, Vault::not_needed);
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
    return [=, adds = add]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto opened = House::open(*settings, Vault::not_needed);
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
