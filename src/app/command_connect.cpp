#include "app/command_connect.h"

#include "app/chosen_agency.h"
#include "app/house.h"
#include "app/networks.h"
#include "base/json.h"
#include "base/text.h"
#include "network/connection_actions.h"
#include "network/server_address.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace app {
namespace {

constexpr std::size_t longest_value = 65'536;

/// A secret stands in a file ("@token.txt") or comes on stdin ("@-"), so that no list of processes shows it.
base::Result<std::string> value_of(const std::string& given, const std::string& field) {
    if (!given.starts_with('@') || given.size() == 1) return given;
    std::ifstream file;
    if (given != "@-") {
        file.open(given.substr(1), std::ios::binary);
        if (!file)
            return base::fail_field(field, "field.invalid",
                                    "the file " + given.substr(1) + " cannot be read");
    }
    std::istream& in = given == "@-" ? std::cin : file;
    std::string text(longest_value, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return std::string(base::trim(text));
}

base::Result<network::NewConnection> read_fields(const network::Channel& channel,
                                                 const std::vector<std::string>& given) {
    network::NewConnection out;
    std::string known;
    for (const auto& field : channel.fields())
        known += (known.empty() ? "" : ", ") + field.name;
    for (const auto& each : given) {
        const auto equals = each.find('=');
        const auto name = each.substr(0, equals);
        const auto fields = channel.fields();
        if (equals == std::string::npos ||
            std::ranges::none_of(fields, [&](const auto& field) { return field.name == name; }))
            return base::fail_field(name, "field.invalid", "this network asks for: " + known);
        auto value = value_of(each.substr(equals + 1), name);
        if (!value) return base::pass(value);
        if (name == "server")
            out.server = std::move(*value);
        else
            out.secrets[name] = std::move(*value);
    }
    return out;
}

struct Place {
    agency::DirectoryPtr directory;
    const agency::Account* account;
    const network::Channel* channel;
};
base::Result<Place> place_of(House& house, base::AgencyId agency, std::int64_t account) {
    auto directory = house.directories.of(agency);
    if (!directory) return base::pass(directory);
    const auto* found = (*directory)->account(agency::AccountId{account});
    if (!found) return base::fail(base::Kind::not_found, "account.unknown", "there is no such account");
    const auto* channel = house.networks->services().channels.of(found->network);
    if (!channel)
        return base::fail(base::Kind::unsupported, "network.unknown",
                          "nothing connects to " + found->network);
    return Place{std::move(*directory), found, channel};
}

base::Result<network::Connected> connect_one(House& house, base::AgencyId agency, std::int64_t account,
                                             const std::vector<std::string>& fields) {
    auto place = place_of(house, agency, account);
    if (!place) return base::pass(place);
    const auto& found = *place->account;
    auto given = read_fields(*place->channel, fields);
    if (!given) return base::pass(given);
    given->push_to = network::push_address(house.settings.public_url, found);
    auto connected = network::connect(house.networks->services(), agency, found, *given, staff::StaffId{});
    if (!connected) return base::pass(connected);
    std::cout << boost::json::serialize(base::json::Object{{"id", base::to_string(found.id)},
                                                           {"network", found.network},
                                                           {"handle", connected->handle},
                                                           {"own_id", connected->own_id}})
              << "\n";
    return connected;
}

/// What the network of the account asks for.
base::Result<void> say_fields(House& house, base::AgencyId agency, std::int64_t account) {
    auto place = place_of(house, agency, account);
    if (!place) return base::pass(place);
    for (const auto& field : place->channel->fields())
        std::cout << field.name << (field.is_secret ? " (secret)" : "")
                  << (field.is_needed ? "" : " (optional)") << "  " << field.example
                  << base::join(field.options, " | ") << "\n";
    return {};
}

/// Each line {"account":"...","fields":{"token":"..."}}, whatever became of the others; fails with the number
/// of those that could not be connected.
base::Result<void> connect_many(House& house, base::AgencyId agency, const std::string& file) {
    std::ifstream opened;
    if (file != "-") opened.open(file, std::ios::binary);
    std::istream& in = file == "-" ? std::cin : opened;
    if (!in) return base::fail_field("many", "field.invalid", "the file " + file + " cannot be read");
    int number = 0;
    int failed = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (base::trim(line).empty()) continue;
        auto fail = [&](const base::Problem& problem) {
            ++failed;
            std::cerr << "line " << number << ": " << problem.code << " " << problem.field << " "
                      << problem.detail << "\n";
        };
        auto read = base::json::parse(line);
        const auto* object = read && read->is_object() ? &read->get_object() : nullptr;
        const auto* account = object ? object->if_contains("account") : nullptr;
        const auto* fields = object ? object->if_contains("fields") : nullptr;
        const auto id =
            base::parse_id(account && account->is_string() ? std::string_view(account->get_string()) : "");
        if (!id || !fields || !fields->is_object()) {
            fail({.kind = base::Kind::invalid, .code = "json.malformed"});
            continue;
        }
        std::vector<std::string> given;
        for (const auto& [name, value] : fields->get_object())
            if (value.is_string()) given.push_back(std::string(name) + "=" + std::string(value.get_string()));
        if (auto done = connect_one(house, agency, *id, given); !done) fail(done.error());
    }
    if (failed > 0)
        return base::fail(base::Kind::unavailable, "network.not_connected",
                          std::to_string(failed) + " of " + std::to_string(number) +
                              " lines were not connected");
    return {};
}

} // namespace

Run add_connect(CLI::App& account, std::shared_ptr<Settings> flags, std::shared_ptr<std::int64_t> agency) {
    auto wanted = std::make_shared<std::int64_t>(0);
    auto fields = std::make_shared<std::vector<std::string>>();
    auto* connect = account.add_subcommand("connect", "connect an account to its network");
    auto many = std::make_shared<std::string>();
    auto* one = connect->add_option("--account", *wanted, "id");
    auto* all = connect->add_option(
        "--many", *many,
        R"(FILE or - (stdin) with a line {"account":"ID","fields":{"NAME":"VALUE"}} for each)");
    one->excludes(all);
    connect->add_option("--field", *fields,
                        "NAME=VALUE, NAME=@FILE or NAME=@- (stdin); without any, says what is asked for");
    connect->add_flag("--allow-private-networks", flags->allow_private_networks,
                      "the network may stand on this machine or inside its own network");
    connect->fallthrough();
    return [=]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto opened = House::open_existing(*settings, Vault::make_or_open);
        if (!opened) return base::pass(opened);
        House& house = **opened;
        auto id = agency_of(house, *agency);
        if (!id) return base::pass(id);
        if (!many->empty()) return connect_many(house, *id, *many);
        if (*wanted == 0) return base::fail_field("account", "field.missing", "--account or --many");
        if (fields->empty()) return say_fields(house, *id, *wanted);
        auto connected = connect_one(house, *id, *wanted, *fields);
        return connected ? base::Result<void>() : base::pass(connected);
    };
}

} // namespace app
