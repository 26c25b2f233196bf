// One database with the agency of a register in it, and the register imported as `tanggap import
// --historical` does: timed, or by that very program, killed in the middle and given again. Throws what stops
// a benchmark.
#pragma once
#include "agency/directory_actions.h"
#include "db/database.h"
#include "intake/import_actions.h"
#include "people/identity_actions.h"
#include "real_rules.h"

#include <filesystem>

namespace bench {

/// What an import made of a line.
struct Taken {
    std::string network_id;
    std::string kind;
    std::string state;
    std::string title;
    std::optional<std::string> area;
    std::optional<agency::OfficeId> office;
    std::optional<std::string> topic;
    std::optional<base::Time> due; ///< until when it had to be resolved
    std::optional<base::Time> met;
    std::optional<bool> is_provisional;
    bool operator==(const Taken&) const = default;
};
BOOST_DESCRIBE_STRUCT(Taken, (),
                      (network_id, kind, state, title, area, office, topic, due, met, is_provisional))
using TakenById = std::map<std::string, Taken>;

struct Timed {
    intake::ImportCounts counts;
    double seconds = 0;
    std::map<std::string, int> rejected; ///< code and field -> lines
};

struct Killed {
    std::int64_t at_kill = 0; ///< lines that were there after SIGKILL
    std::int64_t at_end = 0;
    bool was_killed = false; ///< false: it was over before
};

class Run {
public:
    /// `folder` holds the vault's key and, for SQLite, the database `where`. `keep_up` does for the database
    /// what its own housekeeping does in a real one, each time it has doubled.
    Run(std::string where, std::filesystem::path folder, std::function<void()> keep_up = {});

    void make(const Learned& learned);
    [[nodiscard]] agency::AccountId add_account(const std::string& name);
    [[nodiscard]] Timed import(agency::AccountId account, const std::filesystem::path& file,
                               const std::string& columns);
    /// By `program`; `file` must lie where it may write the lines it rejects.
    [[nodiscard]] Killed import_killed(const std::filesystem::path& program, agency::AccountId account,
                                       const std::filesystem::path& file, const std::string& columns,
                                       std::int64_t kill_at);
    [[nodiscard]] TakenById taken(agency::AccountId account);
    [[nodiscard]] const Made& made() const noexcept { return made_; }

private:
    [[nodiscard]] std::int64_t count(agency::AccountId account);

    std::string where_;
    std::filesystem::path folder_;
    std::function<void()> keep_up_;
    std::int64_t next_keep_up_ = 512; ///< lines
    std::unique_ptr<db::Database> database_;
    base::Now now_ = base::system_now();
    base::IdSource ids_{now_, 900};
    std::unique_ptr<people::Vault> vault_;
    media::Pictures pictures_;
    agency::Directories directories_;
    learning::Readers readers_;
    Made made_;
};

} // namespace bench
