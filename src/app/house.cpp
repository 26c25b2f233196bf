#include "app/house.h"

#include "agency/agency_actions.h"
#include "app/networks.h"
#include "app/past.h"
#include "app/random.h"
#include "events/past_actions.h"
#include "items/past_actions.h"
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

/// After every id that was ever given: ids, and the order of events with them, never fall, also when the time
/// was set back while nothing ran.
base::Time after_all_ids(db::Database& database, base::Now now) {
    agency::Directories directories(database, std::move(now));
    base::Time out{};
    for (const auto agency : directories.agencies())
        database.read([&](db::Tx& tx) {
            for (const auto id : {events::newest_id(tx, agency).value_or(events::EventId{}).value,
                                  items::newest_id(tx, agency).value_or(items::ItemId{}).value})
                out = std::max(out, base::time_of(id) + std::chrono::milliseconds(1));
        });
    return out;
}

} // namespace

House::House(const Settings& settings_, base::Now now_, std::unique_ptr<db::Database> database_,
             std::unique_ptr<people::Vault> vault_, base::Time ids_from)
    : settings(settings_), now(std::move(now_)), random(system_random()), database(std::move(database_)),
      vault(std::move(vault_)),
      ids([clock = now, ids_from] { return std::max(clock(), ids_from); }, settings.node),
      directories(*database, now),
      pictures(*database, now, {.folder = settings.data / "media", .program = {}}) {}

House::~House() = default;

base::Result<void> must_have_database(const Settings& settings) {
    if (!settings.database.empty() || std::filesystem::exists(settings.database_url())) return {};
    return base::fail(base::Kind::not_found, "database.missing",
                      "there is no database at " + settings.database_url() +
                          ": look at --data; setup, seed and serve make one");
}

base::Result<std::unique_ptr<House>> House::open_existing(const Settings& settings, Vault vault, Past past) {
    if (auto there = must_have_database(settings); !there) return base::pass(there);
    return open(settings, vault, base::system_now(), past);
}

base::Result<std::unique_ptr<House>> House::open(const Settings& settings, Vault vault, base::Now now,
                                                 Past past) {
    if (auto made = make_data_folder(settings.data); !made) return base::pass(made);
    auto database = db::open(settings.database_url(), {.busy_timeout = settings.patience});
    if (!database) return base::pass(database);
    if (auto migrated = db::migrate(**database); !migrated) return base::pass(migrated);
    if (past == Past::must_go_on) {
        const auto older = behind(**database, Remembered(settings.data));
        if (!older.empty())
            return base::fail(
                base::Kind::conflict, "database.older",
                told(older) + "Put the newer database back; or, if it is lost: tanggap restore --accept-old");
    }
    std::unique_ptr<people::Vault> opened;
    if (vault == Vault::make_or_open) {
        auto result = people::open_vault(settings.vault_key_file(), **database, system_random());
        if (!result) return base::pass(result);
        opened = std::move(*result);
    }
    auto sender = sender_for(settings);
    if (!sender) return base::pass(sender);
    const auto ids_from = after_all_ids(**database, now);
    std::unique_ptr<House> house(
        new House(settings, std::move(now), std::move(*database), std::move(opened), ids_from));
    house->sender = std::move(*sender);
    if (house->vault) house->networks = std::make_unique<Networks>(*house);
    return house;
}

} // namespace app
