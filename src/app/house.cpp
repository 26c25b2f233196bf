#include "app/house.h"

#include "app/random.h"
#include "people/identity_actions.h"

#include <system_error>
#include <unistd.h>

namespace app {
namespace {

base::Result<void> make_data_folder(const std::filesystem::path& data) {
    std::error_code error;
    std::filesystem::create_directories(data, error);
    if (error)
        return base::fail(base::Kind::unavailable, "data.not_writable",
                          "the data folder " + data.string() + " cannot be made: " + error.message());
    if (::access(data.c_str(), W_OK | X_OK) != 0)
        return base::fail(base::Kind::unavailable, "data.not_writable",
                          "the data folder " + data.string() +
                              " cannot be written: check its owner and mode");
    return {};
}

} // namespace

House::House(const Settings& settings_, base::Now now_, std::unique_ptr<db::Database> database_,
             std::unique_ptr<people::Vault> vault_)
    : settings(settings_), now(std::move(now_)), random(system_random()), database(std::move(database_)),
      vault(std::move(vault_)), ids(now, settings.node), directories(*database, now),
      pictures(*database, now, {.folder = settings.data / "media", .program = {}}) {}

base::Result<std::unique_ptr<House>> House::open(const Settings& settings, Vault vault, base::Now now) {
    if (auto made = make_data_folder(settings.data); !made) return base::pass(made);
    auto database = db::open(settings.database_url());
    if (!database) return base::pass(database);
    if (auto migrated = db::migrate(**database); !migrated) return base::pass(migrated);
    std::unique_ptr<people::Vault> opened;
    if (vault == Vault::make_or_open) {
        auto result = people::open_vault(settings.vault_key_file(), **database, system_random());
        if (!result) return base::pass(result);
        opened = std::move(*result);
    }
    auto sender = sender_for(settings);
    if (!sender) return base::pass(sender);
    std::unique_ptr<House> house(
        new House(settings, std::move(now), std::move(*database), std::move(opened)));
    house->sender = std::move(*sender);
    return house;
}

} // namespace app
