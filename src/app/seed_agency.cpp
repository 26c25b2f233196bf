#include "app/seed_agency.h"

#include "agency/agency_actions.h"
#include "base/encode.h"
#include "base/text.h"
#include "staff/staff_actions.h"
#include "staff/token_actions.h"

#include <charconv>

namespace app {
namespace {

struct AgencyFile {
    std::string name, short_name, organiser, prefix, zone, profile;
    std::optional<std::string> accent;
    std::optional<double> emergency_from;
    std::vector<std::string> regions;
};
BOOST_DESCRIBE_STRUCT(AgencyFile, (),
                      (name, short_name, organiser, prefix, zone, profile, accent, emergency_from, regions))

base::Result<agency::Agency> agency_of(std::span<const ScenarioFile> files) {
    auto file = base::json::parse_as<AgencyFile>(read_file(files, "agency.json"));
    if (!file) return base::pass(file);
    auto zone = base::zone_from(file->zone);
    if (!zone) return base::pass(zone);
    agency::Agency out;
    out.name = file->name;
    out.short_name = file->short_name;
    out.organiser = file->organiser;
    out.prefix = file->prefix;
    out.zone = *zone;
    out.profile = file->profile;
    if (file->accent && !file->accent->empty() && *file->accent != "default") out.accent = *file->accent;
    if (file->emergency_from) out.emergency_from = *file->emergency_from;
    out.regions = file->regions;
    return out;
}

int number_of(const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<std::string> words_of(const std::string& cell) {
    std::vector<std::string> out;
    for (std::string_view each : base::split(cell, ','))
        if (auto word = base::trim(each); !word.empty()) out.emplace_back(word);
    return out;
}

std::optional<std::string> optional(const std::string& cell) {
    return cell.empty() ? std::nullopt : std::optional(cell);
}

/// Tables in the order in which they lean on each other.
struct Tables {
    std::vector<Line> offices, topics, rules, accounts, staff;
};
base::Result<Tables> read_tables(std::span<const ScenarioFile> files) {
    Tables out;
    for (auto [table, name] : {std::pair{&out.offices, "offices.tsv"},
                               {&out.topics, "topics.tsv"},
                               {&out.rules, "rules.tsv"},
                               {&out.accounts, "accounts.tsv"},
                               {&out.staff, "staff.tsv"}}) {
        auto read = read_table(files, name);
        if (!read) return base::pass(read);
        *table = std::move(*read);
    }
    return out;
}

base::Result<void> add_offices(db::Tx& tx, const agency::Change& change, SeededAgency& seeded,
                               const Tables& tables) {
    for (const auto& line : tables.offices) {
        agency::Office office{
            .id = {}, .parent = {}, .name = line.at("name"), .short_name = line.at("short_name")};
        if (auto parent = seeded.offices.find(line.at("parent")); parent != seeded.offices.end())
            office.parent = parent->second;
        auto added = agency::add_office(tx, change, seeded.id, office);
        if (!added) return base::pass(added);
        seeded.offices[line.at("key")] = added->id;
    }
    return {};
}

base::Result<void> add_topics_and_rules(db::Tx& tx, const agency::Change& change, SeededAgency& seeded,
                                        const Tables& tables) {
    for (const auto& line : tables.topics) {
        auto proof = base::from_code<agency::ProofKind>(line.at("proof"), "proof");
        if (!proof) return base::pass(proof);
        auto put = agency::put_topic(tx, change, seeded.id,
                                     {.code = line.at("code"),
                                      .name_id = line.at("name_id"),
                                      .name_en = line.at("name_en"),
                                      .proof = *proof,
                                      .profile = optional(line.at("profile")),
                                      .words = words_of(line.at("words")),
                                      .ordinal = number_of(line.at("ordinal"))});
        if (!put) return put;
    }
    for (const auto& line : tables.rules) {
        auto rule = agency::add_rule(tx, change, seeded.id,
                                     {.id = {},
                                      .ordinal = number_of(line.at("ordinal")),
                                      .topic = optional(line.at("topic")),
                                      .area = optional(line.at("area")),
                                      .office = seeded.offices[line.at("office")]});
        if (!rule) return base::pass(rule);
    }
    return {};
}

base::Result<void> add_accounts(db::Tx& tx, House& house, const agency::Change& change, SeededAgency& seeded,
                                const Tables& tables) {
    base::json::Array printed;
    for (const auto& line : tables.accounts) {
        agency::Account account{.id = {},
                                .office = seeded.offices[line.at("office")],
                                .network = line.at("network"),
                                .name = line.at("name")};
        auto added = agency::add_account(tx, change, seeded.id, account);
        if (!added) return base::pass(added);
        auto token =
            staff::create_account_token(tx, house.staff_services(), seeded.id, added->id, "seed", {});
        if (!token) return base::pass(token);
        seeded.accounts[line.at("key")] = added->id;
        printed.push_back({{"id", base::to_string(added->id)},
                           {"network", added->network},
                           {"name", added->name},
                           {"token", token->text}});
    }
    seeded.printed["accounts"] = std::move(printed);
    return {};
}

struct Login {
    std::string password;
    std::string hash;
};

base::Result<void> add_people(db::Tx& tx, House& house, SeededAgency& seeded, const Tables& tables,
                              const std::vector<Login>& logins) {
    base::json::Array printed;
    for (std::size_t i = 0; i < tables.staff.size(); ++i) {
        const Line& line = tables.staff[i];
        auto role = base::from_code<staff::Role>(line.at("role"), "role");
        if (!role) return base::pass(role);
        staff::HeldRole held{*role, seeded.offices[line.at("office")]};
        auto person = staff::add_person(tx, {house.ids, house.now()}, seeded.id,
                                        {.login = line.at("login"),
                                         .name = line.at("name"),
                                         .password_hash = logins[i].hash,
                                         .roles = {held}});
        if (!person) return base::pass(person);
        auto token = staff::create_staff_token(tx, house.staff_services(), seeded.id, person->id, "seed", {});
        if (!token) return base::pass(token);
        seeded.people.push_back({person->id, {held}});
        auto office = std::ranges::find(tables.offices, line.at("office"),
                                        [](const Line& each) { return each.at("key"); });
        printed.push_back({{"login", person->login},
                           {"password", logins[i].password},
                           {"role", line.at("role")},
                           {"office", office == tables.offices.end() ? "" : office->at("name")},
                           {"token", token->text}});
    }
    seeded.printed["staff"] = std::move(printed);
    return {};
}

} // namespace

base::Result<base::Zone> zone_of(std::span<const ScenarioFile> files) {
    auto agency = agency_of(files);
    if (!agency) return base::pass(agency);
    return agency->zone;
}

base::Result<SeededAgency> seed_agency(House& house, std::span<const ScenarioFile> files) {
    auto wanted = agency_of(files);
    if (!wanted) return base::pass(wanted);
    auto tables = read_tables(files);
    if (!tables) return base::pass(tables);
    std::vector<Login> logins;
    for (std::size_t i = 0; i < tables->staff.size(); ++i) {
        std::string password = base::to_base64url(house.random(12));
        auto hash = house.passwords.hash(password);
        if (!hash) return base::pass(hash);
        logins.push_back({std::move(password), std::move(*hash)});
    }
    auto seeded = house.database->write([&](db::Tx& tx) -> base::Result<SeededAgency> {
        SeededAgency out;
        agency::Change change{house.ids, house.now()};
        auto made = agency::create_agency(tx, change, house.random, *wanted);
        if (!made) return base::pass(made);
        out.id = made->id;
        out.printed["agency"] = base::json::Object{{"id", base::to_string(made->id)}, {"name", made->name}};
        for (auto&& done :
             {add_offices(tx, change, out, *tables), add_topics_and_rules(tx, change, out, *tables)})
            if (!done) return std::unexpected(done.error());
        if (auto done = add_accounts(tx, house, change, out, *tables); !done) return base::pass(done);
        if (auto done = add_people(tx, house, out, *tables, logins); !done) return base::pass(done);
        return out;
    });
    if (!seeded) return base::pass(seeded);
    house.directories.changed();
    auto directory = house.directories.of(seeded->id);
    if (!directory) return base::pass(directory);
    seeded->directory = *directory;
    return seeded;
}

} // namespace app
