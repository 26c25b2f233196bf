// Holding a database against what its data folder remembers, and living with an older one that was put back.
#pragma once
#include "app/remembered.h"
#include "base/result.h"

#include <map>
#include <string>

namespace db {
class Database;
}

namespace app {

class House;

/// An agency whose events do not go on from what this installation had reached.
struct Behind {
    Reached reached;
    std::int64_t ends_at = 0; ///< last position there; at or after `reached` when its history is another one
    base::Time last_at{};     ///< of the event there
};

[[nodiscard]] std::vector<Behind> behind(db::Database& database, const Remembered& remembered);
/// For the person at the command line: what is missing.
[[nodiscard]] std::string told(const std::vector<Behind>& all);

/// Writes down how far events have come, and who was erased on the way. Belongs to one thread.
class Follower {
public:
    Follower(db::Database& database, Remembered remembered);
    /// Logs what cannot be written and goes on: the next call catches up.
    void follow(base::AgencyId agency, std::int64_t position);

private:
    void note_gone(base::AgencyId agency, std::int64_t after, std::int64_t until) const;
    db::Database& database_;
    Remembered remembered_;
    std::map<base::AgencyId, Reached> reached_;
};

struct PutBack {
    std::int64_t held = 0;              ///< mails that wait for a person now
    std::int64_t erased = 0;            ///< people whose keys were destroyed again
    std::vector<std::string> to_redact; ///< codes of cases that had been redacted since
};

/// Destroys again the keys that had been destroyed: for every database that was put back.
[[nodiscard]] base::Result<PutBack> erase_again(House& house);
/// After an older database was put back and a person accepted it. What follows from its events by itself is
/// done first, so that every mail it leads to is there to be held; then sessions end, the agencies' trail
/// says so, and the data folder remembers from here. May be run again when it was interrupted.
[[nodiscard]] base::Result<PutBack> accept_older(House& house);

} // namespace app
