// Everything that a running Tanggap is made of, opened in order and closed in reverse. Opening fails as a
// value that says what to do: a data folder that cannot be written, a database newer than the program, a
// vault key that is missing.
#pragma once
#include "agency/directory_actions.h"
#include "app/post.h"
#include "app/settings.h"
#include "db/migrate.h"
#include "learning/trial_actions.h"
#include "media/pictures.h"
#include "people/vault.h"
#include "staff/password.h"
#include "staff/services_actions.h"

#include <memory>

namespace app {

enum class Vault { make_or_open, not_needed };
/// Whether a database may be older than the data folder remembers (app/past.h).
enum class Past { must_go_on, may_be_older };

/// Not found `database.missing` where no file is; whether a server has a database is asked when it is opened.
[[nodiscard]] base::Result<void> must_have_database(const Settings& settings);

class Networks;

class House {
public:
    ~House();
    /// Opens the database, migrates it, and opens the vault. Refuses a database that is older than what this
    /// installation had reached: conflict `database.older`.
    [[nodiscard]] static base::Result<std::unique_ptr<House>> open(const Settings& settings, Vault vault,
                                                                   base::Now now = base::system_now(),
                                                                   Past past = Past::must_go_on);

    /// As open(), for what has nothing to do where nothing is: a mistyped folder is not made. Not found
    /// `database.missing`.
    [[nodiscard]] static base::Result<std::unique_ptr<House>>
    open_existing(const Settings& settings, Vault vault, Past past = Past::must_go_on);

    const Settings settings;
    const base::Now now;
    const base::Random random;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<people::Vault> vault; ///< null with Vault::not_needed
    base::IdSource ids;
    agency::Directories directories;
    staff::Passwords passwords;
    media::Pictures pictures;
    std::unique_ptr<outgoing::Sender> sender; ///< null without a relay
    std::unique_ptr<Networks> networks;       ///< null without a vault

    /// Where models stand that agencies learnt; nodes on several hosts share it as they share media.
    [[nodiscard]] std::filesystem::path models() const { return settings.data / "models"; }
    /// What reads texts, with those; made at the first call, which is not for two threads at once.
    [[nodiscard]] learning::Readers& readers() {
        if (!readers_) readers_ = std::make_unique<learning::Readers>(models());
        return *readers_;
    }
    [[nodiscard]] learning::Services learning_services() { return {*database, readers(), ids, now}; }
    [[nodiscard]] staff::Services staff_services() {
        return {*database, directories, ids, now, random, passwords};
    }

private:
    House(const Settings& settings, base::Now now, std::unique_ptr<db::Database> database,
          std::unique_ptr<people::Vault> vault, base::Time ids_from);

    std::unique_ptr<learning::Readers> readers_;
};

} // namespace app
