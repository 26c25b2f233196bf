// The shared directories of all agencies here, refreshed by age. Thread-safe; a reader keeps the snapshot it
// got. Unknown agencies and hosts are not_found `agency.unknown`.
#pragma once
#include "agency/directory.h"

#include <atomic>
#include <map>
#include <mutex>

namespace db {
class Tx;
class Database;
} // namespace db

namespace agency {

/// Signalled by every unit of work that changes an agency: all nodes read anew after its commit.
inline constexpr std::string_view change_topic = "agency.changed";

class Directories {
public:
    /// Read again after a change, and when older than `fresh_for` by the first that asks; for age alone the
    /// others go on with the old one.
    Directories(db::Database& database, base::Now now, base::Duration fresh_for = std::chrono::seconds(5));

    [[nodiscard]] base::Result<DirectoryPtr> of(base::AgencyId agency);
    /// Inside a unit of work: what was read since the last change, else read in that unit and kept for nobody
    /// else. Age alone counts for nothing here: it is renewed where no unit has to wait for it.
    [[nodiscard]] base::Result<DirectoryPtr> of(db::Tx& tx, base::AgencyId agency);
    /// One host name = one agency; with a single agency installed, any host is its own.
    [[nodiscard]] base::Result<DirectoryPtr> at_host(std::string_view host);
    /// All agencies served here, for sweeps and job leases.
    [[nodiscard]] std::vector<base::AgencyId> agencies();
    /// To see a change made here at once, without waiting for its signal to come round.
    void changed();

private:
    struct Snapshot {
        base::Time read_at{};
        std::uint64_t generation = 0;
    };
    struct Entry : Snapshot {
        DirectoryPtr directory;
    };
    struct Hosts : Snapshot {
        std::map<std::string, base::AgencyId, std::less<>> by_name;
        std::vector<base::AgencyId> all;
    };

    [[nodiscard]] bool is_fresh(const Snapshot& snapshot) const;
    [[nodiscard]] std::optional<Entry> entry(base::AgencyId agency);
    [[nodiscard]] std::shared_ptr<const Hosts> hosts();

    db::Database& database_;
    base::Now now_;
    base::Duration fresh_for_;
    /// Counts changes; shared with the listener, which may outlive this by a moment.
    std::shared_ptr<std::atomic<std::uint64_t>> generation_ = std::make_shared<std::atomic<std::uint64_t>>(0);
    std::mutex reading_; ///< held while the database is asked; before mutex_
    std::mutex mutex_;
    std::map<base::AgencyId, Entry> entries_;
    std::shared_ptr<const Hosts> hosts_;
    std::shared_ptr<void> told_;
};

} // namespace agency
