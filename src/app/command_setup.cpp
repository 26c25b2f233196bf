// setup: an agency from flags, or all that is set up from a file.
#include "administration/setup_actions.h"
#include "app/chosen_agency.h"
#include "app/command.h"
#include "app/setup_text.h"
#include "deadlines/ladder_actions.h"
#include "staff/staff_actions.h"
#include "triage/reader.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace app {
namespace {

using Json = base::json::Object;

struct SetupFlags {
    administration::Setup made; ///< from flags
    std::vector<std::string> regions, topics;
    std::string short_name, organiser, prefix, host, zone = "WIB", profile = "3x24-jam", login, person;
    std::string file;
    std::int64_t agency = 0;
    bool is_dry = false, prunes = false, exports = false;
};

void print(const Json& out) {
    std::cout << boost::json::serialize(out) << "\n";
}

/// Of the shipped ones: all, or those named.
base::Result<std::vector<administration::SetupTopic>> topics_of(const std::vector<std::string>& codes) {
    std::vector<administration::SetupTopic> out;
    const bool is_all = codes == std::vector<std::string>{"all"};
    for (const auto& shipped : triage::shipped_topics())
        if (is_all || std::ranges::find(codes, shipped.topic.code) != codes.end())
            out.push_back({.code = shipped.topic.code,
                           .name = shipped.name_id,
                           .name_en = shipped.name_en,
                           .proof = shipped.proof,
                           .words = shipped.topic.words});
    for (const auto& code : codes)
        if (!is_all && std::ranges::find(out, code, &administration::SetupTopic::code) == out.end())
            return base::fail_field("--topics", "field.invalid", "no shipped topic has the code " + code);
    return out;
}

/// The agency, its first office and its first administrator.
base::Result<administration::Setup> from_flags(const SetupFlags& flags) {
    administration::Setup out = flags.made;
    for (auto [name, value] : {std::pair{"--name", &flags.made.agency.name},
                               {"--short-name", &flags.short_name},
                               {"--organiser", &flags.organiser},
                               {"--prefix", &flags.prefix},
                               {"--login", &flags.login},
                               {"--person", &flags.person}})
        if (value->empty())
            return base::fail_field(name, "field.missing", std::string("setup needs --file, or ") + name);
    if (flags.regions.empty())
        return base::fail_field("--region", "field.missing", "setup needs --file, or --region");
    out.agency.short_name = flags.short_name;
    out.agency.organiser = flags.organiser;
    out.agency.prefix = flags.prefix;
    if (!flags.host.empty()) out.agency.host = flags.host;
    out.agency.zone = flags.zone;
    out.agency.profile = flags.profile;
    out.agency.regions = flags.regions;
    if (auto topics = topics_of(flags.topics); topics)
        out.topics = std::move(*topics);
    else
        return base::pass(topics);
    out.offices = {{.code = "pusat", .name = flags.organiser, .short_name = flags.short_name}};
    out.people = {
        {.login = flags.login, .name = flags.person, .roles = {"administrator@pusat", "coordinator@pusat"}}};
    out.accounts = {
        {.network = std::string(agency::form_network), .name = flags.made.agency.name, .office = "pusat"}};
    return out;
}

/// An agency that is there already, or none: the file makes the first one. With flags always a new one.
base::Result<std::optional<base::AgencyId>> target(House& house, const SetupFlags& flags) {
    const bool is_new = flags.file.empty() || (flags.agency == 0 && house.directories.agencies().empty());
    if (is_new) return std::nullopt;
    auto id = agency_of(house, flags.agency);
    if (!id) return base::pass(id);
    return std::optional(*id);
}

base::Result<void> print_state(House& house, const SetupFlags& flags) {
    auto id = agency_of(house, flags.agency);
    if (!id) return base::pass(id);
    auto text = house.database->read([&](db::Tx& tx) -> base::Result<std::string> {
        auto directory = agency::read_directory(tx, *id);
        if (!directory) return base::pass(directory);
        return administration::to_text(administration::setup_of(*directory, staff::all_people(tx, *id),
                                                                deadlines::ladder_of(tx, *id, house.now())));
    });
    if (!text) return base::pass(text);
    std::cout << *text;
    return {};
}

struct Logins {
    std::map<std::string, std::string> passwords, hashes; ///< by login
};

/// Made outside the unit of work: each hash costs time and memory.
base::Result<Logins> make_logins(House& house, const std::vector<std::string>& logins) {
    Logins out;
    for (const auto& login : logins) {
        std::string password = new_password(house);
        auto hash = house.passwords.hash(password);
        if (!hash) return base::pass(hash);
        out.hashes[login] = std::move(*hash);
        out.passwords[login] = std::move(password);
    }
    return out;
}

constexpr std::string_view rolled_back = "setup.dry_run";

base::Result<void> apply(House& house, const SetupFlags& flags) {
    auto setup = flags.file.empty() ? from_flags(flags) : read_setup(flags.file);
    if (!setup) return base::pass(setup);
    auto agency = target(house, flags);
    if (!agency) return base::pass(agency);
    auto missing =
        house.database->read([&](db::Tx& tx) { return administration::missing_logins(tx, *agency, *setup); });
    auto logins = make_logins(house, missing);
    if (!logins) return base::pass(logins);
    std::vector<std::string> changes;
    auto done = house.database->write([&](db::Tx& tx) -> base::Result<administration::SetupOutcome> {
        const agency::Change change{house.ids, house.now()};
        auto outcome = administration::apply_setup(
            tx,
            {.change = change,
             .random = house.random,
             .prune = flags.prunes ? administration::Prune::yes : administration::Prune::no,
             .password_hashes = logins->hashes},
            *agency, *setup);
        if (!outcome || !flags.is_dry) return outcome;
        changes = outcome->changes;
        return base::fail(base::Kind::conflict, std::string(rolled_back)); // an error undoes all of it
    });
    if (!done && done.error().code != rolled_back) return base::pass(done);
    if (done) changes = done->changes;

    Json out{{"dry_run", flags.is_dry}, {"changes", base::json::to_value(changes)}};
    if (done) {
        auto directory =
            house.database->read([&](db::Tx& tx) { return agency::read_directory(tx, done->agency); });
        if (!directory) return base::pass(directory);
        out["agency"] = base::to_string(done->agency);
        if (!directory->offices().all().empty())
            out["office"] = base::to_string(directory->offices().all().front().id);
        base::json::Array made;
        for (const auto& [login, password] : logins->passwords)
            made.push_back(Json{{"login", login}, {"password", password}});
        if (flags.file.empty()) {
            out["login"] = flags.login;
            out["password"] = logins->passwords[flags.login];
        }
        out["logins"] = std::move(made);
    }
    print(out);
    return {};
}

} // namespace

Run add_setup(CLI::App& app) {
    auto settings_flags = add_settings(app);
    auto flags = std::make_shared<SetupFlags>();
    auto* file =
        app.add_option("--file", flags->file,
                       "TOML or JSON that describes agency, offices, topics, rules, people, accounts, days");
    app.add_option("--agency", flags->agency,
                   "id of the agency that the file or --export is about; not needed with one");
    app.add_flag("--dry-run", flags->is_dry, "say what would change and change nothing");
    app.add_flag("--prune", flags->prunes, "also close, suspend or remove what the file does not name")
        ->needs(file);
    app.add_flag("--export", flags->exports, "print the present state as such a file")->excludes(file);
    app.add_option("--name", flags->made.agency.name,
                   "without a file: of the agency's desk, as citizens read it");
    app.add_option("--short-name", flags->short_name, "the same in a word or two");
    app.add_option("--organiser", flags->organiser, "the public body that answers for it");
    app.add_option("--prefix", flags->prefix, "of public codes: TGP in TGP-7K3M-9QXT");
    app.add_option("--host", flags->host, "host name, when the installation serves several agencies");
    app.add_option("--zone", flags->zone, "WIB, WITA or WIT")->capture_default_str();
    app.add_option("--profile", flags->profile, "deadline profile of topics that name none")
        ->capture_default_str();
    app.add_option("--region", flags->regions, "area codes it serves: 31, 35.78");
    app.add_option("--topics", flags->topics,
                   "without a file: shipped topics to begin with, \"all\" or their codes: jalan,pju,sampah")
        ->delimiter(',')
        ->excludes(file);
    app.add_option("--login", flags->login, "of the first administrator");
    app.add_option("--person", flags->person, "name of the first administrator");
    return [=]() -> base::Result<void> {
        auto settings = complete(*settings_flags);
        if (!settings) return base::pass(settings);
        auto house = flags->exports ? House::open_existing(*settings, Vault::not_needed)
                                    : House::open(*settings, Vault::make_or_open);
        if (!house) return base::pass(house);
        return flags->exports ? print_state(**house, *flags) : apply(**house, *flags);
    };
}

} // namespace app
