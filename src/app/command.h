// The commands of `tanggap`: each adds its flags to the command line and is run when it was named. What a
// person got wrong is a Problem; main says it on stderr and exits 1.
#pragma once
#include "app/settings.h"
#include "base/result.h"

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace app {

using Run = std::function<base::Result<void>()>;

/// Adds flags to its sub-command and gives what shall run when it is named.
struct Command {
    const char* name;
    const char* about;
    Run (*add)(CLI::App& app);
};

[[nodiscard]] Run add_serve(CLI::App& app);
[[nodiscard]] Run add_migrate(CLI::App& app);
[[nodiscard]] Run add_backup(CLI::App& app);
[[nodiscard]] Run add_restore(CLI::App& app);
[[nodiscard]] Run add_rebuild(CLI::App& app);
[[nodiscard]] Run add_doctor(CLI::App& app);
[[nodiscard]] Run add_setup(CLI::App& app);
[[nodiscard]] Run add_user(CLI::App& app);
[[nodiscard]] Run add_account(CLI::App& app);
[[nodiscard]] Run add_lapor(CLI::App& app);
[[nodiscard]] Run add_recap(CLI::App& app);
[[nodiscard]] Run add_seed(CLI::App& app);
[[nodiscard]] Run add_simulate(CLI::App& app);
[[nodiscard]] Run add_import(CLI::App& app);
[[nodiscard]] Run add_clock(CLI::App& app);
[[nodiscard]] Run add_normalise(CLI::App& app);
[[nodiscard]] Run add_classify(CLI::App& app);
[[nodiscard]] Run add_evaluate(CLI::App& app);
[[nodiscard]] Run add_train(CLI::App& app);

/// --data, --database, --config and --node, as every command with a database has them. Complete when it runs.
[[nodiscard]] std::shared_ptr<Settings> add_settings(CLI::App& app);
/// The settings with the file given by --config.
[[nodiscard]] base::Result<Settings> complete(const Settings& settings);

} // namespace app
