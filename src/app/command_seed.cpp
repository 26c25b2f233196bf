// seed: a demo agency with cases.
#include "app/command.h"
#include "app/seed.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {

Run add_seed(CLI::App& app) {
    auto flags = add_settings(app);
    auto name = std::make_shared<std::string>();
    app.add_option("SCENARIO", *name, "posko_dpu_dki")->required();
    app.footer(
        "Prints the agency, its staff with passwords and tokens, and its accounts as one line of JSON.");
    return [flags, name]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto files = scenario_files(*name);
        if (files.empty()) {
            std::string known;
            for (auto each : scenario_names())
                (known += ' ') += each;
            return base::fail(base::Kind::not_found, "scenario.unknown",
                              "there is no scenario " + *name + "; known:" + known);
        }
        auto now = base::system_now()();
        PlayedTime played{now};
        auto house = House::open(*settings, Vault::make_or_open, [&played] { return played.at; });
        if (!house) return base::pass(house);
        if (!(*house)->directories.agencies().empty())
            return base::fail(base::Kind::conflict, "scenario.not_empty",
                              settings->data.string() + " holds an agency already: seed an empty folder");
        auto printed = seed(**house, played, now, files);
        if (!printed) return base::pass(printed);
        std::cout << boost::json::serialize(*printed) << "\n";
        return {};
    };
}

} // namespace app
