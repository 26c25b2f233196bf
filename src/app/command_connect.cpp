#include "app/command_connect.h"

#include "app/chosen_agency.h"
#include "app/house.h"
#include "app/networks.h"
#include "base/json.h"
#include "base/text.h"
#include "network/connection_actions.h"

#include <CLI/CLI.hpp>

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

} // namespace

Run add_connect(CLI::App& account, std::shared_ptr<Settings> flags, std::shared_ptr<std::int64_t> agency) {
    auto wanted = std::make_shared<std::int64_t>(0);
    auto fields = std::make_shared<std::vector<std::string>>();
    auto* connect = account.add_subcommand("connect", "connect an account to its network");
    connect->add_option("--account", *wanted, "id")->required();
    connect->add_option("--field", *fields,
                        "NAME=VALUE, NAME=@FILE or NAME=@- (stdin); without any, says what is asked for");
    connect->add_flag("--allow-private-networks", flags->allow_private_networks,
                      "the network may stand on this machine or inside its own network");
    connect->fallthrough();
    return [=]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto opened = House::open(*settings, Vault::make_or_open);
        if (!opened) return base::pass(opened);
        House& house = **opened;
        auto id = agency_of(house, *agency);
        if (!id) return base::pass(id);
        auto directory = house.directories.of(*id);
        if (!directory) return base::pass(directory);
        const auto* found = (*directory)->account(agency::AccountId{*wanted});
        if (!found) return base::fail(base::Kind::not_found, "account.unknown", "there is no such account");
        const auto& services = house.networks->services();
        const auto* channel = services.channels.of(found->network);
        if (!channel)
            return base::fail(base::Kind::unsupported, "network.unknown",
                              "nothing connects to " + found->network);
        if (fields->empty()) {
            for (const auto& field : channel->fields())
                std::cout << field.name << (field.is_secret ? " (secret)" : "")
                          << (field.is_needed ? "" : " (optional)") << "  " << field.example << "\n";
            return {};
        }
        auto given = read_fields(*channel, *fields);
        if (!given) return base::pass(given);
        if (auto url = house.settings.public_url; !url.empty()) {
            while (url.ends_with('/'))
                url.pop_back();
            given->push_to = url + "/kait/" + found->network + "/" + base::to_string(found->id);
        }
        auto connected = network::connect(services, *id, *found, *given, staff::StaffId{});
        if (!connected) return base::pass(connected);
        std::cout << boost::json::serialize(base::json::Object{{"id", base::to_string(found->id)},
                                                               {"network", found->network},
                                                               {"handle", connected->handle},
                                                               {"own_id", connected->own_id}})
                  << "\n";
        return {};
    };
}

} // namespace app
