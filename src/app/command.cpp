#include "app/command.h"

#include <CLI/CLI.hpp>

namespace app {
namespace {
struct WithFile : Settings {
    std::filesystem::path config;
};
} // namespace

std::shared_ptr<Settings> add_settings(CLI::App& app) {
    auto settings = std::make_shared<WithFile>();
    app.add_option("--data", settings->data, "folder of the database, pictures and the vault's key")
        ->capture_default_str();
    app.add_option("--database", settings->database,
                   "postgresql://user@host/name; without it, DATA/tanggap.db");
    app.add_option("--config", settings->config, "TOML file with the same names; flags win");
    app.add_option("--node", settings->node, "0 to 1023, different on every node of one database")
        ->check(CLI::Range(0, 1023));
    app.add_option("--vault-key", settings->vault_key, "file of the vault's key; without it, DATA/vault.key");
    return settings;
}

base::Result<Settings> complete(const Settings& settings) {
    const auto& file = static_cast<const WithFile&>(settings).config;
    return file.empty() ? base::Result<Settings>(settings) : with_config(settings, file);
}

} // namespace app
